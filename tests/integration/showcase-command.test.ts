import { execFile } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../harness/database.ts'
import { testSettings } from '../harness/settings.ts'

// The commands as an operator runs them: processes of their own on the database of DATABASE_URL.
let database: TestDatabase
let client: pg.Client
let env: NodeJS.ProcessEnv
beforeAll(async () => {
  database = await testDatabase()
  const folder = mkdtempSync(path.join(inject('workFolder'), 'showcase-'))
  const { PATH = '', HOME = '' } = process.env
  env = {
    NODE_ENV: 'production',
    PATH,
    HOME,
    ...testSettings({ databaseUrl: database.url, folder }),
    LOG_LEVEL: 'error',
  }
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await database.drop()
})

async function run(command: string): Promise<{ code: number; out: string }> {
  const args = ['--import', 'tsx', 'scripts/showcase.ts', command]
  return promisify(execFile)(process.execPath, args, { env }).then(
    ({ stdout }) => ({ code: 0, out: stdout }),
    ({ code, stdout, stderr }) => ({ code, out: stdout + stderr }),
  )
}

test('verify ends with 1 and names what differs, rebuild mends it, then verify ends with 0', async () => {
  await client.query(`update showcase_documents set document = '{}' where slug = 'photography'`)
  await client.query(
    `insert into showcase_files values ('secret.jpg', 'entry:2022-PHO-000009', 'image/jpeg', 1)`,
  )
  const found = await run('verify')
  expect(found.code).toBe(1)
  expect(found.out).toMatch(/showcase_documents {2}track:\d+ {2}differs \(document\)/)
  expect(found.out).toContain('showcase_files  secret.jpg  left over')
  expect(found.out).toContain('npm run showcase:rebuild')

  expect(await run('rebuild')).toMatchObject({ code: 0 })
  const after = await run('verify')
  expect(after.out).toContain('一致')
  expect(after.code).toBe(0)
})

test('another word is refused', async () => {
  expect(await run('repair')).toMatchObject({ code: 1 })
})
