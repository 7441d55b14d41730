import { isFrontier, type Frontier } from '../../../domain/voting/merkle.ts'
import type { LedgerHead } from '../../../domain/voting/ledger.ts'
import type { Db } from './db.ts'
import { jwkOf, type PublicJwk } from './keys.ts'

/** A head as `/v1` and files show it: bytes in base64, the time in ISO 8601 with milliseconds. */
export type PublicHead = {
  ledger: string
  number: number
  /** Rows of all rounds that are in it, voids too. */
  size: number
  root: string
  previous: string
  at: string
  /** Id (`kid`) of the key that it is signed with. */
  key: string
  signature: string
}

export type StoredHead = LedgerHead & { key: string; signature: Buffer; frontier: Frontier } & Mark

/** How far the ledger is sealed: the last row of each table, in the order of (tx, id). */
export type Mark = { votesTx: string; votesId: string; voidsTx: string; voidsId: string }

const columns = `number, ledger, size, root, previous, (extract(epoch from at) * 1000)::bigint as at, key_id, signature,
  peaks, votes_tx, votes_id, voids_tx, voids_id`

/** The newest head, or null while nothing is sealed. */
export async function newestHead(db: Db): Promise<StoredHead | null> {
  const { rows } = await db.query(
    `select ${columns} from ledger_heads order by number desc limit 1`,
  )
  return rows[0] ? stored(rows[0]) : null
}

export async function headOf(db: Db, number: number): Promise<StoredHead | null> {
  const { rows } = await db.query(`select ${columns} from ledger_heads where number = $1`, [number])
  return rows[0] ? stored(rows[0]) : null
}

/** Heads in their order, from number `from` on, at most `limit`. */
export async function headsSince(db: Db, from = 0, limit = 1000): Promise<PublicHead[]> {
  const { rows } = await db.query(
    `select ${columns} from ledger_heads where number >= $1 order by number limit $2`,
    [from, limit],
  )
  return rows.map((row) => publicHead(stored(row)))
}

/** The newest heads, newest first. */
export async function newestHeads(db: Db, limit = 100): Promise<PublicHead[]> {
  const { rows } = await db.query(
    `select ${columns} from ledger_heads order by number desc limit $1`,
    [limit],
  )
  return rows.map((row) => publicHead(stored(row)))
}

/** All public keys under which heads were ever signed, the newest first. */
export async function ledgerKeysOf(db: Db): Promise<PublicJwk[]> {
  const { rows } = await db.query(`select public from ledger_keys order by since desc, id`)
  return rows.map((row) => jwkOf(row.public))
}

export function publicHead(head: LedgerHead & { key: string; signature: Uint8Array }): PublicHead {
  return {
    ...{ ledger: head.ledger, number: head.number, size: head.size },
    ...{ root: base64(head.root), previous: base64(head.previous) },
    ...{ at: new Date(head.at).toISOString(), key: head.key, signature: base64(head.signature) },
  }
}

/** What {@link publicHead} wrote so; null for all else. */
export function readPublicHead(
  value: unknown,
): (LedgerHead & { key: string; signature: Buffer }) | null {
  if (typeof value !== 'object' || value === null) return null
  const { ledger, number, size, root, previous, at, key, signature } = value as Partial<PublicHead>
  const texts = [ledger, root, previous, at, key, signature]
  if (!texts.every((one) => typeof one === 'string')) return null
  if (![number, size].every((one) => Number.isSafeInteger(one) && one! >= 0)) return null
  const time = Date.parse(at!)
  if (!Number.isSafeInteger(time) || time < 0) return null
  return {
    ...{ ledger: ledger!, number: number!, size: size!, at: time, key: key! },
    root: Buffer.from(root!, 'base64'),
    previous: Buffer.from(previous!, 'base64'),
    signature: Buffer.from(signature!, 'base64'),
  }
}

// Columns of every type come as node-postgres gives them.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function stored(row: any): StoredHead {
  const size = Number(row.size)
  const peaks: Buffer[] = []
  for (let at = 0; at < row.peaks.length; at += 32) peaks.push(row.peaks.subarray(at, at + 32))
  const frontier = { size, peaks }
  if (!isFrontier(frontier))
    throw new Error(`The peaks of head ${row.number} are not those of ${size} rows`)
  return {
    ...{ ledger: row.ledger, number: row.number, size, root: row.root, previous: row.previous },
    ...{ at: Number(row.at), key: row.key_id, signature: row.signature, frontier },
    ...{ votesTx: row.votes_tx, votesId: row.votes_id },
    ...{ voidsTx: row.voids_tx, voidsId: row.voids_id },
  }
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
