import type { Db } from './db.ts'

/** Leaves of one kind that lie behind each other: one row of `ledger_leaves`. */
type Part = {
  from: number
  kind: 'vote' | 'void'
  ids: string[]
  hashes: Buffer[]
  voters: Buffer[]
}

/** How many leaves a block has, and the level of the subtree that stands on it. */
export const blockSize = 1024
export const blockLevel = 10

/** Gathers the leaves of a head into parts, from row `seq` on. */
export function gatherParts(seq: number) {
  const parts: Part[] = []
  let next = seq
  let places: Map<string, number> | null = null

  return {
    /** The number of a vote that is among them. Votes come before all voids. */
    placeOf(vote: string): number | undefined {
      places ??= new Map(
        parts
          .filter(({ kind }) => kind === 'vote')
          .flatMap(({ from, ids }) => ids.map((id, index) => [id, from + index] as const)),
      )
      return places.get(vote)
    },

    add(kind: Part['kind'], id: string, hash: Buffer, voter: Buffer | null): void {
      let part = parts.at(-1)
      if (!part || part.kind !== kind || next % blockSize === 0) {
        part = { from: next, kind, ids: [], hashes: [], voters: [] }
        parts.push(part)
      }
      part.ids.push(id)
      part.hashes.push(hash)
      if (voter) part.voters.push(voter)
      next += 1
    },

    async write(db: Db, head: number): Promise<void> {
      // Some megabytes a statement.
      for (let at = 0; at < parts.length; at += 32) {
        const some = parts.slice(at, at + 32)
        const values = some.map((_, index) => {
          const [from, kind, ids, hashes, voters] = [2, 3, 4, 5, 6].map((n) => `$${index * 5 + n}`)
          const span = `(select int8range(min(id), max(id), '[]') from unnest(${ids}::bigint[]) id)`
          return `(${from}::bigint, $1::int, ${kind}::text, ${ids}::bigint[], ${span}, ${hashes}::bytea, ${voters}::bytea)`
        })
        await db.query(
          `insert into ledger_leaves (from_seq, head, kind, ids, span, hashes, voters) values ${values.join(', ')}`,
          [head, ...some.flatMap(valuesOf)],
        )
      }
    },
  }
}

function valuesOf({ from, kind, ids, hashes, voters }: Part): unknown[] {
  const hidden = kind === 'vote' ? Buffer.concat(voters) : null
  return [from, kind, `{${ids.join(',')}}`, Buffer.concat(hashes), hidden]
}
