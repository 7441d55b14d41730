import type { Db } from './db.ts'
import { newestHead } from './heads.ts'
import { placesOf } from './places.ts'

/** A row of `votes` or `vote_voids` as it stands in its table now. */
export type SealedRow = {
  id: string
  at: number
  round: number
  number: number
  /** Of a void: what it takes back (undefined: a vote that is not sealed), and why. */
  voids: { vote: string; of: number | undefined; class: string; case: string } | null
  /** Where it is sealed; undefined while nobody has looked, null: nowhere. */
  place?: number | null
}

const portion = 2_000

/**
 * The rows of a table up to the newest head's mark, in the order in which they were sealed, taken one by
 * one as the leaves name them.
 *
 * @param db one client in a transaction: a cursor lives in it
 */
export async function openSealedRows(db: Db, kind: 'vote' | 'void') {
  const last = await newestHead(db)
  const mark = kind === 'vote' ? [last?.votesTx, last?.votesId] : [last?.voidsTx, last?.voidsId]
  const [tx, id] = mark.map((one) => BigInt(one ?? 0))
  const cursor = `sealed_${kind}s`
  await db.query(`set local work_mem = '64MB'`)
  await db.query(
    `declare ${cursor} no scroll cursor for
     select id, (date_part('epoch', at) * 1000)::bigint, round_id, number${kind === 'void' ? ', vote_id, class, case_id' : ''}
     from ${kind === 'vote' ? 'votes' : 'vote_voids'}
     where tx <= ${tx} and (tx, id) <= (${tx}, ${id}) order by tx, id`,
  )
  let rows: SealedRow[] = []
  let next = 0

  const peek = async (): Promise<SealedRow | undefined> => {
    if (next === rows.length) {
      rows = await fetch(db, cursor, kind)
      next = 0
    }
    return rows[next]
  }

  return {
    /** The row with this id, which is sealed as `seq`; before it those that stand there and are not sealed. */
    async take(id: string, seq: number): Promise<{ row: SealedRow | null; strays: SealedRow[] }> {
      const strays: SealedRow[] = []
      for (;;) {
        const row = await peek()
        if (!row) return { row: null, strays }
        if (row.id !== id) {
          // Never so in a ledger that is as it was sealed.
          row.place ??= (await placesOf(db, [row.id], kind)).get(row.id) ?? null
          if (row.place !== null && row.place > seq) return { row: null, strays }
          strays.push(row)
        }
        next += 1
        if (row.id === id) return { row, strays }
      }
    },

    /** What no leaf took, some at a time. */
    async rest(): Promise<SealedRow[]> {
      if (!(await peek())) return []
      const some = rows.slice(next)
      next = rows.length
      return some
    },
  }
}

async function fetch(db: Db, cursor: string, kind: 'vote' | 'void'): Promise<SealedRow[]> {
  const text = `fetch ${portion} from ${cursor}`
  const { rows } = await db.query({ text, rowMode: 'array', types: asWritten })
  const places =
    kind === 'void'
      ? await placesOf(
          db,
          rows.map((row) => row[4]),
        )
      : null
  return rows.map((row) => ({
    ...{ id: row[0], at: Number(row[1]), round: Number(row[2]), number: Number(row[3]) },
    voids: places && { vote: row[4], of: places.get(row[4]), class: row[5], case: row[6] },
  }))
}

// Text as it comes: parsing by type costs more than hashing.
const asWritten = { getTypeParser: () => (value: string) => value }
