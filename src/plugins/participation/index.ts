import type { Config, Plugin } from 'payload'
import { ApiClients } from './api-clients.ts'

/** Workers take part from outside: clients that bring them, their works, consents and rights. */
export const participation =
  (): Plugin =>
  (config: Config): Config => ({
    ...config,
    collections: [...(config.collections ?? []), ApiClients],
  })
