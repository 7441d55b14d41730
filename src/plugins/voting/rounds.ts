import type { CollectionConfig, Field } from 'payload'
import { nobody, province, staffButJudges } from '../../access/person.ts'
import { plainly } from '../../access/rule.ts'
import { hiddenFor } from '../../access/hidden-for.ts'
import { idOf } from '../../fields/id-of.ts'
import { serverOwned } from '../../fields/server-owned.ts'
import { textLimits } from '../../fields/text-limits.ts'
import { candidateEndpoints } from './candidate-endpoints.ts'
import { changeEndpoints } from './change-endpoints.ts'
import { exportEndpoints } from './export-endpoints.ts'
import { liveEndpoint } from './live-endpoint.ts'
import { policyFields } from './policy-fields.ts'
import { roundHooks } from './round-hooks.ts'
import { stepEndpoints } from './step-endpoints.ts'

const screens = '/src/plugins/voting/admin'
const live = `${screens}/LiveRound.tsx#LiveRound`
const desk = `${screens}/RoundDesk.tsx#RoundDesk`
const nothing = '/src/admin/elements/Nothing.tsx#Nothing'

const setUp: Field[] = [
  {
    name: 'title',
    type: 'text',
    required: true,
    maxLength: textLimits.line,
    label: { zh: '名称', en: 'Title' },
  },
  {
    name: 'slug',
    type: 'text',
    required: true,
    unique: true,
    index: true,
    maxLength: 60,
    label: {
      zh: '标识（网址用，开放后不能改）',
      en: 'Slug (for addresses, fixed once open)',
    },
    validate: (value: unknown) =>
      (typeof value === 'string' && /^[a-z0-9][a-z0-9-]{1,59}$/.test(value)) ||
      '2 至 60 个小写字母、数字和连字符 / 2 to 60 lower-case letters, digits and hyphens',
  },
  {
    name: 'campaign',
    type: 'relationship',
    relationTo: 'campaigns',
    required: true,
    label: { zh: '活动', en: 'Campaign' },
    admin: { allowCreate: false },
  },
  {
    name: 'tracks',
    type: 'relationship',
    relationTo: 'tracks',
    hasMany: true,
    label: { zh: '子项目', en: 'Tracks' },
    filterOptions: ({ data }) => {
      const campaign = idOf(data?.campaign)
      return campaign === null ? true : { campaign: { equals: campaign } }
    },
    admin: {
      allowCreate: false,
      description: {
        zh: '留空：活动的全部子项目',
        en: 'Empty: all tracks of the campaign',
      },
    },
  },
  {
    name: 'about',
    type: 'textarea',
    maxLength: textLimits.paragraph,
    label: { zh: '投票说明', en: 'About this vote' },
  },
  {
    name: 'candidatesFrom',
    type: 'text',
    required: true,
    defaultValue: 'published',
    label: { zh: '候选作品', en: 'Candidates' },
    admin: {
      components: { Field: `${screens}/ChoiceField.tsx#CandidatesField` },
    },
  },
  {
    name: 'listed',
    type: 'textarea',
    maxLength: 100_000,
    label: {
      zh: '候选作品编号（每行一个）',
      en: 'Public ids of the candidates (one a line)',
    },
    admin: { condition: (data) => data?.candidatesFrom === 'listed' },
  },
]

/** A vote of the public. Its policy is data; what was cast lies in the ledger, no collection of Payload's. */
export const VoteRounds: CollectionConfig = {
  slug: 'vote-rounds',
  labels: {
    singular: { zh: '投票轮次', en: 'Vote round' },
    plural: { zh: '网络投票', en: 'Vote rounds' },
  },
  access: {
    create: province as () => boolean,
    read: staffButJudges,
    update: province,
    delete: province,
    readVersions: nobody as () => boolean,
    admin: plainly(staffButJudges),
    unlock: plainly(nobody),
  },
  admin: {
    hideAPIURL: true,
    hidden: hiddenFor('judge'),
    useAsTitle: 'title',
    group: { zh: '投票', en: 'Voting' },
    defaultColumns: ['title', 'state', 'windowFrom', 'windowTo', 'countsShown'],
  },
  disableDuplicate: true,
  // Whoever confirms a change is not kept out for long by whoever proposed it.
  lockDocuments: { duration: 30 },
  disableBulkEdit: true,
  hooks: roundHooks,
  endpoints: [
    ...stepEndpoints,
    ...changeEndpoints,
    ...candidateEndpoints,
    ...exportEndpoints,
    liveEndpoint,
  ],
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: { zh: '设置', en: 'Settings' },
          fields: [...setUp, ...policyFields],
        },
        {
          label: { zh: '投票情况', en: 'How it stands' },
          fields: [
            {
              name: 'live',
              type: 'ui',
              admin: { components: { Field: live } },
            },
          ],
        },
      ],
    },
    {
      name: 'desk',
      type: 'ui',
      admin: { position: 'sidebar', components: { Field: desk } },
    },
    serverOwned({
      name: 'state',
      type: 'text',
      defaultValue: 'draft',
      label: { zh: '状态', en: 'State' },
      admin: {
        position: 'sidebar',
        components: {
          Cell: `${screens}/StateCell.tsx#StateCell`,
          Field: nothing,
        },
      },
    }),
    serverOwned({
      name: 'openedAt',
      type: 'date',
      label: { zh: '开放时间', en: 'Opened' },
      admin: { position: 'sidebar', components: { Field: nothing } },
    }),
    serverOwned({
      name: 'closedAt',
      type: 'date',
      label: { zh: '关闭时间', en: 'Closed' },
      admin: { position: 'sidebar', components: { Field: nothing } },
    }),
    // A change of a policy that votes were cast under, until somebody else confirms it.
    serverOwned({ name: 'proposed', type: 'json', admin: { hidden: true } }),
  ],
}
