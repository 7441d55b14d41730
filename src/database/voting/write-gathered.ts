import type pg from 'pg'
import { findRound, type BallotRound } from './ballot-round.ts'
import { takeBatch } from './batch.ts'
import { answerOf } from './cast-answers.ts'
import type { CastAnswer, TellerAway } from './cast.ts'
import type { Receipts } from './receipts.ts'
import { sessionsOf } from './voter-sessions.ts'
import type { Gathered } from './waiting-line.ts'

/** What became of each ballot, in their order; undefined: it is to be asked again. */
export type Ended = (CastAnswer | TellerAway | undefined)[]

/**
 * Writes gathered ballots in one transaction, and remembers the rounds they are of.
 *
 * @throws what PostgreSQL throws, and the transaction is to be rolled back
 */
export function gatheredWriter(
  receipts: Pick<Receipts, 'seal'>,
): (client: pg.PoolClient, gathered: Gathered) => Promise<Ended> {
  const rounds = new Map<string, BallotRound>()
  return async (client, { slug, ballots }) => {
    const known = rounds.get(slug) ?? (await findRound(client, slug))
    if (!known) {
      // Who is signed out is told that first, as everywhere.
      const standing = await sessionsOf(client, ballots)
      return ballots.map((_, index) => {
        const session = standing[index]
        return session ? { ok: false, session } : { ok: false, unknownRound: true }
      })
    }
    const { taken, round } = await takeBatch(client, known, ballots)
    const answers = ballots.map((one, index) =>
      answerOf(one, taken[index]!, { receipts, round: round.id }),
    )
    if (answers.includes(undefined)) rounds.delete(slug)
    else rounds.set(slug, round)
    return answers
  }
}
