import type { CollectionConfig } from 'payload'
import { nobody, province, staffButJudges } from '../../access/person.ts'
import { plainly } from '../../access/rule.ts'
import { hiddenFor } from '../../access/hidden-for.ts'
import { serverOwned } from '../../fields/server-owned.ts'
import { textLimits } from '../../fields/text-limits.ts'
import { decisionEndpoints } from './decision-endpoints.ts'
import { inviteEndpoints } from './invite-endpoints.ts'
import { panelEndpoints } from './panel-endpoints.ts'
import { pauseEndpoints } from './pause-endpoints.ts'
import { correctMarksEndpoint } from './ranking/correct-marks.ts'
import { levelEndpoints } from './ranking/level-endpoints.ts'
import { lockEndpoints } from './ranking/lock-endpoints.ts'
import { overviewEndpoint } from './ranking/overview-endpoint.ts'
import { rankingEndpoints } from './ranking/ranking-endpoints.ts'
import { awardFields, countingFields, criteriaFields, setUpFields } from './round-fields.ts'
import { roundHooks } from './round-hooks.ts'
import { stepEndpoints } from './step-endpoints.ts'
import { workEndpoints } from './work-endpoints.ts'

const screens = '/src/plugins/judging/admin'

/** A round of judging. What is in it is data; works, judges and marks lie in tables of their own. */
export const JudgingRounds: CollectionConfig = {
  slug: 'judging-rounds',
  labels: {
    singular: { zh: '评审轮次', en: 'Judging round' },
    plural: { zh: '专家评审', en: 'Judging rounds' },
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
    group: { zh: '评审', en: 'Judging' },
    defaultColumns: ['title', 'track', 'kind', 'state', 'windowFrom', 'windowTo'],
  },
  disableDuplicate: true,
  // Whoever confirms a lock is not kept out for long by whoever asked for it.
  lockDocuments: { duration: 30 },
  disableBulkEdit: true,
  hooks: roundHooks,
  endpoints: [
    ...[...stepEndpoints, ...panelEndpoints, ...workEndpoints, ...decisionEndpoints],
    ...[...inviteEndpoints, ...pauseEndpoints],
    ...[...rankingEndpoints, ...lockEndpoints, ...levelEndpoints],
    ...[correctMarksEndpoint, overviewEndpoint],
  ],
  fields: [
    {
      name: 'title',
      type: 'text',
      required: true,
      maxLength: textLimits.line,
      label: { zh: '名称', en: 'Title' },
    },
    {
      name: 'about',
      type: 'textarea',
      maxLength: textLimits.paragraph,
      label: { zh: '给评委的说明', en: 'A word to the judges' },
    },
    {
      type: 'tabs',
      tabs: [
        { label: { zh: '设置', en: 'Settings' }, fields: setUpFields },
        { label: { zh: '评分项', en: 'Criteria' }, fields: criteriaFields },
        { label: { zh: '计分', en: 'Counting' }, fields: countingFields },
        { label: { zh: '奖项', en: 'Awards' }, fields: awardFields },
        {
          label: { zh: '评审情况', en: 'How it stands' },
          fields: [
            {
              name: 'overview',
              type: 'ui',
              admin: { components: { Field: `${screens}/Overview.tsx#Overview` } },
            },
          ],
        },
        {
          label: { zh: '排名', en: 'Ranking' },
          fields: [
            {
              name: 'ranking',
              type: 'ui',
              admin: { components: { Field: `${screens}/RankingDesk.tsx#RankingDesk` } },
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
        components: { Field: `${screens}/RoundDesk.tsx#RoundDesk` },
      },
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
          Field: '/src/admin/elements/Nothing.tsx#Nothing',
        },
      },
    }),
    serverOwned({
      name: 'openedAt',
      type: 'date',
      label: { zh: '开放时间', en: 'Opened' },
      admin: { hidden: true },
    }),
    // Drawn when the round is opened, known to nobody before: numbers, pairs and lots follow from it.
    serverOwned({ name: 'seed', type: 'text', admin: { hidden: true } }, province),
  ],
}
