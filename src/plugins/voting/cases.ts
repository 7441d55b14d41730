import type { CollectionConfig } from 'payload'
import { nobody, province, supervisor } from '../../access/person.ts'
import { anyOf, plainly } from '../../access/rule.ts'
import { hiddenFor } from '../../access/hidden-for.ts'
import { serverOwned } from '../../fields/server-owned.ts'
import { textLimits } from '../../fields/text-limits.ts'
import { lockRow } from '../../hooks/lock-row.ts'
import { caseEndpoints } from './cases/endpoints.ts'
import { guardCase } from './cases/guard-case.ts'
import { provinceWhileCollecting } from './cases-access.ts'

const screens = '/src/plugins/voting/admin/cases'
const guardians = anyOf(province, supervisor)

/** Votes that something is wrong with: which, why, who says so, and who else agrees. */
export const VoteCases: CollectionConfig = {
  slug: 'vote-cases',
  labels: {
    singular: { zh: '异常投票案件', en: 'Vote case' },
    plural: { zh: '异常投票案件', en: 'Vote cases' },
  },
  access: {
    create: province as () => boolean,
    read: guardians,
    update: provinceWhileCollecting,
    delete: nobody as () => boolean,
    readVersions: nobody as () => boolean,
    admin: plainly(guardians),
    unlock: plainly(nobody),
  },
  admin: {
    hideAPIURL: true,
    hidden: hiddenFor('editor', 'judge'),
    useAsTitle: 'title',
    group: { zh: '投票', en: 'Voting' },
    defaultColumns: ['title', 'round', 'state', 'class', 'votes', 'updatedAt'],
  },
  disableDuplicate: true,
  disableBulkEdit: true,
  endpoints: caseEndpoints,
  hooks: { beforeOperation: [lockRow], beforeChange: [guardCase] },
  fields: [
    {
      name: 'title',
      type: 'text',
      required: true,
      maxLength: textLimits.line,
      label: { zh: '名称', en: 'Title' },
    },
    {
      name: 'round',
      type: 'relationship',
      relationTo: 'vote-rounds',
      required: true,
      label: { zh: '投票轮次', en: 'Round' },
      admin: { allowCreate: false },
    },
    {
      name: 'class',
      type: 'text',
      required: true,
      defaultValue: 'automated',
      label: { zh: '类别', en: 'Class' },
      admin: {
        components: {
          Field: `${screens}/ClassField.tsx#ClassField`,
          Cell: `${screens}/ClassField.tsx#ClassCell`,
        },
      },
    },
    {
      name: 'query',
      type: 'json',
      required: true,
      label: { zh: '查找条件', en: 'Which votes' },
      admin: { components: { Field: `${screens}/QueryField.tsx#QueryField` } },
    },
    {
      name: 'desk',
      type: 'ui',
      admin: { components: { Field: `${screens}/CaseDesk.tsx#CaseDesk` } },
    },
    {
      name: 'reason',
      type: 'textarea',
      required: true,
      maxLength: textLimits.paragraph,
      label: { zh: '理由', en: 'Reason' },
    },
    serverOwned({
      name: 'sample',
      type: 'json',
      label: { zh: '样本', en: 'Sample' },
      // The desk shows it.
      admin: { components: { Field: '/src/admin/elements/Nothing.tsx#Nothing' } },
    }),
    serverOwned({
      name: 'state',
      type: 'text',
      defaultValue: 'collecting',
      label: { zh: '状态', en: 'State' },
      admin: {
        position: 'sidebar',
        components: {
          Field: `${screens}/CaseState.tsx#CaseStateField`,
          Cell: `${screens}/CaseState.tsx#CaseStateCell`,
        },
      },
    }),
    serverOwned({
      name: 'votes',
      type: 'number',
      label: { zh: '票数', en: 'Votes' },
      admin: beside('votes'),
    }),
    serverOwned({
      name: 'proposedBy',
      type: 'relationship',
      relationTo: 'users',
      label: { zh: '提出人', en: 'Proposed by' },
      admin: beside('proposedBy'),
    }),
    serverOwned({
      name: 'decidedBy',
      type: 'relationship',
      relationTo: 'users',
      label: { zh: '复核人', en: 'Decided by' },
      admin: beside('decidedBy'),
    }),
    serverOwned({
      name: 'decidedAt',
      type: 'date',
      label: { zh: '复核时间', en: 'Decided' },
      admin: { ...beside('decidedAt'), date: { displayFormat: 'yyyy-MM-dd HH:mm' } },
    }),
    serverOwned({
      name: 'decision',
      type: 'textarea',
      label: { zh: '复核意见', en: 'Decision' },
      admin: beside('decision'),
    }),
  ],
}

// Beside the form, once there is something to read.
function beside(name: string) {
  return {
    position: 'sidebar' as const,
    condition: (data: Record<string, unknown>) => (data?.[name] ?? null) !== null,
  }
}
