import type { CollectionConfig } from 'payload'
import { anyone, nobody, province, staff } from '../access/person.ts'
import { plainly } from '../access/rule.ts'
import { hiddenFor } from '../access/hidden-for.ts'
import { entryKindList } from '../domain/kinds.ts'
import { unitKindList, unitKinds } from '../domain/unit-tree.ts'
import { readableFor, serverOwned } from '../fields/server-owned.ts'
import { textLimits } from '../fields/text-limits.ts'
import { checkParent, movePaths, settlePath } from '../hooks/unit-path.ts'
import { refuseWhenUsed } from '../hooks/refuse-when-used.ts'

/** The tree of units: province, cities, counties, enterprises, departments, units from outside. */
export const Units: CollectionConfig = {
  slug: 'units',
  labels: { singular: { zh: '单位', en: 'Unit' }, plural: { zh: '单位', en: 'Units' } },
  access: {
    create: province as () => boolean,
    read: anyone,
    update: province,
    delete: province,
    readVersions: nobody as () => boolean,
    admin: plainly(staff),
    unlock: plainly(nobody),
  },
  admin: {
    hideAPIURL: true,
    hidden: hiddenFor('judge'),
    useAsTitle: 'name',
    group: { zh: '组织与账号', en: 'People and units' },
    defaultColumns: ['name', 'kind', 'parent', 'code'],
    listSearchableFields: ['name', 'code'],
  },
  disableDuplicate: true,
  defaultSort: 'code',
  hooks: {
    beforeChange: [checkParent],
    afterChange: [settlePath, movePaths],
    beforeDelete: [
      refuseWhenUsed([
        { collection: 'units', field: 'parent' },
        { collection: 'users', field: 'unit' },
        { collection: 'tracks', field: 'host' },
        { collection: 'tracks', field: 'coHosts' },
        { collection: 'quotas', field: 'unit' },
        { collection: 'review-logs', field: 'unit' },
        { collection: 'review-logs', field: 'actorUnit' },
        ...entryKindList.map((collection) => ({ collection, field: 'unit' })),
      ]),
    ],
  },
  fields: [
    {
      name: 'name',
      type: 'text',
      required: true,
      maxLength: textLimits.line,
      index: true,
      label: { zh: '名称', en: 'Name' },
    },
    {
      name: 'code',
      type: 'text',
      required: true,
      unique: true,
      index: true,
      maxLength: 40,
      label: { zh: '代码', en: 'Code' },
      validate: (value: unknown) =>
        (typeof value === 'string' && /^[A-Za-z0-9-]+$/.test(value)) ||
        '只能用字母、数字和连字符 / Letters, digits and hyphens only',
    },
    {
      name: 'kind',
      type: 'select',
      required: true,
      label: { zh: '类型', en: 'Kind' },
      options: unitKindList.map((value) => ({ value, label: unitKinds[value].label })),
    },
    {
      name: 'parent',
      type: 'relationship',
      relationTo: 'units',
      index: true,
      label: { zh: '上级单位', en: 'Parent' },
    },
    serverOwned(
      {
        name: 'path',
        type: 'text',
        index: true,
        unique: true,
        label: { zh: '路径', en: 'Path' },
        admin: { hidden: true },
      },
      staff,
    ),
    readableFor(staff, {
      name: 'contactName',
      type: 'text',
      maxLength: 50,
      label: { zh: '联系人', en: 'Contact' },
    }),
  ],
}
