import type { CollectionConfig, Config, Payload, Plugin } from 'payload'
import type { Rights } from '../../domain/participation/rights.ts'
import type { TakingPart } from '../../domain/participation/taking-part.ts'
import { isEntryKind } from '../../domain/kinds.ts'
import { withBeforeStep } from '../../hooks/after-step.ts'
import { ApiClients } from './api-clients.ts'
import { openDesk } from './desk.ts'
import { noteRuleChange } from './rule-changes.ts'
import { guardSteps } from './step-guards.ts'

/** Workers take part from outside: clients that bring them, their works, consents and rights. */
export const participation =
  (): Plugin =>
  (config: Config): Config => ({
    ...config,
    collections: [...(config.collections ?? []).map(withRules), ApiClients],
    // Taken up by src/start for the public API, which never imports Payload.
    custom: { ...config.custom, takingPart: openTakingPart },
  })

function openTakingPart(payload: Payload): TakingPart {
  return { desk: openDesk(payload), rights: {} as Rights }
}

function withRules(collection: CollectionConfig): CollectionConfig {
  if (isEntryKind(collection.slug)) return withBeforeStep(collection, guardSteps)
  if (collection.slug !== 'tracks') return collection
  const beforeChange = [...(collection.hooks?.beforeChange ?? []), noteRuleChange]
  return { ...collection, hooks: { ...collection.hooks, beforeChange } }
}
