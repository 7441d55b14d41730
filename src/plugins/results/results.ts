import type { CollectionConfig } from 'payload'
import { nobody, province, supervisor } from '../../access/person.ts'
import { anyOf, plainly } from '../../access/rule.ts'
import { hiddenFor } from '../../access/hidden-for.ts'
import { serverOwned } from '../../fields/server-owned.ts'
import { askEndpoints } from './ask-endpoints.ts'
import { deskEndpoint } from './desk-endpoint.ts'
import { resultFields } from './result-fields.ts'
import { resultHooks } from './result-hooks.ts'

const screens = '/src/plugins/results/admin'
const nothing = '/src/admin/elements/Nothing.tsx#Nothing'
const guardians = anyOf(province, supervisor)

/**
 * A list of results in the making: who made it, from which round, and when it is shown. What the public
 * sees are frozen versions in a table of their own. Nobody else reads this: before a notice opens there is
 * nothing to be seen of it by any path.
 */
export const Results: CollectionConfig = {
  slug: 'results',
  labels: {
    singular: { zh: '评选结果', en: 'Result' },
    plural: { zh: '评选结果', en: 'Results' },
  },
  access: {
    create: province as () => boolean,
    read: guardians,
    update: province,
    delete: province,
    readVersions: nobody as () => boolean,
    admin: plainly(guardians),
    unlock: plainly(nobody),
  },
  admin: {
    hideAPIURL: true,
    hidden: hiddenFor('editor', 'judge'),
    useAsTitle: 'title',
    group: { zh: '评审', en: 'Judging' },
    defaultColumns: ['title', 'track', 'state', 'noticeFrom', 'noticeTo'],
  },
  disableDuplicate: true,
  // Whoever confirms is not kept out for long by whoever asked.
  lockDocuments: { duration: 30 },
  disableBulkEdit: true,
  hooks: resultHooks,
  endpoints: [...askEndpoints, deskEndpoint],
  fields: [
    {
      name: 'desk',
      type: 'ui',
      admin: { components: { Field: `${screens}/ResultDesk.tsx#ResultDesk` } },
    },
    ...resultFields,
    serverOwned({
      name: 'state',
      type: 'text',
      defaultValue: 'draft',
      label: { zh: '状态', en: 'State' },
      admin: {
        position: 'sidebar',
        components: { Field: nothing, Cell: `${screens}/StateCell.tsx#ResultStateCell` },
      },
    }),
    serverOwned({
      name: 'publicId',
      type: 'text',
      label: { zh: '公开标识', en: 'Public id' },
      admin: { position: 'sidebar', condition: (data) => Boolean(data?.publicId) },
    }),
    serverOwned({ name: 'version', type: 'number', admin: { hidden: true } }),
    // What somebody asked for and nobody confirmed yet.
    serverOwned({ name: 'pending', type: 'json', admin: { hidden: true } }),
  ],
}
