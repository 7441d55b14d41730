import type { CollectionConfig } from 'payload'
import { createEntries, deleteEntries, readEntries, updateEntries } from '../../access/entries.ts'
import { nobody, staff } from '../../access/person.ts'
import { plainly } from '../../access/rule.ts'
import { hiddenFor } from '../../access/hidden-for.ts'
import { entryKinds, type EntryKind } from '../../domain/kinds.ts'
import { lockRow } from '../../hooks/lock-row.ts'
import { sealAuthorPhones } from '../../hooks/phones.ts'
import { categoryFields } from './fields/by-kind.ts'
import { contentFields, placeFields, workflowFields } from './fields/common.ts'
import { claimMedia, releaseMedia } from './media-use.ts'
import { placeEntry } from './place.ts'
import { recordEdit } from './record-edit.ts'
import { keepServerValues } from './server-values.ts'

/** The collection of one kind of entry. All six are alike but for their category's fields. */
export function createEntryCollection(kind: EntryKind): CollectionConfig {
  const { label, plural } = entryKinds[kind]
  return {
    slug: kind,
    labels: { singular: label, plural },
    access: {
      create: createEntries,
      read: readEntries,
      update: updateEntries,
      delete: deleteEntries,
      readVersions: nobody as () => boolean,
      admin: plainly(staff),
      unlock: plainly(nobody),
    },
    admin: {
      hidden: hiddenFor('judge'),
      useAsTitle: 'title',
      group: { zh: '作品', en: 'Entries' },
      defaultColumns: ['title', 'status', 'publicId', 'unit', 'theme', 'submittedAt', 'updatedAt'],
      listSearchableFields: ['title', 'publicId'],
      pagination: { defaultLimit: 20, limits: [20, 50, 100] },
      hideAPIURL: true,
      components: { beforeListTable: ['/src/plugins/review/admin/StatusTabs.tsx#StatusTabs'] },
    },
    disableDuplicate: true,
    disableBulkEdit: true,
    enableQueryPresets: false,
    defaultSort: '-updatedAt',
    // The last three tell who may read the authors' phone numbers, masked, and whose the work is.
    forceSelect: {
      status: true,
      publicId: true,
      unitPath: true,
      track: true,
      participantId: true,
    },
    indexes: [
      { fields: ['status', 'updatedAt'] },
      { fields: ['track', 'status', 'updatedAt'] },
      { fields: ['unitPath', 'status', 'updatedAt'] },
      { fields: ['track', 'unitPath', 'status'] },
      // Counts by state within a scope, answered from the index alone.
      { fields: ['status', 'unitPath', 'track'] },
    ],
    hooks: {
      beforeOperation: [lockRow],
      beforeChange: [keepServerValues, placeEntry, recordEdit, sealAuthorPhones],
      afterChange: [claimMedia],
      afterDelete: [releaseMedia],
    },
    fields: [
      {
        type: 'tabs',
        tabs: [
          {
            label: { zh: '作品内容', en: 'Content' },
            fields: [...contentFields(kind), ...categoryFields[kind]],
          },
          {
            label: { zh: '审核记录', en: 'Review trail' },
            fields: [
              {
                name: 'trail',
                type: 'ui',
                admin: { components: { Field: '/src/plugins/review/admin/Trail.tsx#Trail' } },
              },
            ],
          },
        ],
      },
      {
        name: 'desk',
        type: 'ui',
        admin: {
          position: 'sidebar',
          components: { Field: '/src/plugins/review/admin/ReviewDesk.tsx#ReviewDesk' },
        },
      },
      {
        name: 'placeDefaults',
        type: 'ui',
        admin: {
          position: 'sidebar',
          components: { Field: '/src/plugins/review/admin/PlaceDefaults.tsx#PlaceDefaults' },
        },
      },
      ...placeFields(kind),
      ...workflowFields(),
    ],
  }
}
