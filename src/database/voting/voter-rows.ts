import type { Places } from '../../domain/voting/slots.ts'
import type { TextRow } from './in-one-go.ts'
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

/** As `holdVoters` writes a voter: the id that was asked for, and who that is. */
export function personIn([id, person, member, since, others, ...session]: TextRow): [
  number,
  Person,
] {
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

/** As `readingOf` writes a vote. */
export type HistoryTuple = [
  ...[participant: number, number: number, at: number, ballot: string],
  ...[periodTurn: number | null, periodPlace: number | null],
  ...[entryTurn: number | null, entryTurnPlace: number | null],
  ...[entryPlace: number | null, id: string],
]

/** What each person did, under whichever of their ids. */
export function historiesOf(
  tuples: readonly HistoryTuple[],
  people: ReadonlyMap<number, Person>,
): Map<number, HistoryRow[]> {
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
