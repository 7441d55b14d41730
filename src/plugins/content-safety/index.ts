import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionConfig,
  Config,
  Plugin,
} from 'payload'
import { forgetChecks } from '../../database/content-safety/checks.ts'
import { isEntryKind, type EntryKind } from '../../domain/kinds.ts'
import { environment } from '../../environment.ts'
import { withAfterStep } from '../../hooks/after-step.ts'
import { withEndpoints, withHooks, withTexts } from '../../hooks/extend.ts'
import { withJobHandler } from '../../hooks/job-handlers.ts'
import { askForChecks } from './ask-for-checks.ts'
import { checkAddresses } from './check-addresses.ts'
import { checkOutside } from './check-outside.ts'
import { checkAllWords, checkWords } from './check-words.ts'
import { httpCheck, type OutsideCheck } from './outside.ts'
import { safetyEndpoint } from './safety-endpoint.ts'
import { safetyTranslations } from './translations.ts'
import { WordLists } from './word-lists.ts'

type Options = {
  /** A service to ask besides our own lists; by `SAFETY_URL` unless given. */
  outside?: { ask: OutsideCheck; service: string }
}

/** Shows reviewers what a work should be looked at twice for. It refuses nothing by itself. */
export const contentSafety =
  ({ outside = outsideBySettings() }: Options = {}): Plugin =>
  (config: Config): Config => {
    const checked = {
      ...config,
      i18n: withTexts(config.i18n, safetyTranslations),
      collections: [
        ...(config.collections ?? []).map((collection) =>
          isEntryKind(collection.slug)
            ? watched(collection, collection.slug, outside !== undefined)
            : collection,
        ),
        WordLists,
      ],
    }
    const handlers = [
      ['safety', checkWords],
      ['safety-lists', checkAllWords],
      ['addresses', checkAddresses],
      ...(outside ? [['safety-outside', checkOutside(outside.ask, outside.service)] as const] : []),
    ] as const
    return handlers.reduce<Config>(
      (done, [kind, handler]) => withJobHandler(done, kind, handler),
      checked,
    )
  }

function outsideBySettings(): Options['outside'] {
  const { safetyUrl: url, safetyKey: key } = environment()
  return url ? { ask: httpCheck({ url, key }), service: new URL(url).host } : undefined
}

function watched(
  collection: CollectionConfig,
  kind: EntryKind,
  outside: boolean,
): CollectionConfig {
  const shown = { ...collection, fields: [...collection.fields, safetyField] }
  const asked = withEndpoints(shown, [safetyEndpoint])
  const checkChanged: CollectionAfterChangeHook = async ({ data, doc, req, operation }) => {
    if (operation === 'update' && data.status !== 'draft') {
      await askForChecks(req, { kind, id: Number(doc.id) }, { outside })
    }
    return doc
  }
  const forget: CollectionAfterDeleteHook = async ({ doc, req }) => {
    await forgetChecks(req, { kind, id: Number(doc.id) })
    return doc
  }
  const hooks = { afterChange: [checkChanged], afterDelete: [forget] }
  return withAfterStep(withHooks(asked, hooks), async ({ req, id, to }) => {
    if (to === 'submitted') await askForChecks(req, { kind, id }, { outside })
  })
}

const safetyField: CollectionConfig['fields'][number] = {
  name: 'safety',
  type: 'ui',
  admin: {
    position: 'sidebar',
    components: { Field: '/src/plugins/content-safety/admin/Safety.tsx#Safety' },
  },
}
