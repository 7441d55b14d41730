import type { Config, Plugin } from 'payload'
import { JudgingRounds } from './rounds.ts'

/** Experts judge: rounds, panels, assignment, marks, rankings. */
export const judging =
  (): Plugin =>
  (config: Config): Config => ({
    ...config,
    collections: [...(config.collections ?? []), JudgingRounds],
  })
