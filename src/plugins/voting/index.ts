import type { CollectionConfig, Config, Plugin } from 'payload'
import { isEntryKind } from '../../domain/kinds.ts'
import { withAfterStep } from '../../hooks/after-step.ts'
import { withHooks, withTexts } from '../../hooks/extend.ts'
import { refuseWhenUsed } from '../../hooks/refuse-when-used.ts'
import { followEntry, followStep } from './candidates.ts'
import { VoteCases } from './cases.ts'
import { VoteRounds } from './rounds.ts'
import { votingTranslations } from './translations.ts'
import { renameOnRounds } from './write-round.ts'

/** Votes of the public: rounds and their policies, and the desk for votes that something is wrong with. */
export const voting =
  (): Plugin =>
  (config: Config): Config => ({
    ...config,
    i18n: withTexts(config.i18n, votingTranslations),
    collections: [...(config.collections ?? []).map(followed), VoteRounds, VoteCases],
  })

function followed(collection: CollectionConfig): CollectionConfig {
  const { slug } = collection
  if (isEntryKind(slug)) {
    return withAfterStep(withHooks(collection, followEntry(slug)), followStep)
  }
  if (slug !== 'tracks' && slug !== 'campaigns') return collection
  const field = slug === 'tracks' ? 'tracks' : 'campaign'
  return withHooks(collection, {
    afterChange: [
      async ({ doc, operation, previousDoc, req }) => {
        if (operation === 'update' && doc.slug !== previousDoc?.slug) await renameOnRounds(req)
        return doc
      },
    ],
    beforeDelete: [refuseWhenUsed([{ collection: 'vote-rounds', field }])],
  })
}
