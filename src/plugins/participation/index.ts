import type { CollectionConfig, Config, Payload, Plugin } from 'payload'
import type { TakingPart } from '../../domain/participation/taking-part.ts'
import { isEntryKind } from '../../domain/kinds.ts'
import { withAfterStep, withBeforeStep } from '../../hooks/after-step.ts'
import { withHooks } from '../../hooks/extend.ts'
import { withJobHandler } from '../../hooks/job-handlers.ts'
import { ApiClients } from './api-clients.ts'
import { attentionEndpoints, settleTakenDown } from './attention.ts'
import { openDesk } from './desk.ts'
import { removeFiles, removeFilesJob } from './remove-files.ts'
import { forgetTokens, keepRetention } from './retention.ts'
import { leaveInPeace } from './rights-guard.ts'
import { openRights } from './rights.ts'
import { noteRuleChange } from './rule-changes.ts'
import { guardSteps } from './step-guards.ts'

/** Workers take part from outside: clients that bring them, their works, consents and rights. */
export const participation =
  (): Plugin =>
  (config: Config): Config =>
    withJobs({
      ...config,
      endpoints: [...(config.endpoints ?? []), ...attentionEndpoints],
      collections: [...(config.collections ?? []).map(withRules), ApiClients],
      // Taken up by src/start for the public API, which never imports Payload.
      custom: { ...config.custom, takingPart: openTakingPart },
    })

function withJobs(config: Config): Config {
  const withFiles = withJobHandler(config, removeFilesJob.kind, removeFiles)
  const withTokens = withJobHandler(withFiles, 'used-tokens', forgetTokens, { everySeconds: 3_600 })
  return withJobHandler(withTokens, 'retention', keepRetention, { everySeconds: 86_400 })
}

function openTakingPart(payload: Payload): TakingPart {
  return { desk: openDesk(payload), rights: openRights(payload) }
}

function withRules(collection: CollectionConfig): CollectionConfig {
  if (isEntryKind(collection.slug)) {
    const guarded = withBeforeStep(withBeforeStep(collection, leaveInPeace), guardSteps)
    return withAfterStep(guarded, settleTakenDown)
  }
  if (collection.slug !== 'tracks') return collection
  return withHooks(collection, { beforeChange: [noteRuleChange] })
}
