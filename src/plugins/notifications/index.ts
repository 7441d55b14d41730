import type { Config, Plugin } from 'payload'
import { NoticeTemplates } from './templates.ts'

/** Notices by mail and webhook, written with what they tell of. */
export const notifications =
  (): Plugin =>
  (config: Config): Config => ({
    ...config,
    collections: [...(config.collections ?? []), NoticeTemplates],
  })
