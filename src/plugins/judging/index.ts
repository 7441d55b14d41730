import type { CollectionConfig, Config, Plugin } from 'payload'
import { isEntryKind } from '../../domain/kinds.ts'
import { withAfterStep } from '../../hooks/after-step.ts'
import { withHooks, withTexts } from '../../hooks/extend.ts'
import { refuseWhenUsed } from '../../hooks/refuse-when-used.ts'
import { followEntry, followStep } from './follow.ts'
import { judgesEndpoints } from './marking/index.ts'
import { JudgingRounds } from './rounds.ts'
import { withJudgingScreen } from './screen/index.ts'
import { judgingTranslations } from './translations.ts'

/** Experts judge: rounds, panels, assignment, marks, rankings. */
export const judging =
  (): Plugin =>
  (config: Config): Config =>
    withJudgingScreen({
      ...config,
      i18n: withTexts(config.i18n, judgingTranslations),
      endpoints: [...(config.endpoints ?? []), ...judgesEndpoints],
      collections: [...(config.collections ?? []).map(followed), JudgingRounds],
    })

function followed(collection: CollectionConfig): CollectionConfig {
  const { slug } = collection
  if (isEntryKind(slug)) {
    return withAfterStep(withHooks(collection, followEntry(slug)), followStep)
  }
  const field = slug === 'tracks' ? 'track' : slug === 'vote-rounds' ? 'voteRound' : null
  if (!field) return collection
  return withHooks(collection, {
    beforeDelete: [refuseWhenUsed([{ collection: 'judging-rounds', field }])],
  })
}
