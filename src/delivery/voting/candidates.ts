import { cacheUntilChanged } from '../cache.ts'
import type { Changes } from '../changes.ts'
import type { Database } from '../database.ts'

/** A work that stands, as lists show it: `item` is its JSON. */
export type Candidate = { number: number; kind: string; track: string; item: string }

export type Candidates = {
  /** The works that stand in a round and are public now, by their numbers; null: no such round. */
  of: (slug: string) => Promise<readonly Candidate[] | null>
}

type Row = {
  number: number
  id: string | null
  kind: string
  track: string
  card: string
  votes: number | null
  award: string | null
}

const text = `
  select c.number, e.id, e.kind::text as kind, e.track, e.card::text as card, e.votes, e.award::text as award
  from ballot_rounds r
  left join ballot_candidates c on c.round_id = r.round_id and c.away_since is null
  left join showcase_entries e on e.id = c.entry
  where r.slug = $1 and r.state <> 'draft' order by c.number`

/** What is taken down is told of; works that join a round are not. In milliseconds. */
export const candidatesKeptFor = 2_000

/**
 * All works of a round at a time: every voter sees them in another order, so a page of one is no use to
 * the next. What is taken down is gone as soon as this node hears of it.
 */
export function openCandidates(
  database: Pick<Database, 'read'>,
  changes: Changes,
  maxBytes: number,
): Candidates {
  const cache = cacheUntilChanged<{ works: Candidate[] | null }>({
    ...{ maxBytes, changes },
    bytesOf: ({ works }) =>
      (works ?? []).reduce((sum, one) => sum + 2 * one.item.length + 200, 500),
  })
  return {
    of: async (slug) => {
      const { works } = await cache.through(slug, async () => {
        const rows = await database.read<Row>('candidates', text, [slug])
        const standing = rows.filter((row) => row.id !== null)
        const ids = new Set(standing.map(({ id }) => id))
        const works = standing.map(({ number, kind, track, card, votes, award }) => ({
          ...{ number, kind, track },
          // Votes and award change without a review, so they are put into the JSON as it goes out.
          item: `${card.slice(0, -1)}, "votes": ${votes}, "award": ${award}}`,
        }))
        return {
          value: { works: rows.length === 0 ? null : works },
          matches: (change) => 'entry' in change && ids.has(change.entry),
          expires: Date.now() + candidatesKeptFor,
        }
      })
      return works
    },
  }
}
