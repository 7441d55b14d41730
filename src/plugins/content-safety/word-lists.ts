import type { CollectionConfig } from 'payload'
import { nobody, province, supervisor } from '../../access/person.ts'
import { anyOf, plainly } from '../../access/rule.ts'
import { hiddenFor } from '../../access/hidden-for.ts'
import { serverOwned } from '../../fields/server-owned.ts'
import { textLimits } from '../../fields/text-limits.ts'
import { lockRow } from '../../hooks/lock-row.ts'
import { importEndpoint } from './import-endpoint.ts'
import { cleanList, keepVersion } from './list-hooks.ts'

const guardians = anyOf(province, supervisor)

/** Words that a reviewer is shown when a work carries them. Every saved change is a version of its own. */
export const WordLists: CollectionConfig = {
  slug: 'word-lists',
  labels: {
    singular: { zh: '敏感词表', en: 'Word list' },
    plural: { zh: '敏感词表', en: 'Word lists' },
  },
  access: {
    create: guardians as () => Promise<boolean>,
    read: guardians,
    update: guardians,
    delete: nobody as () => boolean,
    readVersions: nobody as () => boolean,
    admin: plainly(guardians),
    unlock: plainly(nobody),
  },
  admin: {
    hideAPIURL: true,
    hidden: hiddenFor('editor', 'judge'),
    useAsTitle: 'title',
    group: { zh: '审核', en: 'Review' },
    defaultColumns: ['title', 'category', 'active', 'version', 'wordCount', 'updatedAt'],
  },
  hooks: {
    beforeOperation: [lockRow],
    beforeChange: [cleanList],
    afterChange: [keepVersion],
  },
  endpoints: [importEndpoint],
  disableDuplicate: true,
  disableBulkEdit: true,
  fields: [
    {
      name: 'title',
      type: 'text',
      required: true,
      maxLength: textLimits.line,
      label: { zh: '名称', en: 'Title' },
    },
    {
      name: 'category',
      type: 'text',
      required: true,
      maxLength: textLimits.line,
      label: { zh: '类别', en: 'Category' },
    },
    {
      name: 'words',
      type: 'textarea',
      maxLength: 500_000,
      label: { zh: '词语（每行一个）', en: 'Words (one a line)' },
    },
    {
      name: 'active',
      type: 'checkbox',
      defaultValue: true,
      label: { zh: '启用', en: 'Active' },
      admin: { position: 'sidebar' },
    },
    serverOwned({
      name: 'version',
      type: 'number',
      label: { zh: '版本', en: 'Version' },
      admin: { position: 'sidebar' },
    }),
    serverOwned({
      name: 'wordCount',
      type: 'number',
      label: { zh: '词数', en: 'Words' },
      admin: { position: 'sidebar' },
    }),
  ],
}
