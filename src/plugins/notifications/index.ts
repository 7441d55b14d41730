import type { CollectionConfig, Config, Plugin } from 'payload'
import { isEntryKind } from '../../domain/kinds.ts'
import { withAfterStep } from '../../hooks/after-step.ts'
import { withEndpoints, withTexts } from '../../hooks/extend.ts'
import { withJobHandler } from '../../hooks/job-handlers.ts'
import { deskRoutes } from './desk-routes.ts'
import { endpointRoutes } from './endpoint-routes.ts'
import { remindJudges, tidyNotices } from './remind-judges.ts'
import { tellOfStep } from './tell-of-step.ts'
import { NoticeTemplates } from './templates.ts'
import { noticeTranslations } from './translations.ts'

/** Notices by mail and webhook, written with what they tell of; src/outgoing sends them. */
export const notifications =
  (): Plugin =>
  (config: Config): Config =>
    withJobs({
      ...config,
      endpoints: [...(config.endpoints ?? []), ...deskRoutes],
      i18n: withTexts(config.i18n, noticeTranslations),
      collections: [...(config.collections ?? []).map(told), NoticeTemplates],
    })

function withJobs(config: Config): Config {
  const day = { everySeconds: 86_400 }
  const reminding = withJobHandler(config, 'remind-judges', remindJudges, day)
  return withJobHandler(reminding, 'tidy-notices', tidyNotices, day)
}

function told(collection: CollectionConfig): CollectionConfig {
  if (isEntryKind(collection.slug)) return withAfterStep(collection, tellOfStep)
  if (collection.slug !== 'api-clients') return collection
  const fields = collection.fields.flatMap((field) =>
    'name' in field && field.name === 'keys' ? [field, webhooksField] : [field],
  )
  return withEndpoints({ ...collection, fields }, endpointRoutes)
}

const webhooksField: CollectionConfig['fields'][number] = {
  name: 'webhooks',
  type: 'ui',
  admin: { components: { Field: '/src/plugins/notifications/admin/Webhooks.tsx#Webhooks' } },
}
