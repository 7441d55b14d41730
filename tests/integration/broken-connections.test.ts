import { createLocalReq } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction, query, sql } from '../../src/database/sql.ts'
import { openDatabase } from '../../src/delivery/database.ts'
import { environment } from '../../src/environment.ts'
import { testCampaign, type TestCampaign } from '../harness/campaign.ts'
import { until } from '../harness/delivery.ts'

// A connection that breaks between two statements ends no process (Vitest fails for an uncaught error)
// and leaves nothing half-written.
let campaign: TestCampaign

beforeAll(async () => {
  campaign = await testCampaign()
  await campaign.sql('create table written (n int)')
})
afterAll(() => campaign.close())

/** Ends a session of the database and waits until it is gone. */
async function cut(pid: number): Promise<void> {
  await campaign.sql('select pg_terminate_backend($1)', [pid])
  await until(
    async () =>
      (await campaign.sql('select from pg_stat_activity where pid = $1', [pid])).length === 0,
  )
}

test('in a transaction of the staff’s side', async () => {
  const req = await createLocalReq({}, campaign.payload)
  const work = inTransaction(req, async () => {
    await query(req, sql`insert into written values (1)`)
    const [row] = await query<{ pid: number }>(req, sql`select pg_backend_pid() as pid`)
    await cut(row!.pid)
    await query(req, sql`insert into written values (2)`)
  })
  await expect(work).rejects.toThrow()
  expect(await campaign.sql('select * from written')).toEqual([])
  const again = await createLocalReq({}, campaign.payload)
  expect(await query(again, sql`select 1 as one`)).toEqual([{ one: 1 }])
})

test('in a transaction of the public’s side, which answers “unavailable”', async () => {
  const warned: unknown[] = []
  const log = {
    info: () => undefined,
    warn: (one: object) => warned.push(one),
    error: () => undefined,
  }
  const database = openDatabase(environment().databaseUrl, log as never)
  try {
    const work = database.write(async (client) => {
      await client.query('insert into written values (3)')
      const { rows } = await client.query('select pg_backend_pid() as pid')
      await cut(rows[0].pid)
      await client.query('insert into written values (4)')
    })
    await expect(work).rejects.toMatchObject({ code: 'unavailable' })
    expect(warned.length).toBeGreaterThan(0)
    expect(await campaign.sql('select * from written')).toEqual([])
    expect(await database.write((client) => client.query('select 1'))).toMatchObject({
      rowCount: 1,
    })
  } finally {
    await database.close()
  }
})
