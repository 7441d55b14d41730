import type { BallotRefusal } from '../../domain/voting/ballot-refusals.ts'

export type Cast = {
  /** Slug of the round. */
  round: string
  participant: number
  /** Of the voter's session: one that is over by then, or whose voter is blocked, casts nothing. */
  epoch?: number | undefined
  /** Row of `api_clients`. */
  client: number
  /** Public ids of works. */
  entries: readonly string[]
  /** Idempotency-Key: the same ballot of the same voter, sent again within a day, counts once. */
  key?: string | undefined
}

export type CastAnswer =
  | {
      ok: true
      receipt: string
      at: Date
      accepted: string[]
      remaining: number | null
      resetsAt: Date | null
      /** It was there already. */
      replayed: boolean
      votes: { id: string; number: number }[]
    }
  | { ok: false; refusal: BallotRefusal }
  /** The key stands for another ballot. */
  | { ok: false; reused: true }
  | { ok: false; unknownRound: true }
  | { ok: false; session: 'over' | 'blocked' }

/** The database is away, or too much waits: the ballot may be written or not. */
export class TellerAway extends Error {
  override name = 'TellerAway'
}

export type Teller = {
  /**
   * Takes a ballot whole or not at all; answers after the commit.
   *
   * @throws TellerAway within five seconds when the database is away, or too much waits: the ballot may
   *   be written or not, and sent again with the same key it counts once
   */
  cast: (cast: Cast) => Promise<CastAnswer>
  stats: () => { waiting: number; batches: number; votes: number; longest: number }
  /** Finishes what waits; ballots that come later are turned away. */
  close: () => Promise<void>
}
