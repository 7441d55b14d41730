import { createHash } from 'node:crypto'
import type { Db } from './db.ts'
import { headsSince, ledgerKeysOf, newestHead, type PublicHead } from './heads.ts'
import { jwkOf, type LedgerKeys } from './keys.ts'
import * as lines from './ledger-file.ts'
import { readLeaves, type Leaf } from './read-leaves.ts'
import { sealLedger } from './seal.ts'

export type LedgerFileOptions = {
  /** One connection, outside of a transaction; the file's until its last line. */
  client: Db
  keys: LedgerKeys
  /** Slug of the only round whose rows are told; left out: all rounds. */
  round?: string
}

/**
 * The ledger as a file that `npm run ledger:verify` checks without a database (ledger-file.ts says what is
 * in it), piece by piece, some 64 KB each. What is committed is sealed first.
 *
 * @throws UnknownRound before the first piece
 */
export async function* ledgerFile(options: LedgerFileOptions): AsyncGenerator<Buffer> {
  const { client, keys, round = null } = options
  await sealLedger({ client, keys })
  await client.query('begin isolation level repeatable read read only')
  try {
    const rounds = (await client.query(`select slug, title from ballot_rounds order by slug`)).rows
    if (round !== null && !rounds.some(({ slug }) => slug === round)) throw new UnknownRound(round)
    const last = await newestHead(client)
    const known = await ledgerKeysOf(client)
    const start: lines.FileStart = {
      ...{ format: 'vote-ledger', version: 1, ledger: last?.ledger ?? 'votes', round },
      made: await now(client),
      keys: known.some(({ kid }) => kid === keys.id) ? known : [jwkOf(keys.publicKey), ...known],
      rounds: round === null ? rounds : rounds.filter(({ slug }) => slug === round),
    }
    const digest = createHash('sha256')
    const count = { rows: 0, heads: 0 }
    for await (const piece of inPieces(body(client, start, last?.size ?? 0, count))) {
      digest.update(piece)
      yield piece
    }
    const end = { ...count, at: start.made, sha256: digest.digest('hex') }
    yield Buffer.from(lines.endLine(end, keys.id, keys.sign(lines.endBytes(start.ledger, end))))
  } finally {
    await client.query('rollback').catch(() => undefined)
  }
}

export class UnknownRound extends Error {
  override name = 'UnknownRound'
  constructor(readonly round: string) {
    super(`No vote round ${round}`)
  }
}

async function* body(
  client: Db,
  start: lines.FileStart,
  size: number,
  count: { rows: number; heads: number },
): AsyncGenerator<string> {
  yield lines.startLine(start)
  const heads = readHeads(client)
  let head = (await heads.next()).value
  for await (const some of readLeaves(client, size)) {
    let text = ''
    for (const leaf of some) {
      text += lineOf(leaf, start.round)
      if (leaf.kind === 'stray') continue
      count.rows += 1
      while (head && head.size === count.rows) {
        text += lines.headLine(head)
        count.heads += 1
        head = (await heads.next()).value
      }
    }
    yield text
  }
}

function lineOf(leaf: Leaf, round: string | null): string {
  if (leaf.kind === 'gone') return lines.goneLine(leaf.hash)
  if (round !== null && leaf.round !== round) {
    return leaf.kind === 'stray' ? '' : lines.keptBackLine(leaf.hash)
  }
  if (leaf.kind === 'stray') return lines.strayLine(leaf.row)
  return lines.rowLine(leaf.row, leaf.hash)
}

async function* readHeads(client: Db): AsyncGenerator<PublicHead, undefined> {
  for (let from = 0; ; from += 1000) {
    const some = await headsSince(client, from, 1000)
    if (some.length === 0) return
    yield* some
  }
}

async function* inPieces(texts: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let waiting = ''
  for await (const text of texts) {
    waiting += text
    if (waiting.length < 65_536) continue
    yield Buffer.from(waiting)
    waiting = ''
  }
  if (waiting) yield Buffer.from(waiting)
}

async function now(client: Db): Promise<string> {
  const { rows } = await client.query(
    `select floor(extract(epoch from clock_timestamp()) * 1000)::bigint as now`,
  )
  return new Date(Number(rows[0].now)).toISOString()
}
