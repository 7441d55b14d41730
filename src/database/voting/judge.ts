import { decideBallot, type RoundState } from '../../domain/voting/decide.ts'
import type { BallotRefusal } from '../../domain/voting/ballot-refusals.ts'
import type { VotePolicy } from '../../domain/voting/policy.ts'
import { placesFor, type PlacedVote, type Places } from '../../domain/voting/slots.ts'
import { standingOf } from '../../domain/voting/standing.ts'

/** A vote of a voter as it lies in the ledger. */
export type HistoryRow = {
  participant: number
  number: number
  at: number
  ballot: string
  id: string
  places: Places
}

/** A ballot and all that it is judged by. */
export type Judged = {
  policy: VotePolicy
  state: RoundState
  turnsFrom: number
  /** Numbers of the round's works, of those that the ballot names; below zero while one is away. */
  works: ReadonlyMap<string, number>
  voter: { person: number; isMember: boolean; since: Date }
  entries: readonly string[]
  /** What the ballot may have been written under before; empty: it is new. */
  known: readonly string[]
  history: readonly HistoryRow[]
  /** By the database's clock, in milliseconds. */
  now: number
}

export type Judgement =
  | { kind: 'accepted'; placed: PlacedVote[]; remaining: number | null; resetsAt: Date | null }
  | {
      kind: 'there'
      ballot: string
      at: Date
      votes: HistoryRow[]
      remaining: number | null
      resetsAt: Date | null
    }
  | { kind: 'reused' }
  | { kind: 'refused'; refusal: BallotRefusal }
  /** Allowed, but its places are held: the ledger was written by somebody else. */
  | { kind: 'held' }

/** What becomes of a ballot, and which places its votes take. */
export function judge(question: Judged): Judgement {
  const { policy, state, turnsFrom, works, voter, entries, known, history } = question
  // Works of the ballot by their numbers; most voters have no history, and then none is asked for.
  const nameOf = new Map(
    history.length === 0 ? [] : entries.map((entry) => [Math.abs(works.get(entry) ?? 0), entry]),
  )
  const votes = history.map((row) => ({
    row,
    // Of other works it only matters that they are others.
    entry: nameOf.get(row.number) ?? `#${row.number}`,
    at: new Date(row.at),
  }))
  if (known.length > 0) {
    const cast = votes.filter(({ row }) => known.includes(row.ballot))
    if (cast.length > 0) return sameOrReused(question, cast, votes)
  }
  // Time never runs back for a voter, whatever the machine's clock does.
  const now = new Date(history.reduce((latest, { at }) => Math.max(latest, at), question.now))
  const answer = decideBallot({
    policy,
    round: { state, candidates: { has: (entry) => (works.get(entry) ?? 0) > 0 } },
    voter,
    ballot: entries,
    history: votes,
    now,
  })
  if (!answer.ok) return { kind: 'refused', refusal: answer.refusal }
  const own = votes
    .filter(({ row }) => row.participant === voter.person)
    .map(({ row, entry, at }) => ({ entry, at, places: row.places }))
  const placed = placesFor(policy, entries, own, now, turnsFrom)
  if (!placed) return { kind: 'held' }
  return { kind: 'accepted', placed, remaining: answer.remaining, resetsAt: answer.resetsAt }
}

type Vote = { row: HistoryRow; entry: string; at: Date }

function sameOrReused(
  { policy, works, entries }: Judged,
  cast: readonly Vote[],
  votes: readonly Vote[],
): Judgement {
  const numberOf = (entry: string) => Math.abs(works.get(entry) ?? 0)
  const numbers = new Set(cast.map(({ row }) => row.number))
  const isSame =
    entries.length === numbers.size &&
    new Set(entries.map(numberOf)).size === numbers.size &&
    entries.every((entry) => numbers.has(numberOf(entry)))
  if (!isSame) return { kind: 'reused' }
  const { at, row } = cast[0]!
  // As it was answered then.
  const before = votes.filter((one) => one.at <= at)
  const inOrder = entries.map((entry) => cast.find((one) => one.row.number === numberOf(entry))!)
  return {
    ...{ kind: 'there', ballot: row.ballot, at, votes: inOrder.map((one) => one.row) },
    ...standingOf(policy, before, at),
  }
}
