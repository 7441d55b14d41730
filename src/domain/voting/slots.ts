import { holds, quotasAt, type Quota, type QuotaName } from './quotas.ts'
import type { VotePolicy } from './policy/types.ts'

/**
 * A limit as something that a database can hold true by itself. Each of its `places` is numbered, 1 to
 * `places`, and comes back turn by turn; a vote takes one place in one turn of every limit, which a
 * unique key of its columns gives to one vote alone.
 *
 * - `day`: the turn is the day (`dayNumber`), so that every place comes back at midnight.
 * - `rolling`: the spans of two votes overlap in part, which a unique key cannot see. They are equally
 *   long, so votes give their places back in the order in which they were cast: a voter's votes go round
 *   the places, 1, 2 … n of turn 1, then 1, 2 … n of turn 2, and a place may be taken in a turn when the
 *   vote that has it in the turn before is over. Of two writers who counted the same, both want the same
 *   turn, and the key lets one in.
 * - `round`: there is one turn only, null.
 */
export type Slot = Quota & { key: readonly SlotColumn[] }
export type SlotColumn = 'round' | 'voter' | 'entry' | 'turn'

/** Which places a vote cast at `now` has to take. */
export function slotsOf(policy: VotePolicy, now: Date): Slot[] {
  return quotasAt(policy, now).map((quota) => {
    const { name, perEntry, places, span } = quota
    return { name, perEntry, places, span, key: columnsOf(quota) }
  })
}

export type Place = { turn: number | null; place: number }
/** The places that a vote has taken; a limit that the policy does not set is absent. */
export type Places = Partial<Record<QuotaName, Place>>
/** A vote in the ledger with the places it took. */
export type PlacedVote = { entry: string; at: Date; places: Places }

/**
 * The place that the next vote for a work takes of a limit, or null when all are held.
 *
 * @param history of one voter; votes that were placed before `turnsFrom` are passed over
 * @param turnsFrom the number before the first turn, another one after each change of the policy
 */
export function nextPlace(
  slot: Slot,
  entry: string,
  history: readonly PlacedVote[],
  turnsFrom = 0,
): Place | null {
  const held = history.flatMap(({ at, entry: of, places }) => {
    const place = places[slot.name]
    return place && (!slot.perEntry || of === entry) ? [{ ...place, at }] : []
  })
  const { span } = slot
  if (span.kind === 'rolling') return nextRound(slot, held, turnsFrom)
  const turn = span.kind === 'day' ? turnsFrom + span.day : null
  const taken = new Set(held.filter((one) => one.turn === turn).map(({ place }) => place))
  for (let place = 1; place <= slot.places; place += 1)
    if (!taken.has(place)) return { turn, place }
  return null
}

function nextRound(
  { places, span }: Slot,
  held: readonly (Place & { at: Date })[],
  turnsFrom: number,
): Place | null {
  const placed = held.flatMap(({ turn, ...one }) =>
    turn !== null && turn > turnsFrom ? [{ turn, ...one }] : [],
  )
  const last = placed.reduce((latest, one) => (isAfter(one, latest) ? one : latest), {
    turn: turnsFrom + 1,
    place: 0,
  })
  const next =
    last.place < places
      ? { turn: last.turn, place: last.place + 1 }
      : { turn: last.turn + 1, place: 1 }
  const before = placed.find(({ turn, place }) => turn === next.turn - 1 && place === next.place)
  return before && holds(span, before.at) ? null : next
}

const isAfter = (a: { turn: number; place: number }, b: { turn: number; place: number }) =>
  a.turn > b.turn || (a.turn === b.turn && a.place > b.place)

/** The places for a whole ballot, or null when one of its votes finds none. */
export function placesFor(
  policy: VotePolicy,
  ballot: readonly string[],
  history: readonly PlacedVote[],
  now: Date,
  turnsFrom = 0,
): PlacedVote[] | null {
  const slots = slotsOf(policy, now)
  const placed: PlacedVote[] = []
  const held = [...history]
  for (const entry of ballot) {
    const places: Places = {}
    for (const slot of slots) {
      const place = nextPlace(slot, entry, held, turnsFrom)
      if (place === null) return null
      places[slot.name] = place
    }
    const vote = { entry, at: now, places }
    placed.push(vote)
    held.push(vote)
  }
  return placed
}

/** The values of a place's unique key, as one text. */
export function placeKey(
  slot: Slot,
  { round, voter, entry }: { round: string; voter: string; entry: string },
  { turn, place }: Place,
): string {
  const values = { round, voter, entry, turn }
  return JSON.stringify([slot.name, ...slot.key.map((column) => values[column]), place])
}

function columnsOf({ perEntry, span }: Quota): SlotColumn[] {
  const columns: SlotColumn[] = perEntry ? ['round', 'voter', 'entry'] : ['round', 'voter']
  return span.kind === 'round' ? columns : [...columns, 'turn']
}
