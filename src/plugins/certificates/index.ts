import type { Config, Plugin } from 'payload'

/** Certificates of awards, and the pack of evidence behind them. */
export const certificates =
  (): Plugin =>
  (config: Config): Config =>
    config
