import type { Config, Plugin } from 'payload'

/** What is done with a file after it came in: looked at, probed, and made ready for the public. */
export const mediaPipeline =
  (): Plugin =>
  (config: Config): Config =>
    config
