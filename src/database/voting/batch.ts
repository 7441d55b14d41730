import type { PoolClient } from 'pg'
import type { RoundState } from '../../domain/voting/decide.ts'
import { readPolicy, type VotePolicy } from '../../domain/voting/policy.ts'
import type { Places } from '../../domain/voting/slots.ts'
import { beginning, readingOf, voters, writingOf, type Reading } from './batch-statements.ts'
import { judge, type HistoryRow, type Judgement } from './judge.ts'
import { batchRows, textArray, type PlacedBallot } from './batch-rows.ts'

/** A round as a node knows it: how its ballots are read. Its rules are looked at in every batch. */
export type BallotRound = {
  id: number
  slug: string
  policy: VotePolicy
  policyText: string
  turnsFrom: number
  reading: Reading
}

/** A ballot that a batch is to take. */
export type Ballot = {
  participant: number
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

export type Batch = { taken: (Taken & { person?: number })[]; round: BallotRound }

/**
 * Takes ballots of one round in one transaction: holds round and voters, reads, judges each, writes all
 * that are accepted by one statement. It returns after the commit.
 *
 * @throws what PostgreSQL throws, after the transaction was rolled back: 23505 and 23514 where the
 *   ledger's own keys refuse a vote
 */
export async function takeBatch(
  client: PoolClient,
  known: BallotRound,
  ballots: readonly Ballot[],
): Promise<Batch> {
  await client.query(beginning(known.id))
  const people = await holdVoters(client, ballots)
  const { ground, round } = await readGround(client, known, people, ballots)
  if (!ground.round) {
    await client.query('rollback')
    return { taken: ballots.map(() => ({ kind: 'again' })), round }
  }
  const histories = historiesOf(ground.history ?? [], people)
  const historyOf = (person: number) => {
    const rows = histories.get(person) ?? []
    histories.set(person, rows)
    return rows
  }
  const works = new Map(Object.entries(ground.works ?? {}))
  const placed: PlacedBallot[] = []
  const { state } = ground.round
  const now = Math.round(ground.now)
  const taken = ballots.map((ballot): Taken & { person?: number } => {
    const person = people.get(ballot.participant)
    if (!person) return { kind: 'no-voter' }
    if (state === 'draft') return { kind: 'draft' }
    const names = ballot.names([person.id, ...person.others])
    const judgement = judge({
      policy: round.policy,
      state,
      turnsFrom: round.turnsFrom,
      works,
      voter: { person: person.id, isMember: person.member, since: new Date(person.since) },
      entries: ballot.entries,
      known: ballot.mayBeThere ? names : [],
      history: historyOf(person.id),
      now,
    })
    if (judgement.kind !== 'accepted') return { ...judgement, person: person.id }
    const ballotName = names[0]!
    const votes = judgement.placed.map(({ entry, at, places }) => ({
      participant: person.id,
      number: works.get(entry)!,
      at: at.getTime(),
      ballot: ballotName,
      places,
      id: '',
    }))
    placed.push({ client: ballot.client, votes })
    // Ballots of one person that came together are judged one after the other.
    historyOf(person.id).push(...votes)
    const { remaining, resetsAt } = judgement
    return {
      kind: 'accepted',
      at: judgement.placed[0]!.at,
      ballot: ballotName,
      person: person.id,
      remaining,
      resetsAt,
      votes,
    }
  })
  if (placed.length === 0) {
    await client.query('rollback')
    return { taken, round }
  }
  const { rows } = await client.query({ ...writingOf(round.id), values: batchRows(placed) })
  await client.query('commit')
  let at = 0
  for (const { votes } of placed) {
    for (const vote of votes) vote.id = (rows[at++] as unknown as [string])[0]
  }
  return { taken, round }
}

type Person = { id: number; member: boolean; since: number; others: number[] }

async function holdVoters(
  client: PoolClient,
  ballots: readonly Ballot[],
): Promise<Map<number, Person>> {
  const ids = ballots.map(({ participant }) => participant)
  const { rows } = await client.query({ ...voters, values: [`{${ids.join()}}`] })
  return new Map(
    rows.map(({ id, person, member, since, others }) => [
      id as number,
      { id: person, member, since: Math.round(since), others },
    ]),
  )
}

type Ground = {
  now: number
  round: { state: RoundState; policy: string; turnsFrom: number } | null
  works: Record<string, number> | null
  history: HistoryTuple[] | null
}
type HistoryTuple = [
  ...[participant: number, number: number, at: number, ballot: string],
  ...[periodTurn: number | null, periodPlace: number | null],
  ...[entryTurn: number | null, entryTurnPlace: number | null],
  ...[entryPlace: number | null, id: string],
]

// Rules that changed since this node last looked are read by another statement.
async function readGround(
  client: PoolClient,
  known: BallotRound,
  people: ReadonlyMap<number, Person>,
  ballots: readonly Ballot[],
): Promise<{ ground: Ground; round: BallotRound }> {
  const ids = [...new Set([...people.values()].flatMap(({ id, others }) => [id, ...others]))]
  const pairs = ballots.flatMap(({ participant, entries }) => {
    const person = people.get(participant)
    if (!person) return []
    return [person.id, ...person.others].flatMap((id) => entries.map((entry) => ({ id, entry })))
  })
  const values = [
    known.slug,
    textArray([...new Set(ballots.flatMap(({ entries }) => entries))]),
    `{${ids.join()}}`,
    `{${pairs.map(({ id }) => id).join()}}`,
    textArray(pairs.map(({ entry }) => entry)),
    ballots.some(({ mayBeThere }) => mayBeThere),
  ]
  let round = known
  for (;;) {
    const { rows } = await client.query({ ...round.reading, values })
    const ground = JSON.parse(rows[0].ground) as Ground
    const now = ground.round
    if (!now || (now.policy === round.policyText && now.turnsFrom === round.turnsFrom)) {
      return { ground, round }
    }
    const changed = ballotRound({ ...round, policyText: now.policy, turnsFrom: now.turnsFrom })
    const isReadAlike = changed.reading.name === round.reading.name
    round = changed
    if (isReadAlike) return { ground, round }
  }
}

/** @throws for a policy that is none: nothing is opened with such */
export function ballotRound(given: {
  id: number
  slug: string
  policyText: string
  turnsFrom: number
}): BallotRound {
  const { id, slug, policyText, turnsFrom } = given
  const { policy } = readPolicy(JSON.parse(policyText))
  if (!policy) throw new Error(`The policy of round ${slug} cannot be read`)
  return { id, slug, policyText, turnsFrom, policy, reading: readingOf(id, policy, turnsFrom) }
}

function historiesOf(tuples: readonly HistoryTuple[], people: ReadonlyMap<number, Person>) {
  const personOf = new Map<number, number>()
  for (const { id, others } of people.values()) {
    for (const one of [id, ...others]) personOf.set(one, id)
  }
  const histories = new Map<number, HistoryRow[]>()
  for (const [participant, number, at, ballot, ...places] of tuples) {
    const person = personOf.get(participant)!
    const row = {
      participant,
      number,
      at: Math.round(at),
      ballot,
      places: placesIn(places),
      id: places[5],
    }
    const rows = histories.get(person)
    if (rows) rows.push(row)
    else histories.set(person, [row])
  }
  return histories
}

type Tail = [number | null, number | null, number | null, number | null, number | null, string]
function placesIn([periodTurn, period, entryTurn, entryPeriod, entry]: Tail): Places {
  const places: Places = {}
  if (period !== null) places.period = { turn: periodTurn, place: period }
  if (entryPeriod !== null) places['entry-period'] = { turn: entryTurn, place: entryPeriod }
  if (entry !== null) places.entry = { turn: null, place: entry }
  return places
}
