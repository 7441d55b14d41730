/**
 * Sealing a million votes, beside what was asked for (50,000 rows a second) and beside a plain SHA-256 of
 * the same bytes with a bulk insert of the hashes; and checking the file of them, beside the minute that
 * was asked for.
 */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { PoolClient } from 'pg'
import { rowBytes } from '../src/domain/voting/ledger.ts'
import { auditFile } from '../src/database/voting/seal/audit-file.ts'
import { ledgerFile, sealLedger } from '../src/database/voting/seal.ts'
import { plainRound, testKeys } from '../tests/harness/ledger.ts'
import type { Ground } from './ground.ts'
import { report, type Line } from './line.ts'

const bench = 'sealing'
const rows = 1_000_000
const asked = { rowsPerSecond: 50_000, seconds: 60 }

export async function sealing(ground: Ground): Promise<Line[]> {
  const { connect } = await ground.database('bench_sealing')
  const folder = mkdtempSync(path.join(os.tmpdir(), 'campaign-ledger-'))
  const file = path.join(folder, 'ledger.jsonl')
  try {
    const [ours, plain] = await connect(async (client) => {
      await fill(client)
      const sealed = await perSecond(async () => {
        const done = await sealLedger({ client, keys: testKeys })
        if (done.rows !== rows) throw new Error(`${done.rows} of ${rows} rows were sealed`)
      })
      const hashed = await perSecond(() => hashAndInsert(client))
      const bytes = Readable.from(ledgerFile({ client, keys: testKeys }), { objectMode: false })
      await pipeline(bytes, createWriteStream(file))
      return [sealed, hashed]
    })
    const seconds = rows / (await perSecond(() => check(file)))
    const unit = 'rows/s'
    return [
      report({
        ...{ bench, case: `${rows} votes, beside the rate that was asked for`, unit },
        ...{ ours, peer: asked.rowsPerSecond, atLeast: 1 },
      }),
      report({
        ...{ bench, case: `${rows} votes, beside SHA-256 and a bulk insert`, unit },
        ...{ ours, peer: plain },
      }),
      report({
        ...{ bench, case: `a file of ${rows} votes is checked, beside the minute asked for` },
        ...{ unit: 's', ours: seconds, peer: asked.seconds, want: 1 },
      }),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function fill(client: PoolClient): Promise<void> {
  const round = await plainRound(client, 'sealing', 1_500)
  const each = 50_000
  for (let from = 0; from < rows; from += each) {
    await client.query(
      `insert into votes (at, round_id, participant_id, number, client_id, ballot)
       select date_trunc('milliseconds', clock_timestamp()), $1, n / 5 + 1, n % 1500 + 1, 1, gen_random_uuid()
       from generate_series($2::int, $3::int) n`,
      [round, from, from + each - 1],
    )
  }
}

/** As many rows, hashed one by one with nothing around it, and written a thousand at once. */
async function hashAndInsert(client: PoolClient): Promise<void> {
  await client.query('create table plain (at integer, hashes bytea)')
  const [entry, voter] = ['2022-PHO-000001', Buffer.alloc(32, 1)]
  for (let at = 0; at < rows; at += 1_000) {
    const hashes: Buffer[] = []
    for (let seq = at; seq < at + 1_000; seq += 1) {
      const bytes = rowBytes({ kind: 'vote', seq, at: seq, round: 'sealing', entry, voter })
      hashes.push(createHash('sha256').update(bytes).digest())
    }
    await client.query('insert into plain values ($1, $2)', [at, Buffer.concat(hashes)])
  }
}

async function check(file: string): Promise<void> {
  const bytes = createReadStream(file, { highWaterMark: 2 ** 18 })
  const { faults, rows: read } = await auditFile(bytes, { keys: [testKeys.publicKey] })
  if (faults.length > 0 || read !== rows) throw new Error(faults[0]?.words.en ?? `${read} rows`)
}

async function perSecond(work: () => Promise<void>): Promise<number> {
  const started = performance.now()
  await work()
  return (rows / (performance.now() - started)) * 1000
}
