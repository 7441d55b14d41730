import type { Config, Payload, Plugin } from 'payload'
import type { TakingPart } from '../../domain/participation/taking-part.ts'
import { ApiClients } from './api-clients.ts'

/** Workers take part from outside: clients that bring them, their works, consents and rights. */
export const participation =
  (): Plugin =>
  (config: Config): Config => ({
    ...config,
    collections: [...(config.collections ?? []), ApiClients],
    // Taken up by src/start for the public API, which never imports Payload.
    custom: { ...config.custom, takingPart: openTakingPart },
  })

function openTakingPart(_payload: Payload): TakingPart {
  return { desk: {}, rights: {} }
}
