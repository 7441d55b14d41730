import type { Config, Plugin } from 'payload'
import { VoteCases } from './cases.ts'
import { VoteRounds } from './rounds.ts'

/** Votes of the public: rounds and their policies, and the desk for votes that something is wrong with. */
export const voting =
  (): Plugin =>
  (config: Config): Config => ({
    ...config,
    collections: [...(config.collections ?? []), VoteRounds, VoteCases],
  })
