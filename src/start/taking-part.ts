import type { Payload } from 'payload'
import type { TakingPart } from '../domain/participation/taking-part.ts'

/** What the plugin `participation` can do for participants: it leaves it on the configuration. */
export function takingPartOf(payload: Payload): TakingPart {
  const open = payload.config.custom?.takingPart as (payload: Payload) => TakingPart
  return open(payload)
}
