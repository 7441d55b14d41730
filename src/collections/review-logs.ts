import type { CollectionConfig, Field } from 'payload'
import { nobody, staff } from '../access/person.ts'
import { plainly } from '../access/rule.ts'
import { readReviewLogs } from '../access/review-logs.ts'
import { hiddenFor } from '../access/hidden-for.ts'
import { entryKindList, entryKinds } from '../domain/kinds.ts'

const closed = nobody as () => boolean

// The page of a row shows it as the trail does; its fields are there for lists and queries.
const screens = '/src/plugins/review/admin'
const Field = '/src/admin/elements/Nothing.tsx#Nothing'
const unseen = { components: { Field } }
const inWords = { components: { Field, Cell: `${screens}/LogCells.tsx#LogWordCell` } }
const titled = { components: { Field, Cell: `${screens}/LogCells.tsx#LogTitleCell` } }

/**
 * Who did what to which entry, when and why. Rows are only added, by the workflow; nobody changes or
 * removes one, and a trigger in the database refuses it too.
 */
export const ReviewLogs: CollectionConfig = {
  slug: 'review-logs',
  labels: {
    singular: { zh: '审核日志', en: 'Review log' },
    plural: { zh: '审核日志', en: 'Review logs' },
  },
  access: {
    create: closed,
    read: readReviewLogs,
    update: closed,
    delete: closed,
    readVersions: closed,
    admin: plainly(staff),
    unlock: plainly(nobody),
  },
  admin: {
    hidden: hiddenFor('judge'),
    useAsTitle: 'title',
    group: { zh: '审核', en: 'Review' },
    defaultColumns: ['title', 'action', 'from', 'to', 'publicId', 'actorName', 'createdAt'],
    hideAPIURL: true,
    listSearchableFields: ['title', 'publicId', 'actorName'],
  },
  disableDuplicate: true,
  defaultSort: '-createdAt',
  indexes: [{ fields: ['kind', 'entryId', 'createdAt'] }],
  fields: [
    {
      name: 'row',
      type: 'ui',
      admin: { components: { Field: `${screens}/LogEntry.tsx#LogEntry` } },
    },
    {
      name: 'kind',
      type: 'text',
      required: true,
      admin: inWords,
      label: { zh: '类别', en: 'Kind' },
      validate: (value: unknown) =>
        entryKindList.some((kind) => kind === value) || Object.keys(entryKinds).join(', '),
    },
    {
      name: 'entryId',
      type: 'number',
      required: true,
      admin: unseen,
      label: { zh: '作品', en: 'Entry' },
    },
    {
      name: 'publicId',
      type: 'text',
      index: true,
      admin: unseen,
      label: { zh: '编号', en: 'Number' },
    },
    { name: 'title', type: 'text', admin: titled, label: { zh: '标题', en: 'Title' } },
    {
      name: 'action',
      type: 'text',
      required: true,
      index: true,
      admin: inWords,
      label: { zh: '操作', en: 'Step' },
    },
    { name: 'from', type: 'text', admin: inWords, label: { zh: '原状态', en: 'From' } },
    { name: 'to', type: 'text', admin: inWords, label: { zh: '新状态', en: 'To' } },
    { name: 'reason', type: 'textarea', admin: unseen, label: { zh: '理由', en: 'Reason' } },
    {
      name: 'changes',
      type: 'json',
      label: { zh: '修改内容', en: 'Changes' },
      admin: { hidden: true },
    },
    {
      name: 'findings',
      type: 'json',
      label: { zh: '检查结果', en: 'Findings' },
      admin: { hidden: true },
    },
    relation('track', 'tracks', { zh: '子项目', en: 'Track' }),
    relation('unit', 'units', { zh: '报送单位', en: 'Unit' }),
    relation('actor', 'users', { zh: '操作人账号', en: 'Account' }),
    { name: 'actorName', type: 'text', admin: unseen, label: { zh: '操作人', en: 'By' } },
    { name: 'actorRole', type: 'text', admin: inWords, label: { zh: '角色', en: 'Role' } },
    relation('actorUnit', 'units', { zh: '操作人单位', en: 'By the unit' }),
  ],
}

function relation(
  name: string,
  relationTo: 'tracks' | 'units' | 'users',
  label: Record<string, string>,
): Field {
  return {
    name,
    type: 'relationship',
    relationTo,
    index: true,
    label,
    admin: { allowCreate: false, allowEdit: false, ...unseen },
  }
}
