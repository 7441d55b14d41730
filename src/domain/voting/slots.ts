import { dayNumber } from '../phases.ts'
import { holds, quotasAt, type Quota, type QuotaName } from './quotas.ts'
import type { VotePolicy } from './policy/types.ts'

/**
 * A limit as something that a database can hold true by itself. Each of its `places` is numbered, 1 to
 * `places`; a vote takes one of every limit, and no two votes may hold the same place while their
 * spans meet. That is exactly “at most so many at a time”, since spans of one limit are equally long.
 *
 * - `day`, `round`: a plain unique key over (`key`, place). `day` is a column of its own.
 * - `rolling`: the spans of two votes overlap in part, which a unique key cannot see; see `slotsOf`.
 */
export type Slot = Quota & { key: readonly SlotColumn[] }
export type SlotColumn = 'round' | 'voter' | 'entry' | 'day'

/**
 * Which places a vote cast at `now` has to take.
 *
 * **By calendar day.** A ledger row carries `day` (`dayNumber`; in SQL `floor((ms + 28800000) /
 * 86400000)` of the very instant that the row keeps) and a place a limit, null where there is no such
 * limit; the unique keys are `(round, voter, day, period_place)`, `(round, voter, entry, day,
 * entry_period_place)` and `(round, voter, entry, entry_place)`, each place with `check (place between
 * 1 and n)`. All of them begin with the round, so the table can be partitioned by round (list) and,
 * below, by voter (hash); by day it cannot, for the third key has none. A writer counts, takes the next
 * places and inserts; who loses a race gets 23505, rolls the whole ballot back, counts again and asks
 * `decideBallot` again. A node that writes the votes of one voter one after the other loses no race
 * with itself.
 *
 * **Rolling.** Two ways; the first needs no extension:
 *  1. A row lock: `insert into voters_of_round (round, voter) … on conflict do nothing`, then `select …
 *     for update` on that row (an advisory lock `pg_advisory_xact_lock(hashtextextended(round || ':' ||
 *     voter, 0))` does the same without a row). *After* the lock is held, and not before, read
 *     `clock_timestamp()`: `now()` is the start of the transaction, and a transaction that waited would
 *     judge by an instant older than votes already cast. With several ballots in one statement take the
 *     locks in the order of the voters, or two nodes block each other for ever. Then count the rows with
 *     `at > now - hours` (`rollingWindow`) and insert in the same transaction. A trigger before insert
 *     that does the same makes it true for every writer.
 *  2. Without a lock: `exclude using gist (round with =, voter with =, period_place with =,
 *     tstzrange(at, at + hours) with &&)` (extension `btree_gist`), places from `nextPlace`; a lost race is
 *     23P01. Dearer by row than a unique key.
 */
export function slotsOf(policy: VotePolicy, now: Date): Slot[] {
  return quotasAt(policy, now).map((quota) => ({ ...quota, key: columnsOf(quota) }))
}

/** The instants whose votes count against one cast at `now`: later than `after`, `now` too. */
export function rollingWindow(hours: number, now: Date): { after: Date; until: Date } {
  return { after: new Date(now.getTime() - hours * 3_600_000), until: now }
}

/** The place of each limit that a vote has taken; a limit that the policy does not set is absent. */
export type Places = Partial<Record<QuotaName, number>>
/** A vote in the ledger with the places it took. */
export type PlacedVote = { entry: string; at: Date; places: Places }

/**
 * The lowest free place of a limit, or null when all are held. Places are not handed out by count
 * alone: under a rolling period an early one comes back while later ones are still held.
 */
export function nextPlace(
  slot: Slot,
  entry: string,
  history: readonly PlacedVote[],
): number | null {
  const held = new Set(
    history
      .filter((vote) => (!slot.perEntry || vote.entry === entry) && holds(slot.span, vote.at))
      .map(({ places }) => places[slot.name]),
  )
  for (let place = 1; place <= slot.places; place += 1) if (!held.has(place)) return place
  return null
}

/** The places for a whole ballot, or null when one of its votes finds none. */
export function placesFor(
  policy: VotePolicy,
  ballot: readonly string[],
  history: readonly PlacedVote[],
  now: Date,
): PlacedVote[] | null {
  const slots = slotsOf(policy, now)
  const placed: PlacedVote[] = []
  for (const entry of ballot) {
    const places: Places = {}
    for (const slot of slots) {
      const place = nextPlace(slot, entry, [...history, ...placed])
      if (place === null) return null
      places[slot.name] = place
    }
    placed.push({ entry, at: now, places })
  }
  return placed
}

/** The values of a place's unique key, as one text; for `rolling` the key of its exclusion. */
export function placeKey(
  slot: Slot,
  { round, voter, entry, at }: { round: string; voter: string; entry: string; at: Date },
  place: number,
): string {
  const values = { round, voter, entry, day: dayNumber(at) }
  return JSON.stringify([slot.name, ...slot.key.map((column) => values[column]), place])
}

function columnsOf({ perEntry, span }: Quota): SlotColumn[] {
  const columns: SlotColumn[] = perEntry ? ['round', 'voter', 'entry'] : ['round', 'voter']
  return span.kind === 'day' ? [...columns, 'day'] : columns
}
