import type { Database } from '../database.ts'

/** What of a round never changes once it is there: its row, and the numbers that its works carry. */
export type RoundKnown = { id: number; numbers: ReadonlyMap<string, number> }

export type RoundDirectory = {
  /**
   * The round, with numbers for these works where they stand in it; asks the database for what this
   * node has not heard of.
   *
   * @throws Problem `unavailable`
   */
  find: (slug: string, entries: readonly string[]) => Promise<RoundKnown | undefined>
  /** The same where nobody has to be asked. */
  recall: (slug: string, entries: readonly string[]) => RoundKnown | undefined
}

type Kept = RoundKnown & { at: number }

const text = `
  select r.round_id as id, c.number, c.entry
  from ballot_rounds r left join ballot_candidates c using (round_id) where r.slug = $1`

// Names of rounds and works that are none are asked for as often as anybody likes, but looked up rarely.
const lookAgainAfter = 2_000
const mostRounds = 500

/** Remembers rounds by their slugs. Who takes votes asks the database itself: this is for what goes beside. */
export function openRoundDirectory(database: Pick<Database, 'read'>): RoundDirectory {
  const rounds = new Map<string, Kept>()
  const missing = new Map<string, number>()
  const loading = new Map<string, Promise<Kept | undefined>>()

  const load = async (slug: string): Promise<Kept | undefined> => {
    const rows = await database.read<{ id: number; number: number | null; entry: string | null }>(
      'round by slug',
      text,
      [slug],
    )
    if (rows.length === 0) {
      if (missing.size >= mostRounds) missing.clear()
      missing.set(slug, performance.now())
      return undefined
    }
    const standing = rows.flatMap(({ number, entry }) =>
      number === null || entry === null ? [] : [[entry, number] as const],
    )
    const kept = { id: rows[0]!.id, numbers: new Map(standing), at: performance.now() }
    if (rounds.size >= mostRounds) rounds.clear()
    rounds.set(slug, kept)
    return kept
  }
  const loaded = (slug: string) => {
    const under = loading.get(slug) ?? load(slug).finally(() => loading.delete(slug))
    loading.set(slug, under)
    return under
  }
  const isOld = (at: number) => performance.now() - at > lookAgainAfter

  return {
    recall(slug, entries) {
      const kept = rounds.get(slug)
      return kept && entries.every((entry) => kept.numbers.has(entry)) ? kept : undefined
    },
    async find(slug, entries) {
      const kept = rounds.get(slug)
      if (kept) {
        const isWhole = entries.every((entry) => kept.numbers.has(entry))
        return isWhole || !isOld(kept.at) ? kept : loaded(slug)
      }
      const missed = missing.get(slug)
      return missed !== undefined && !isOld(missed) ? undefined : loaded(slug)
    },
  }
}
