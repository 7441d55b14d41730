import type { PoolClient } from 'pg'
import type { BallotRound } from './ballot-round.ts'
import { holdGround, type Ground } from './batch-ground.ts'
import { batchRows, type PlacedBallot } from './batch-rows.ts'
import { commit, writingOf } from './batch-statements.ts'
import { inOneGo } from './in-one-go.ts'
import { judge, type HistoryRow, type Judgement } from './judge.ts'
import { sessionEnd } from './voter-sessions.ts'

/** A ballot that a batch is to take. */
export type Ballot = {
  participant: number
  /** Of the voter's session, which is then looked at. */
  epoch: number | undefined
  client: number
  entries: readonly string[]
  /** What it is written under; of several ids that are one person, each under another. */
  names: (ids: readonly number[]) => string[]
  /** It may be there already: sent again, or written by a batch that nobody heard the end of. */
  mayBeThere: boolean
}

export type Taken =
  | Exclude<Judgement, { kind: 'accepted' }>
  | {
      kind: 'accepted'
      at: Date
      ballot: string
      person: number
      remaining: number | null
      resetsAt: Date | null
      votes: HistoryRow[]
    }
  /** The round's name is another one now. */
  | { kind: 'again' }
  | { kind: 'no-voter' }
  | { kind: 'draft' }
  | { kind: 'session'; session: 'over' | 'blocked' }

export type Batch = { taken: Taken[]; round: BallotRound }

/**
 * Takes ballots of one round in one transaction: holds round and voters, reads, judges each, writes all
 * that are accepted by one statement. It returns after the commit.
 *
 * @throws what PostgreSQL throws, and the transaction is to be rolled back: 23505 and 23514 where the
 *   ledger's own keys refuse a vote
 */
export async function takeBatch(
  client: PoolClient,
  known: BallotRound,
  ballots: readonly Ballot[],
): Promise<Batch> {
  const ground = await holdGround(client, known, ballots)
  const { round } = ground
  const placed: PlacedBallot[] = []
  const taken = ballots.map((ballot) => takeOne(ground, ballot, placed))
  if (placed.length === 0) {
    await client.query('rollback')
    return { taken, round }
  }
  const [ids] = await inOneGo(client, [
    { ...writingOf(round.id), values: batchRows(placed) },
    commit,
  ])
  let at = 0
  for (const { votes } of placed) {
    for (const vote of votes) vote.id = ids![at++]![0]!
  }
  return { taken, round }
}

function takeOne(ground: Ground, ballot: Ballot, placed: PlacedBallot[]): Taken {
  const { round, state, works, people, histories, now } = ground
  if (state === null) return { kind: 'again' }
  const person = people.get(ballot.participant)
  const session = sessionEnd(person, ballot.epoch)
  if (session) return { kind: 'session', session }
  if (!person) return { kind: 'no-voter' }
  if (state === 'draft') return { kind: 'draft' }
  const names = ballot.names([person.id, ...person.others])
  const history = histories.get(person.id) ?? []
  const judgement = judge({
    policy: round.policy,
    state,
    turnsFrom: round.turnsFrom,
    works,
    voter: { person: person.id, isMember: person.isMember, since: person.since },
    entries: ballot.entries,
    known: ballot.mayBeThere ? names : [],
    history,
    now,
  })
  if (judgement.kind !== 'accepted') return judgement
  const [name] = names as [string]
  const votes = judgement.placed.map(({ entry, at, places }) => ({
    participant: person.id,
    number: works.get(entry)!,
    at: at.getTime(),
    ballot: name,
    places,
    id: '',
  }))
  placed.push({ client: ballot.client, votes })
  // Ballots of one person that came together are judged one after the other.
  histories.set(person.id, [...history, ...votes])
  const { remaining, resetsAt } = judgement
  return {
    kind: 'accepted',
    at: judgement.placed[0]!.at,
    ballot: name,
    person: person.id,
    ...{ remaining, resetsAt, votes },
  }
}
