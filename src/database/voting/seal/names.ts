import type { Db } from './db.ts'

/** The public names of rounds and works, by the numbers that votes carry. */
export type Names = {
  round: (round: number) => string
  entry: (round: number, number: number) => string
}

/** Reads all names: some thousands; they never change once a round was open. */
export async function readNames(db: Db): Promise<Names> {
  const rounds = new Map<number, { slug: string; entries: Map<number, string> }>()
  const all = await db.query(`select round_id, slug from ballot_rounds`)
  for (const { round_id, slug } of all.rows) rounds.set(round_id, { slug, entries: new Map() })
  const candidates = await db.query(`select round_id, number, entry from ballot_candidates`)
  for (const { round_id, number, entry } of candidates.rows) {
    rounds.get(round_id)!.entries.set(number, entry)
  }
  const known = (round: number) => {
    const found = rounds.get(round)
    if (!found) throw new Error(`Votes name a round ${round} that is not there`)
    return found
  }
  return {
    round: (round) => known(round).slug,
    entry(round, number) {
      const entry = known(round).entries.get(number)
      if (entry === undefined)
        throw new Error(`Votes of round ${round} name a work ${number} that is not there`)
      return entry
    },
  }
}
