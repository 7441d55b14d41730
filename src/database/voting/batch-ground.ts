import type { PoolClient } from 'pg'
import type { RoundState } from '../../domain/voting/decide.ts'
import { ballotRound, type BallotRound } from './ballot-round.ts'
import { textArray } from './batch-rows.ts'
import { begin, holdRound, holdVoters } from './batch-statements.ts'
import { inOneGo } from './in-one-go.ts'
import type { HistoryRow } from './judge.ts'
import { historiesOf, personIn, type HistoryTuple, type Person } from './voter-rows.ts'

/** All that a batch is judged by, held as it is until the transaction ends. */
export type Ground = {
  round: BallotRound
  /** Null: the round's name is another one now. */
  state: RoundState | null
  /** By the database's clock, in milliseconds. */
  now: number
  /** Numbers of the round's works, of those that ballots name; below zero while one is away. */
  works: ReadonlyMap<string, number>
  /** By the ids that ballots are cast with. */
  people: ReadonlyMap<number, Person>
  /** By persons. */
  histories: Map<number, HistoryRow[]>
}

type Asked = { participant: number; entries: readonly string[]; mayBeThere: boolean }

/** Begins a transaction, holds round and voters, and reads what their ballots are judged by: in one go. */
export async function holdGround(
  client: PoolClient,
  known: BallotRound,
  ballots: readonly Asked[],
): Promise<Ground> {
  const [, , voters, read] = await inOneGo(client, [
    begin,
    { ...holdRound, values: [String(known.id)] },
    { ...holdVoters, values: [`{${ballots.map(({ participant }) => participant).join()}}`] },
    { ...known.reading, values: valuesFor(known, ballots, ({ participant }) => [participant]) },
  ])
  const people = new Map(voters!.map(personIn))
  const idsOf = ({ participant }: Asked) => {
    const person = people.get(participant)
    return person ? [person.id, ...person.others] : []
  }
  let found = JSON.parse(read![0]![0]!) as Found
  let round = known
  // Few voters are several ids; rules that changed since this node last looked are read another way.
  const wasWhole = voters!.every(([id, person, , , others]) => id === person && others === '')
  for (let isWhole = wasWhole; found.round; isWhole = true) {
    const reread = changed(round, found.round)
    if (isWhole && (!reread || reread.reading.name === round.reading.name)) {
      round = reread ?? round
      break
    }
    round = reread ?? round
    const [rows] = await inOneGo(client, [
      { ...round.reading, values: valuesFor(round, ballots, idsOf) },
    ])
    found = JSON.parse(rows![0]![0]!) as Found
  }
  return {
    ...{ round, people },
    state: found.round?.state ?? null,
    now: Math.round(found.now),
    works: new Map(Object.entries(found.works ?? {})),
    histories: historiesOf(found.history ?? [], people),
  }
}

type Found = {
  now: number
  round: { state: RoundState; policy: string; turnsFrom: number } | null
  works: Record<string, number> | null
  history: HistoryTuple[] | null
}

function changed(round: BallotRound, now: NonNullable<Found['round']>): BallotRound | undefined {
  if (now.policy === round.policyText && now.turnsFrom === round.turnsFrom) return undefined
  return ballotRound({ ...round, policyText: now.policy, turnsFrom: now.turnsFrom })
}

// As `readingOf` numbers them.
function valuesFor(
  { slug }: BallotRound,
  ballots: readonly Asked[],
  idsOf: (ballot: Asked) => readonly number[],
): string[] {
  const works = new Set<string>()
  const voters = new Set<number>()
  const pairs: [number[], string[]] = [[], []]
  let mayBeThere = false
  for (const ballot of ballots) {
    mayBeThere ||= ballot.mayBeThere
    for (const entry of ballot.entries) works.add(entry)
    for (const id of idsOf(ballot)) {
      voters.add(id)
      for (const entry of ballot.entries) {
        pairs[0].push(id)
        pairs[1].push(entry)
      }
    }
  }
  return [
    ...[slug, textArray([...works]), `{${[...voters].join()}}`],
    ...[`{${pairs[0].join()}}`, textArray(pairs[1]), String(mayBeThere)],
  ]
}
