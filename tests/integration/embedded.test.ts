import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findHome } from '../../src/database/embedded-home.ts'
import { startEmbeddedDatabase, type EmbeddedDatabase } from '../../src/database/embedded.ts'
import { isAlive } from '../../src/database/process-identity.ts'

const root = path.resolve(import.meta.dirname, '../..')
let folder: string
let database: EmbeddedDatabase | undefined

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'embedded-'))
  chmodSync(folder, 0o755)
})

afterEach(async () => {
  await database?.stop()
  database = undefined
  const { cluster } = findHome(folder)
  if (!cluster.startsWith(folder)) rmSync(path.dirname(cluster), { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
})

async function ask(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

describe('the embedded database', () => {
  it('keeps what was written from one start to the next, behind a password', async () => {
    database = await startEmbeddedDatabase(folder)
    await ask(database.url, 'create table kept as select 1 as one')
    await database.stop()
    database = await startEmbeddedDatabase(folder)
    expect(await ask(database.url, 'select * from kept')).toEqual([{ one: 1 }])
    expect(statSync(path.join(folder, 'postgres.password')).mode & 0o777).toBe(0o600)
    const open = new URL(database.url)
    open.password = 'guess'
    await expect(ask(open.href, 'select 1')).rejects.toThrow(/password/)
  })

  it('speaks Unicode and sorts the same everywhere', async () => {
    database = await startEmbeddedDatabase(folder)
    const [row] = await ask(
      database.url,
      `select length('匠心绝活') as length, upper('é') as upper, 'B' < 'a' as bytes`,
    )
    expect(row).toEqual({ length: 4, upper: 'É', bytes: true })
  })

  it('starts after the process that started it was killed', async () => {
    const starter = spawn(
      process.execPath,
      ['--import', 'tsx/esm', '--input-type=module', '-e', killable(folder)],
      { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
    )
    const [said] = (await once(starter.stdout, 'data')) as [Buffer]
    const orphan = Number(said.toString())
    starter.kill('SIGKILL')
    await once(starter, 'exit')
    expect(isAlive(orphan)).toBe(true)

    database = await startEmbeddedDatabase(folder)
    expect(isAlive(orphan)).toBe(false)
    expect(await ask(database.url, 'select * from kept')).toEqual([{ one: 1 }])
  })

  it('starts after it was killed itself, once its sessions noticed', async () => {
    database = await startEmbeddedDatabase(folder)
    const session = new pg.Client({ connectionString: database.url })
    session.on('error', () => undefined)
    await session.connect()
    const { rows } = await session.query('select pg_backend_pid() as pid')
    const { pid } = rows[0] as { pid: number }
    process.kill(pid, 'SIGSTOP')
    process.kill(database.pid, 'SIGKILL')
    await expect.poll(() => isAlive(database!.pid)).toBe(false)
    const again = startEmbeddedDatabase(folder)
    const first = await Promise.race([again.then(String, String), wait(1_500, 'waits')])
    process.kill(pid, 'SIGCONT')
    expect(first).toBe('waits')
    database = await again
    expect(await ask(database.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await session.end().catch(() => undefined)
  })

  it('starts after a power cut: a pid file whose pid belongs to somebody else now', async () => {
    database = await startEmbeddedDatabase(folder)
    await database.stop()
    const { cluster } = findHome(folder)
    writeFileSync(path.join(cluster, 'postmaster.pid'), `${process.pid}\n${cluster}\n`)
    database = await startEmbeddedDatabase(folder)
    expect(await ask(database.url, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(isAlive(process.pid)).toBe(true)
  })

  it('starts after a first start that was cut off while it made its cluster', async () => {
    const { cluster } = findHome(folder)
    mkdirSync(path.join(`${cluster}.new`, 'base'), { recursive: true })
    mkdirSync(path.join(cluster, 'base'), { recursive: true })
    writeFileSync(`${cluster}.new.password`, 'half')
    database = await startEmbeddedDatabase(folder)
    expect(await ask(database.url, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(readdirSync(path.dirname(cluster)).filter((name) => name.includes('.new'))).toEqual([])
  })

  it('says what the server printed when it does not come up', async () => {
    await expect(startEmbeddedDatabase(folder, ['max_connections=nonsense'])).rejects.toThrow(
      /max_connections/,
    )
  })

  it.runIf(process.getuid?.() === 0)(
    'runs as root from a folder that is closed to everybody else',
    async () => {
      chmodSync(folder, 0o700)
      database = await startEmbeddedDatabase(folder)
      expect(await ask(database.url, 'select 1 as one')).toEqual([{ one: 1 }])
      expect(existsSync(path.join(folder, 'postgres'))).toBe(false)
      await database.stop()
      // Where the data already is stays the place, also when the folder is opened later.
      chmodSync(folder, 0o755)
      const { cluster } = findHome(folder)
      expect(cluster.startsWith(folder)).toBe(false)
    },
  )
})

function killable(dataDir: string): string {
  return `
    import pg from 'pg'
    import { startEmbeddedDatabase } from './src/database/embedded.ts'
    const { url, pid } = await startEmbeddedDatabase(${JSON.stringify(dataDir)})
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query('create table kept as select 1 as one')
    console.log(pid)
    setInterval(() => {}, 1000)`
}
