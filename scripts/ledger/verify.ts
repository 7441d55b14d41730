import { closeSync, createReadStream, existsSync, openSync, readFileSync, readSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { createGunzip } from 'node:zlib'
import { auditFile, type FileAudit } from '../../src/database/voting/seal/audit-file.ts'
import { checkReceipt } from '../../src/database/voting/seal/check-receipt.ts'
import type { PublicHead } from '../../src/database/voting/seal/heads.ts'
import { readPublicKey } from '../../src/database/voting/seal/keys.ts'
import { sayAudit, sayReceipt, type Say } from './say.ts'

class Unusable extends Error {}

const many = { type: 'string', multiple: true } as const

/** Does what the command line asks; gives the exit code. */
export async function verify(args: string[], say: Say = console.log): Promise<0 | 1> {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { key: many, heads: many, receipt: many },
    })
    const keys = values.key?.flatMap(keysOf)
    const receipts = (values.receipt ?? []).map((file) => ({ file, receipt: json(file) }))
    if (positionals.length > 1 || positionals.length + receipts.length === 0) {
      throw new Unusable(
        'npm run ledger:verify -- FILE [--key KEY] [--heads FILE] [--receipt FILE]',
      )
    }
    const [file] = positionals
    let isFine = true
    if (file !== undefined) {
      isFine = sayAudit(file, await audited(file, keys, values.heads ?? [], receipts), say)
    }
    for (const { file: name, receipt } of receipts) {
      isFine = sayReceipt(name, checkReceipt(receipt, keys ?? []), !keys, say) && isFine
    }
    return isFine ? 0 : 1
  } catch (error) {
    // A file that is not there, that is cut off within its compression, or that is none.
    const { code, message } = error as NodeJS.ErrnoException
    if (!(error instanceof Unusable) && !code) throw error
    say(message)
    return 1
  }
}

type Given = { file: string; receipt: unknown }

async function audited(
  file: string,
  keys: Buffer[] | undefined,
  headFiles: readonly string[],
  receipts: readonly Given[],
): Promise<FileAudit> {
  // A receipt's head is one that was kept elsewhere: if the file has the same, the receipt's rows are in it.
  const kept = [...headFiles.map(json), ...receipts.map(({ receipt }) => receipt)].flatMap(headsIn)
  return auditFile(ledgerBytes(file), { keys, heads: kept })
}

/** The bytes of a ledger file, unpacked where it is packed. */
export function ledgerBytes(file: string): AsyncIterable<Buffer> {
  const isZip = isZipped(file)
  const plain = createReadStream(file, { highWaterMark: 2 ** 18 })
  const bytes = isZip ? plain.pipe(createGunzip()) : plain
  plain.on('error', (error) => bytes.destroy(error))
  return bytes
}

function isZipped(file: string): boolean {
  const handle = openSync(file, 'r')
  try {
    const start = Buffer.alloc(2)
    return readSync(handle, start) === 2 && start.equals(Buffer.from([0x1f, 0x8b]))
  } finally {
    closeSync(handle)
  }
}

function keysOf(given: string): Buffer[] {
  const value: unknown = existsSync(given)
    ? json(given)
    : given.trim().startsWith('{')
      ? JSON.parse(given)
      : given
  const keys = keysIn(value)
  if (keys.length === 0) throw new Unusable(`No public key: ${given}`)
  return keys
}

/** Public keys anywhere in a value: one, a list, the answer of an address. */
function keysIn(value: unknown): Buffer[] {
  const key = readPublicKey(value)
  if (key) return [key]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap((one) => (typeof one === 'object' ? keysIn(one) : []))
}

function headsIn(value: unknown): PublicHead[] {
  if (typeof value !== 'object' || value === null) return []
  if ('root' in value && 'number' in value) return [value as PublicHead]
  return Object.values(value).flatMap(headsIn)
}

function json(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Unusable(`${file}: ${(error as Error).message}`)
  }
}
