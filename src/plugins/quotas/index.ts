import type { Config, Plugin } from 'payload'
import { Quotas } from './collection.ts'

/** Quotas: how many works a unit, with all below it, may and should send to a track. */
export const quotas =
  (): Plugin =>
  (config: Config): Config => ({
    ...config,
    collections: [...(config.collections ?? []), Quotas],
  })
