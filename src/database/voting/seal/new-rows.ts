import type { Db } from './db.ts'
import type { Mark } from './heads.ts'

/** A vote that is not sealed yet; numbers as PostgreSQL writes them. */
export type NewVote = {
  id: string
  tx: string
  /** Milliseconds since 1970. */
  at: number
  round: number
  participant: number
  number: number
}
export type NewVoid = {
  id: string
  tx: string
  at: number
  round: number
  vote: string
  number: number
  class: string
  case: string
}

export const nothingSealed: Mark = { votesTx: '0', votesId: '0', voidsTx: '0', voidsId: '0' }

/** The database's transactions begin again below those that are sealed. */
export class LedgerRewound extends Error {
  override name = 'LedgerRewound'
}

/**
 * Takes down which rows are behind the mark and in transactions that are older than every running one:
 * no row can come to stand among them any more. They are kept by a cursor outside of any transaction, so
 * that reading holds back nobody's view of what is finished.
 *
 * @param db one client: a cursor belongs to its connection
 * @throws LedgerRewound after a dump was restored into another cluster, whose transactions count anew
 */
export async function openNewRows(db: Db, mark: Mark) {
  await db.query('begin isolation level repeatable read read only')
  try {
    const { rows } = await db.query(
      `select pg_snapshot_xmin(pg_current_snapshot())::text as before, pg_snapshot_xmax(pg_current_snapshot())::text as next`,
    )
    const { before, next } = rows[0]
    for (const sealed of [mark.votesTx, mark.voidsTx]) {
      if (BigInt(next) <= BigInt(sealed)) {
        throw new LedgerRewound(
          `The ledger is sealed up to transaction ${sealed}, but this database's next one is ${next}: it was restored into another cluster. Start a node with the admin: it lets transactions run on until they are behind that number.`,
        )
      }
    }
    await db.query(`set local work_mem = '64MB'`)
    // Only a bounded text reaches these statements: digits that PostgreSQL gave.
    await db.query(`declare new_votes no scroll cursor with hold for
      select id, tx, (date_part('epoch', at) * 1000)::bigint, round_id, participant_id, number from votes
      where tx >= ${BigInt(mark.votesTx)} and tx < ${BigInt(before)} and (tx, id) > (${BigInt(mark.votesTx)}, ${BigInt(mark.votesId)})
      order by tx, id`)
    await db.query(`declare new_voids no scroll cursor with hold for
      select id, tx, (date_part('epoch', at) * 1000)::bigint, round_id, vote_id, number, class, case_id from vote_voids
      where tx >= ${BigInt(mark.voidsTx)} and tx < ${BigInt(before)} and (tx, id) > (${BigInt(mark.voidsTx)}, ${BigInt(mark.voidsId)})
      order by tx, id`)
    await db.query('commit')
  } catch (error) {
    await db.query('rollback').catch(() => undefined)
    throw error
  }
  return {
    votes: ahead<NewVote>(db, 'new_votes', (row) => ({
      id: row[0]!,
      tx: row[1]!,
      at: Number(row[2]),
      round: Number(row[3]),
      participant: Number(row[4]),
      number: Number(row[5]),
    })),
    voids: ahead<NewVoid>(db, 'new_voids', (row) => ({
      id: row[0]!,
      tx: row[1]!,
      at: Number(row[2]),
      round: Number(row[3]),
      vote: row[4]!,
      number: Number(row[5]),
      class: row[6]!,
      case: row[7]!,
    })),
    async close(): Promise<void> {
      await db.query('close new_votes; close new_voids')
    },
  }
}

const portion = 4_000

/** Gives rows some at a time, and asks PostgreSQL for the next ones while those are worked on. */
function ahead<Row>(db: Db, cursor: string, made: (row: string[]) => Row) {
  const fetch = async (): Promise<string[][]> => {
    const text = `fetch ${portion} from ${cursor}`
    return (await db.query({ text, rowMode: 'array', types: asWritten })).rows
  }
  let rows: string[][] = []
  let at = 0
  let coming: Promise<string[][]> | null = null

  /** At most `most` rows; none: there are no more. */
  return async (most: number): Promise<Row[]> => {
    if (at === rows.length) {
      rows = await (coming ?? fetch())
      at = 0
      coming = rows.length === portion ? fetch() : Promise.resolve([])
      // Whoever takes it hears of it; an end before that is none of its business.
      coming.catch(() => undefined)
    }
    at += most
    return rows.slice(at - most, (at = Math.min(at, rows.length))).map(made)
  }
}

// Text as it comes: parsing by type costs more than hashing.
const asWritten = { getTypeParser: () => (value: string) => value }
