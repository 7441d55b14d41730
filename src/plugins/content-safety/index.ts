import type { Config, Plugin } from 'payload'
import { WordLists } from './word-lists.ts'

/** Shows reviewers what a work should be looked at twice for. It refuses nothing by itself. */
export const contentSafety =
  (): Plugin =>
  (config: Config): Config => ({
    ...config,
    collections: [...(config.collections ?? []), WordLists],
  })
