import type { CollectionConfig, Config, Plugin } from 'payload'
import { forgetWork } from '../../database/likeness/pairs.ts'
import { likenessJob } from '../../database/likeness/job.ts'
import { enqueueJob } from '../../database/jobs/enqueue.ts'
import { isEntryKind, type EntryKind } from '../../domain/kinds.ts'
import { withAfterStep, type AfterStep } from '../../hooks/after-step.ts'
import { withJobHandler } from '../../hooks/job-handlers.ts'
import { compareEntry } from './compare-entry.ts'
import { likenessesEndpoint } from './likenesses-endpoint.ts'
import { likenessTranslations } from './translations.ts'
import { verdictEndpoint } from './verdict-endpoint.ts'

/** Works that look or read alike are put before the reviewer side by side. It refuses nothing by itself. */
export const likeness =
  (): Plugin =>
  (config: Config): Config =>
    withJobHandler(
      {
        ...config,
        i18n: withTexts(config.i18n),
        collections: (config.collections ?? []).map((collection) =>
          isEntryKind(collection.slug) ? compared(collection, collection.slug) : collection,
        ),
      },
      'likeness',
      compareEntry,
    )

/** What is sent in is compared, and what was reopened is no longer compared with. */
const compareSentIn: AfterStep = async ({ req, kind, id, to }) => {
  if (to === 'submitted' || to === 'draft') await enqueueJob(req, likenessJob({ kind, id }))
}

function compared(collection: CollectionConfig, kind: EntryKind): CollectionConfig {
  const { hooks = {}, endpoints, fields } = collection
  return withAfterStep(
    {
      ...collection,
      endpoints: [...(endpoints || []), likenessesEndpoint, verdictEndpoint],
      fields: [...fields, likenessField],
      hooks: {
        ...hooks,
        afterChange: [
          ...(hooks.afterChange ?? []),
          async ({ data, doc, req, operation }) => {
            if (operation === 'update' && data.status !== 'draft') {
              await enqueueJob(req, likenessJob({ kind, id: Number(doc.id) }))
            }
            return doc
          },
        ],
        afterDelete: [
          ...(hooks.afterDelete ?? []),
          async ({ doc, req }) => {
            await forgetWork(req, { kind, id: Number(doc.id) })
            return doc
          },
        ],
      },
    },
    compareSentIn,
  )
}

const likenessField: CollectionConfig['fields'][number] = {
  name: 'likenesses',
  type: 'ui',
  admin: {
    position: 'sidebar',
    components: { Field: '/src/plugins/likeness/admin/Likenesses.tsx#Likenesses' },
  },
}

function withTexts(i18n: Config['i18n']): Config['i18n'] {
  const { zh, en } = (i18n?.translations ?? {}) as Record<string, object>
  const translations = {
    zh: { ...zh, ...likenessTranslations.zh },
    en: { ...en, ...likenessTranslations.en },
  }
  return { ...i18n, translations }
}
