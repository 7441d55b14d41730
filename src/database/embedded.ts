import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { initialiseCluster } from './embedded-cluster.ts'
import { findHome, type Home } from './embedded-home.ts'
import { stopOrphan } from './embedded-orphan.ts'
import { freePort } from './free-port.ts'

/** A running embedded PostgreSQL. `stop` ends it in order and resolves when it is gone. */
export type EmbeddedDatabase = { url: string; pid: number; stop: () => Promise<void> }

const databaseName = 'campaign'
const readyWithin = 60_000

/**
 * Starts the PostgreSQL that ships inside npm on a free loopback port, creating its cluster at the
 * first start. Nothing an earlier start left behind is in the way: a half-made cluster is made again,
 * a server whose parent was killed is stopped in order first. The caller holds the folder
 * (src/start/instance.ts): two starts on one `dataDir` at a time are not defended against here.
 *
 * @param dataDir absolute; the cluster lives in `<dataDir>/postgres` (as root possibly elsewhere: see embedded-home.ts)
 * @param flags further `name=value` settings of the server
 * @throws when the server does not come up within 60 s, with what it printed
 */
export async function startEmbeddedDatabase(
  dataDir: string,
  flags: string[] = [],
): Promise<EmbeddedDatabase> {
  mkdirSync(dataDir, { recursive: true })
  const home = findHome(dataDir)
  const password = keptPassword(dataDir)
  if (!existsSync(path.join(home.cluster, 'PG_VERSION'))) await initialiseCluster(home, password)
  else await stopOrphan(home.cluster)
  for (const deadline = Date.now() + readyWithin; ; await wait(100)) {
    const port = await freePort()
    const child = spawnServer(home, [`port=${port}`, ...settings, ...flags])
    const url = `postgres://postgres:${password}@127.0.0.1:${port}/${databaseName}`
    const printed = collect(child)
    try {
      await ready({ child, printed, port, password })
      return { url, pid: child.pid!, stop: () => stop(child) }
    } catch (error) {
      await stop(child)
      if (!leftBehind.test(printed()) || Date.now() > deadline) throw error
    }
  }
}

// Of a server that was killed, sessions live on until they look up from their work: seconds, on a busy machine.
const leftBehind = /pre-existing shared memory block/

const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'log_min_messages=warning',
  'max_connections=200',
  'shared_buffers=256MB',
]

function spawnServer(home: Home, set: string[]): ChildProcess {
  const args = ['-D', home.cluster, ...set.flatMap((setting) => ['-c', setting])]
  // Its own process group: Ctrl-C reaches this process alone, which drains before it stops the database.
  return spawn(home.postgres, args, {
    ...home.identity,
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
}

type Waiting = { child: ChildProcess; printed: () => string; port: number; password: string }

async function ready({ child, printed, port, password }: Waiting): Promise<void> {
  const { default: pg } = await import('pg')
  const deadline = Date.now() + readyWithin
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error(`The embedded PostgreSQL stopped while starting:\n${printed()}`)
    }
    const client = new pg.Client({
      host: '127.0.0.1',
      port,
      user: 'postgres',
      password,
      database: 'postgres',
    })
    try {
      await client.connect()
      const found = await client.query('select 1 from pg_database where datname = $1', [
        databaseName,
      ])
      if (found.rowCount === 0) await client.query(`create database ${databaseName}`)
      return
    } catch (error) {
      if (Date.now() > deadline) {
        throw new Error(`The embedded PostgreSQL did not come up:\n${printed()}`, { cause: error })
      }
      await wait(25)
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

/** The last 8,000 characters a child printed. */
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
  if (!existsSync(file)) {
    // Written aside and renamed: a start that is cut off never leaves half a password.
    const aside = `${file}.${process.pid}`
    writeFileSync(aside, randomBytes(18).toString('base64url'), { mode: 0o600 })
    renameSync(aside, file)
  }
  return readFileSync(file, 'utf8').trim()
}
