import type { Config, Plugin } from 'payload'
import { Objections } from './objections.ts'
import { Results } from './results.ts'

/** Frozen lists of results, their public notice, and objections. */
export const results =
  (): Plugin =>
  (config: Config): Config => ({
    ...config,
    collections: [...(config.collections ?? []), Results, Objections],
  })
