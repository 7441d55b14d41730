import type { Payload } from 'payload'
import type { People } from '../load/request.ts'
import type { DemoTracks } from '../load/tracks.ts'
import type { Ask } from './ask.ts'

export type Added = Record<'rounds' | 'lists' | 'objections' | 'finals' | 'certificates', number>

/** What everybody who plays needs. */
export type Stage = {
  payload: Payload
  people: People
  tracks: DemoTracks
  ask: Ask
  /** Counts what was added. */
  did: (what: keyof Added, by?: number) => void
  signal?: AbortSignal
}

/** Who confirms what the organiser asks for. */
export const secondPerson = 'province-b@example.org'
/** Who rules on objections. */
export const rulesOnObjections = 'supervisor-a@example.org'
