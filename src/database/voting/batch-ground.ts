import type { PoolClient } from 'pg'
import type { RoundState } from '../../domain/voting/decide.ts'
import type { Places } from '../../domain/voting/slots.ts'
import { ballotRound, type BallotRound } from './ballot-round.ts'
import { textArray } from './batch-rows.ts'
import { begin, holdRound, holdVoters } from './batch-statements.ts'
import { inOneGo, type TextRow } from './in-one-go.ts'
import type { HistoryRow } from './judge.ts'

/** One voter, of one id or of several that were found to be one person. */
export type Person = {
  id: number
  isMember: boolean
  since: Date
  others: number[]
  /** Of the id that the ballot is cast with. */
  epoch: number
  isBlocked: boolean
  isGone: boolean
}

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

function personIn([id, person, member, since, others, ...session]: TextRow): [number, Person] {
  return [
    Number(id),
    {
      id: Number(person),
      isMember: member === 't',
      since: new Date(Math.round(Number(since))),
      others: others === '' ? [] : others!.split(',').map(Number),
      epoch: Number(session[0]),
      isBlocked: session[1] === 't',
      isGone: session[2] === 't',
    },
  ]
}

type HistoryTuple = [
  ...[participant: number, number: number, at: number, ballot: string],
  ...[periodTurn: number | null, periodPlace: number | null],
  ...[entryTurn: number | null, entryTurnPlace: number | null],
  ...[entryPlace: number | null, id: string],
]

function historiesOf(tuples: readonly HistoryTuple[], people: ReadonlyMap<number, Person>) {
  const personOf = new Map<number, number>()
  for (const { id, others } of people.values()) {
    for (const one of [id, ...others]) personOf.set(one, id)
  }
  const histories = new Map<number, HistoryRow[]>()
  for (const [participant, number, at, ballot, ...tail] of tuples) {
    const [periodTurn, period, entryTurn, entryPeriod, entry, id] = tail
    const person = personOf.get(participant)!
    const places: Places = {}
    if (period !== null) places.period = { turn: periodTurn, place: period }
    if (entryPeriod !== null) places['entry-period'] = { turn: entryTurn, place: entryPeriod }
    if (entry !== null) places.entry = { turn: null, place: entry }
    const row = { participant, number, at: Math.round(at), ballot, places, id }
    const rows = histories.get(person)
    if (rows) rows.push(row)
    else histories.set(person, [row])
  }
  return histories
}
