import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findHome } from '../../src/database/embedded-home.ts'
import { claim, currentInstance, FolderInUse } from '../../src/start/instance.ts'
import { withDatabase } from '../../src/start/with-database.ts'

const names = ['DATABASE_URL', 'DATA_DIR', 'PUBLIC_URL', 'PAYLOAD_SECRET', 'FIELD_KEY', 'PORT']
let folder: string
let before: Record<string, string | undefined>

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'with-'))
  chmodSync(folder, 0o755)
  before = Object.fromEntries(names.map((name) => [name, process.env[name]]))
  for (const name of names) delete process.env[name]
  process.env.DATA_DIR = folder
})

afterEach(() => {
  for (const [name, value] of Object.entries(before)) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
  const { cluster } = findHome(folder)
  if (!cluster.startsWith(folder)) rmSync(path.dirname(cluster), { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
})

describe('a command', () => {
  it('has the embedded database for as long as it works, and holds the folder', async () => {
    const url = await withDatabase(async ({ databaseUrl }) => {
      const client = new pg.Client({ connectionString: databaseUrl })
      await client.connect()
      expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }])
      await client.end()
      expect(currentInstance(folder)).toMatchObject({ as: 'demo', databaseUrl })
      expect(process.env).toMatchObject({
        DATABASE_URL: databaseUrl,
        FIELD_KEY: expect.any(String),
      })
      return databaseUrl
    }, 'demo')
    expect(currentInstance(folder)).toBeUndefined()
    await expect(new pg.Client({ connectionString: url }).connect()).rejects.toThrow(/ECONNREFUSED/)
  })

  it('leaves nothing behind when its work fails', async () => {
    const work = () => Promise.reject(new Error('no'))
    await expect(withDatabase(work, 'demo')).rejects.toThrow('no')
    expect(currentInstance(folder)).toBeUndefined()
  })

  it('joins the database of a server that runs, once that listens', async () => {
    const server = claim(folder, 'server')
    server.tell({ databaseUrl: 'postgres://127.0.0.1:1/of-the-server' })
    const joined = withDatabase(async ({ databaseUrl }) => databaseUrl, 'demo')
    server.tell({ url: 'http://127.0.0.1:3000' })
    expect(await joined).toBe('postgres://127.0.0.1:1/of-the-server')
    expect(currentInstance(folder)).toMatchObject({ as: 'server' })
    server.release()
  })

  it('waits for no other command', async () => {
    const other = claim(folder, 'demo')
    await expect(withDatabase(async () => undefined, 'demo')).rejects.toThrow(FolderInUse)
    other.release()
  })

  it('uses a database that was given, and touches no folder', async () => {
    process.env.DATABASE_URL = 'postgres://127.0.0.1:1/given'
    expect(await withDatabase(async ({ databaseUrl }) => databaseUrl)).toBe(
      'postgres://127.0.0.1:1/given',
    )
    expect(currentInstance(folder)).toBeUndefined()
  })
})
