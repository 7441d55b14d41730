import type { Config, Plugin } from 'payload'

/** Works that look or read alike are put before the reviewer side by side. It refuses nothing by itself. */
export const likeness =
  (): Plugin =>
  (config: Config): Config =>
    config
