import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { freePort } from './free-port.ts'
import { findHome, type Home } from './embedded-home.ts'

/** A running embedded PostgreSQL. `stop` ends it in order and resolves when it is gone. */
export type EmbeddedDatabase = { url: string; pid: number; stop: () => Promise<void> }

const databaseName = 'campaign'
const readyWithin = 60_000

/**
 * Starts the PostgreSQL that ships inside npm on a free loopback port, creating its cluster at the
 * first start. A first start that was cut off leaves nothing that a second one would trip over: the
 * cluster is made aside and renamed when it is whole.
 *
 * @param dataDir absolute; the cluster lives in `<dataDir>/postgres` (as root possibly elsewhere: see embedded-home.ts)
 * @param flags further `-c name=value` settings
 * @throws when the server does not come up within 60 s, with what it printed
 */
export async function startEmbeddedDatabase(dataDir: string, flags: string[] = []): Promise<EmbeddedDatabase> {
  mkdirSync(dataDir, { recursive: true })
  const home = await findHome(dataDir)
  const password = keptPassword(dataDir)
  if (!existsSync(path.join(home.cluster, 'PG_VERSION'))) await initialise(home, password)
  const port = await freePort()
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'log_min_messages=warning',
    'max_connections=200',
    'shared_buffers=256MB',
    ...flags,
  ]
  const args = ['-D', home.cluster, ...settings.flatMap((setting) => ['-c', setting])]
  // Its own process group: Ctrl-C reaches this process alone, which drains before it stops the database.
  const child = spawn(home.postgres, args, { ...home.identity, cwd: '/', detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
  const printed = collect(child)
  const url = `postgres://postgres:${password}@127.0.0.1:${port}/${databaseName}`
  await ready({ child, printed, port, password })
  return { url, pid: child.pid!, stop: () => stop(child) }
}

async function initialise(home: Home, password: string): Promise<void> {
  const aside = `${home.cluster}.new`
  rmSync(aside, { recursive: true, force: true })
  rmSync(home.cluster, { recursive: true, force: true })
  mkdirSync(aside, { recursive: true, mode: 0o700 })
  const passwordFile = `${aside}.password`
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (home.identity.uid !== undefined) {
    chownSync(aside, home.identity.uid, home.identity.gid)
    chownSync(passwordFile, home.identity.uid, home.identity.gid)
  }
  try {
    const args = ['-D', aside, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
    args.push('--encoding=UTF8', '--locale-provider=builtin', '--locale=C', '--builtin-locale=C.UTF-8', '--no-instructions')
    const child = spawn(home.initdb, args, { ...home.identity, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] })
    const printed = collect(child)
    const code = await new Promise((resolve) => child.once('close', resolve))
    if (code !== 0) throw new Error(`The embedded PostgreSQL could not make its cluster:\n${printed()}`)
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(aside, home.cluster)
}

type Waiting = { child: ChildProcess; printed: () => string; port: number; password: string }

async function ready({ child, printed, port, password }: Waiting): Promise<void> {
  const { default: pg } = await import('pg')
  const deadline = Date.now() + readyWithin
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error(`The embedded PostgreSQL stopped while starting:\n${printed()}`)
    }
    const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password, database: 'postgres' })
    try {
      await client.connect()
      const found = await client.query('select 1 from pg_database where datname = $1', [databaseName])
      if (found.rowCount === 0) await client.query(`create database ${databaseName}`)
      return
    } catch (error) {
      if (Date.now() > deadline) throw new Error(`The embedded PostgreSQL did not come up:\n${printed()}`, { cause: error })
      await new Promise((resolve) => setTimeout(resolve, 25))
    } finally {
      await client.end().catch(() => undefined)
    }
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGINT') // PostgreSQL's fast shutdown: ends sessions, writes a checkpoint.
  await gone
}

function collect(child: ChildProcess): () => string {
  let text = ''
  const keep = (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-8_000)
  }
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  return () => text
}

function keptPassword(dataDir: string): string {
  const file = path.join(dataDir, 'postgres.password')
  if (!existsSync(file)) writeFileSync(file, randomBytes(18).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}
