import { voidClasses, type LedgerRow, type VoidClass } from './row.ts'

/** What an entry has in a round. Its total is `votes` less all of `voided`. */
export type EntryTally = { votes: number; voided: Record<VoidClass, number> }
/** By round and entry. */
export type Tally = Map<string, Map<string, EntryTally>>

/**
 * Counts one row into a tally, which it changes and gives back. Rows may come in any order: only the
 * sums matter.
 */
export function countRow(tally: Tally, row: LedgerRow): Tally {
  const round = tally.get(row.round) ?? new Map<string, EntryTally>()
  tally.set(row.round, round)
  const own = round.get(row.entry) ?? { votes: 0, voided: noVoids() }
  round.set(row.entry, own)
  if (row.kind === 'vote') own.votes += 1
  else own.voided[row.class] += 1
  return tally
}

/** The tally of rows; `before` (milliseconds since 1970) leaves out those at or after an instant. */
export function tallyOf(rows: Iterable<LedgerRow>, before = Infinity): Tally {
  const tally: Tally = new Map()
  for (const row of rows) if (row.at < before) countRow(tally, row)
  return tally
}

/** Adds a part to a tally, as a worker folds new rows into the stored counts. */
export function addTally(tally: Tally, part: Tally): Tally {
  for (const [round, entries] of part) {
    const own = tally.get(round) ?? new Map<string, EntryTally>()
    tally.set(round, own)
    for (const [entry, { votes, voided }] of entries) {
      const sum = own.get(entry) ?? { votes: 0, voided: noVoids() }
      sum.votes += votes
      for (const one of voidClasses) sum.voided[one] += voided[one]
      own.set(entry, sum)
    }
  }
  return tally
}

export function totalOf({ votes, voided }: EntryTally): number {
  return votes - voidClasses.reduce((sum, one) => sum + voided[one], 0)
}

function noVoids(): Record<VoidClass, number> {
  return { automated: 0, 'identity-farm': 0, purchased: 0, merged: 0, other: 0 }
}
