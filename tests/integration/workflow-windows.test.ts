import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testCampaign, type TestCampaign } from '../harness/campaign.ts'
import { openScene, type Scene } from '../harness/scene.ts'

let campaign: TestCampaign
let scene: Scene

// The notice's own phases, half-open, as instants: collect from 7 June to 31 August 2022 in Shanghai.
const collect = { from: '2022-06-06T16:00:00.000Z', to: '2022-08-31T16:00:00.000Z' }
const judge = { from: collect.to, to: '2022-10-31T16:00:00.000Z' }
const summary = { from: judge.to, to: '2022-11-30T16:00:00.000Z' }

beforeAll(async () => {
  campaign = await testCampaign()
  scene = await openScene(campaign)
  await ownClock()
  for (const [key, { from, to }] of Object.entries({ collect, judge, summary })) {
    await campaign.sql(`update campaigns_phases set "from" = $2, "to" = $3 where key::text = $1`, [
      key,
      from,
      to,
    ])
  }
})
afterAll(() => campaign.close())
beforeEach(() => clock('2022-07-01T00:00:00.000Z'))

/**
 * Puts a clock of ours before PostgreSQL's own in every connection of the pool: the instants at both
 * ends of a window can be stood on exactly.
 */
async function ownClock(): Promise<void> {
  const { sql, payload } = campaign
  await sql('create schema own')
  await sql('create table own.hands (at timestamptz not null)')
  await sql(`insert into own.hands values (now())`)
  await sql(`create function own.clock_timestamp() returns timestamptz language sql volatile
    as 'select at from own.hands'`)
  const { pool } = payload.db as unknown as { pool: Pool }
  pool.options.options = '-c search_path=own,pg_catalog,public'
  for (const client of pool._clients)
    await client.query('set search_path to own, pg_catalog, public')
}

type Client = { query: (text: string) => Promise<unknown> }
type Pool = { options: { options?: string }; _clients: Client[] }

async function clock(at: string): Promise<void> {
  await campaign.sql('update own.hands set at = $1', [at])
}

const just = (before: string) => new Date(Date.parse(before) - 1).toISOString()

describe('windows by the database’s clock', () => {
  test.each([
    ['a millisecond before the start', just(collect.from), 409],
    ['at the start', collect.from, 200],
    ['a millisecond before the end', just(collect.to), 200],
    ['at the end', collect.to, 409],
  ])('submitting %s', async (_, at, wanted) => {
    const id = await scene.make('videos', 'yixing')
    await clock(at)
    const { status, body } = await scene.step('videos', id, 'yixing', 'submit')
    expect(status).toBe(wanted)
    if (status === 200) expect(body.doc.submittedAt).toBe(at)
    else expect(body.errors[0].data).toMatchObject({ code: 'window-closed', status: 'draft' })
    expect(await scene.logs('videos', id)).toHaveLength(status === 200 ? 1 : 0)
  })

  test('the refusal names the window in the words of the call', async () => {
    const id = await scene.make('videos', 'yixing')
    await clock(collect.to)
    const { body } = await scene.step('videos', id, 'yixing', 'submit')
    expect(body.errors[0].message).toContain('8月31日')
    expect(body.errors[0].message).toMatch(/not open now/)
  })

  test.each([
    ['recommend', 'submitted', 'wuxi', just(judge.to), judge.to],
    ['accept', 'recommended', 'province2', just(summary.to), summary.to],
    ['publish', 'accepted', 'supervisor', just(summary.to), summary.to],
  ] as const)(
    '%s is open until the last instant of its phases',
    async (action, from, as, open, shut) => {
      const id = await scene.make('videos', 'yixing')
      await scene.bring('videos', id, from)
      await clock(shut)
      expect((await scene.step('videos', id, as, action)).status).toBe(409)
      await clock(open)
      expect((await scene.step('videos', id, as, action)).status).toBe(200)
    },
  )

  test('returning, rejecting and withdrawing are open at any time', async () => {
    const ids = await Promise.all([1, 2, 3].map(() => scene.make('videos', 'yixing')))
    for (const id of ids) await scene.bring('videos', id, 'submitted')
    await clock('2031-01-01T00:00:00.000Z')
    const reason = '时间已过'
    expect((await scene.step('videos', ids[0]!, 'wuxi', 'return', { reason })).status).toBe(200)
    expect((await scene.step('videos', ids[1]!, 'wuxi', 'reject', { reason })).status).toBe(200)
    expect((await scene.step('videos', ids[2]!, 'yixing', 'withdraw')).status).toBe(200)
  })

  test('a track’s own end replaces the campaign’s, for this track alone', async () => {
    const later = '2022-09-15T16:00:00.000Z'
    await campaign.sql(`update tracks set windows_collect_to = $1 where slug = 'photography'`, [
      later,
    ])
    const photo = await scene.make('photos', 'yixing')
    const video = await scene.make('videos', 'yixing')
    await clock(just(later))
    expect((await scene.step('videos', video, 'yixing', 'submit')).status).toBe(409)
    expect((await scene.step('photos', photo, 'yixing', 'submit')).status).toBe(200)
    await campaign.sql(`update tracks set windows_collect_to = null where slug = 'photography'`)
  })

  test('what is returned after the end can be submitted by the province alone', async () => {
    const id = await scene.make('videos', 'yixing')
    await scene.bring('videos', id, 'submitted')
    await clock('2022-09-10T00:00:00.000Z')
    await scene.step('videos', id, 'wuxi', 'return', { reason: '画面不清' })
    expect((await scene.step('videos', id, 'yixing', 'submit')).status).toBe(409)
    const without = await scene.step('videos', id, 'province', 'submit')
    expect(without.status).toBe(400)
    expect(without.body.errors[0].data.code).toBe('reason-missing')
    const blank = await scene.step('videos', id, 'province', 'submit', { reason: ' \n ' })
    expect(blank.status).toBe(400)
    const late = await scene.step('videos', id, 'province', 'submit', { reason: '经批准补报' })
    expect(late.body.log).toMatchObject({ action: 'submit', reason: '经批准补报' })
  })

  test('a phase that is not set opens nothing', async () => {
    const rows = await campaign.sql('delete from campaigns_phases returning *')
    const id = await scene.make('videos', 'yixing')
    expect((await scene.step('videos', id, 'yixing', 'submit')).status).toBe(409)
    for (const row of rows) {
      const names = Object.keys(row)
      await campaign.sql(
        `insert into campaigns_phases (${names.map((name) => `"${name}"`).join()})
         values (${names.map((_, index) => `$${index + 1}`).join()})`,
        Object.values(row),
      )
    }
  })
})
