import type { Config, Plugin } from 'payload'

/** Notices by mail and webhook, written with what they tell of. */
export const notifications =
  (): Plugin =>
  (config: Config): Config =>
    config
