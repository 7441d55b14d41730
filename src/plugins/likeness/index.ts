import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionConfig,
  Config,
  Plugin,
} from 'payload'
import { forgetWork } from '../../database/likeness/pairs.ts'
import { likenessJob } from '../../database/likeness/job.ts'
import { enqueueJob } from '../../database/jobs/enqueue.ts'
import { isEntryKind, type EntryKind } from '../../domain/kinds.ts'
import { withAfterStep, type AfterStep } from '../../hooks/after-step.ts'
import { withEndpoints, withHooks, withTexts } from '../../hooks/extend.ts'
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
        i18n: withTexts(config.i18n, likenessTranslations),
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
  const shown = { ...collection, fields: [...collection.fields, likenessField] }
  const asked = withEndpoints(shown, [likenessesEndpoint, verdictEndpoint])
  const compareChanged: CollectionAfterChangeHook = async ({ data, doc, req, operation }) => {
    if (operation === 'update' && data.status !== 'draft') {
      await enqueueJob(req, likenessJob({ kind, id: Number(doc.id) }))
    }
    return doc
  }
  const forget: CollectionAfterDeleteHook = async ({ doc, req }) => {
    await forgetWork(req, { kind, id: Number(doc.id) })
    return doc
  }
  const hooks = { afterChange: [compareChanged], afterDelete: [forget] }
  return withAfterStep(withHooks(asked, hooks), compareSentIn)
}

const likenessField: CollectionConfig['fields'][number] = {
  name: 'likenesses',
  type: 'ui',
  admin: {
    position: 'sidebar',
    components: { Field: '/src/plugins/likeness/admin/Likenesses.tsx#Likenesses' },
  },
}
