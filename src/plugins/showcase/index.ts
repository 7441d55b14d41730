import type { CollectionConfig, Config, Plugin } from 'payload'
import { isEntryKind } from '../../domain/kinds.ts'
import { withAfterStep } from '../../hooks/after-step.ts'
import { withHooks } from '../../hooks/extend.ts'
import { articleHooks } from './articles.ts'
import { campaignHooks } from './campaigns.ts'
import { entryHooks, showStep } from './entries.ts'
import { mediaHooks } from './media.ts'
import { trackHooks } from './tracks.ts'
import { unitHooks } from './units.ts'

type Hooks = NonNullable<CollectionConfig['hooks']>

/**
 * What the public sees: keeps the read model equal to what is published, in the transaction of every
 * change that shows. The rows themselves are made and written in src/database/showcase.
 */
export const showcase =
  (): Plugin =>
  (config: Config): Config => ({
    ...config,
    collections: (config.collections ?? []).map((collection) => {
      if (isEntryKind(collection.slug)) {
        return withAfterStep(withHooks(collection, entryHooks(collection.slug)), showStep)
      }
      const hooks = hooksOf[collection.slug]
      return hooks ? withHooks(collection, hooks) : collection
    }),
  })

const hooksOf: Record<string, Hooks> = {
  campaigns: campaignHooks,
  tracks: trackHooks,
  units: unitHooks,
  articles: articleHooks,
  media: mediaHooks,
}
