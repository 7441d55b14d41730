import type { Config, Plugin } from 'payload'

/** Frozen lists of results, their public notice, and objections. */
export const results =
  (): Plugin =>
  (config: Config): Config =>
    config
