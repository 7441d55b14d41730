/**
 * `npm run ledger:export -- FILE [--round SLUG]` seals what is new and writes the ledger of votes to a file
 * (compressed when its name ends in .gz) that `npm run ledger:verify` checks without a database. May run
 * beside a running system.
 */
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { ledgerFile, UnknownRound } from '../src/database/voting/seal/export.ts'
import { ledgerKeys } from '../src/database/voting/seal/keys.ts'
import { environment, EnvironmentError } from '../src/environment.ts'
import { FolderInUse } from '../src/start/instance.ts'
import { withDatabase } from '../src/start/with-database.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { round: { type: 'string' } },
})
const [file] = positionals
if (!file || positionals.length > 1) {
  console.error('npm run ledger:export -- FILE [--round SLUG]')
  process.exit(1)
}
try {
  await withDatabase(({ databaseUrl }) => write(databaseUrl, file, values.round), 'ledger:export')
} catch (error) {
  const isExpected = [EnvironmentError, FolderInUse, UnknownRound].some(
    (one) => error instanceof one,
  )
  if (!isExpected) throw error
  console.error((error as Error).message)
  process.exitCode = 1
}
process.exit()

async function write(databaseUrl: string, target: string, round?: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  // Written aside and renamed: whoever finds the file has a whole one.
  const aside = `${target}.part`
  try {
    const keys = ledgerKeys(environment().fieldKey)
    const bytes = Readable.from(ledgerFile({ client, keys, round }), { objectMode: false })
    const out = createWriteStream(aside)
    if (target.endsWith('.gz')) await pipeline(bytes, createGzip({ level: 4 }), out)
    else await pipeline(bytes, out)
    await rename(aside, target)
    console.log(
      `账本已写出 the ledger is written: ${target}\n公钥 key: ${keys.publicKey.toString('base64url')} (${keys.id})`,
    )
  } finally {
    await rm(aside, { force: true })
    await client.end()
  }
}
