import { spawn } from 'node:child_process'
import { chownSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Home } from './embedded-home.ts'

/**
 * Makes the cluster aside and renames it when it is whole: a first start that was cut off leaves
 * nothing that a second one would take for a cluster. UTF-8, sorted by code point, passwords needed.
 *
 * @throws with what initdb printed
 */
export async function initialiseCluster(home: Home, password: string): Promise<void> {
  const aside = `${home.cluster}.new`
  const passwordFile = `${aside}.password`
  for (const place of [aside, home.cluster]) rmSync(place, { recursive: true, force: true })
  mkdirSync(aside, { recursive: true, mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  const { uid, gid } = home.identity
  if (uid !== undefined && gid !== undefined) {
    chownSync(aside, uid, gid)
    chownSync(passwordFile, uid, gid)
  }
  try {
    await initdb(home, ['-D', aside, `--pwfile=${passwordFile}`])
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(aside, home.cluster)
}

async function initdb(home: Home, args: string[]): Promise<void> {
  const fixed = ['-U', 'postgres', '--auth=scram-sha-256', '--encoding=UTF8', '--no-instructions']
  const locale = ['--locale-provider=builtin', '--locale=C', '--builtin-locale=C.UTF-8']
  const child = spawn(home.initdb, [...args, ...fixed, ...locale], {
    ...home.identity,
    cwd: path.dirname(home.cluster),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const keep = (chunk: Buffer) => (printed = (printed + chunk.toString()).slice(-8_000))
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0) {
    throw new Error(`The embedded PostgreSQL could not make its cluster:\n${printed}`)
  }
}
