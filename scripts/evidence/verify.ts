import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import {
  checkPack,
  checkPackLedger,
  openPointsOf,
} from '../../src/database/certificates/check-pack.ts'
import { readPublicKey } from '../../src/database/voting/seal/keys.ts'
import type { EvidenceManifest } from '../../src/domain/results/evidence.ts'
import { ledgerBytes } from '../ledger/verify.ts'
import { readZip } from './read-zip.ts'

const usage = 'npm run evidence:verify -- FILE [--key KEY] [--ledger FILE]'

/** Does what the command line asks; gives the exit code: 1 when anything is wrong. */
export async function verify(
  args: string[],
  say: (line: string) => void = console.log,
): Promise<0 | 1> {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { key: { type: 'string', multiple: true }, ledger: { type: 'string' } },
    })
    const [file] = positionals
    if (file === undefined || positionals.length > 1) throw new Error(usage)
    const keys = values.key?.flatMap(keysOf)
    const files = await readZip(readFileSync(file))
    const { ledger } = values
    let faults = checkPack(files, keys)
    // A pack that is not sound itself says nothing about the ledger.
    if (faults.length === 0 && ledger !== undefined) {
      faults = await checkPackLedger(files, ledgerBytes(ledger), keys)
    }
    for (const { file: name, what } of faults) say(`✗ ${name}: ${what}`)
    if (faults.length > 0) return 1
    const manifest = JSON.parse(
      Buffer.from(files.get('manifest.json')!).toString('utf8'),
    ) as EvidenceManifest
    say(`✓ ${manifest.result}: ${manifest.files.length} files, all as they were; counted again`)
    for (const point of openPointsOf(files)) say(`… ${point}`)
    if (ledger !== undefined) say('✓ votes: as the ledger has them')
    if (!keys)
      say('  Signatures were checked under the pack’s own keys: give --key to trust others')
    return 0
  } catch (error) {
    say((error as Error).message)
    return 1
  }
}

/** Public keys in what was given: base64, a JWK, or a file with such or with the answer of /v1/results/keys. */
function keysOf(given: string): Buffer[] {
  const text = existsSync(given) ? readFileSync(given, 'utf8') : given
  const value: unknown = /^\s*[{[]/.test(text) ? JSON.parse(text) : text
  const keys = keysIn(value)
  if (keys.length === 0) throw new Error(`No public key: ${given}`)
  return keys
}

function keysIn(value: unknown): Buffer[] {
  const key = readPublicKey(value)
  if (key) return [key]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap((one) => (typeof one === 'object' ? keysIn(one) : []))
}
