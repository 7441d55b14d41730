import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { foldVotes } from '../../src/database/voting/fold.ts'
import { openKeeper } from '../../src/database/voting/keeper.ts'
import { publishTotals } from '../../src/database/voting/publish.ts'
import { totalsOf } from '../../src/database/voting/tallies.ts'
import { openTeller, type Teller } from '../../src/database/voting/teller.ts'
import { mergeParticipants } from '../../src/delivery/taking-part/identity/merge.ts'
import { testDatabase, type TestDatabase } from '../harness/database.ts'
import { foldAll } from '../harness/fold-all.ts'
import { makeRound, makeVoter, setState, type TestRound } from '../harness/voting.ts'
import { shanghai } from '../unit/voting-arbitraries.ts'

const log = { warn: () => undefined, info: () => undefined }
const works = ['2022-PHO-000001', '2022-PHO-000002', '2022-PHO-000003', '2022-PHO-000004']
const all = { show: 'all', changesAt: null } as const

let database: TestDatabase
let pool: pg.Pool
let client: pg.PoolClient
let teller: Teller

beforeAll(async () => {
  database = await testDatabase()
  pool = new pg.Pool({ connectionString: database.url, max: 10 })
  pool.on('error', () => undefined)
  client = await pool.connect()
  teller = openTeller({ pool, secret: 'tallies', log })
  await pool.query('create table test_clock (at timestamptz(3))')
  await pool.query(`create or replace function ballot_clock() returns timestamptz(3) language sql volatile as
    $$ select coalesce((select at from test_clock), date_trunc('milliseconds', clock_timestamp()))::timestamptz(3) $$`)
})
afterEach(() => setClock(null))
afterAll(async () => {
  await teller.close()
  client.release()
  await pool.end()
  await database.drop()
})

async function setClock(at: Date | null): Promise<void> {
  await pool.query('delete from test_clock')
  if (at) await pool.query('insert into test_clock values ($1)', [at])
}

let rounds = 0
const round = (policy: Record<string, unknown> = {}) =>
  makeRound(pool, { slug: `tallied-${(rounds += 1)}`, entries: works, policy })

async function vote({ slug }: TestRound, ...entries: string[]): Promise<void> {
  const participant = await makeVoter(pool, { hoursAgo: 100_000 })
  const answer = await teller.cast({ round: slug, participant, client: 1, entries })
  if (!answer.ok) throw new Error(JSON.stringify(answer))
}

const totals = async ({ id }: TestRound) =>
  [...(await totalsOf(pool, id, all))].map(([number, { total }]) => [number, total]).sort()

describe('tallies', () => {
  test('take in each vote once, however many fold at a time and whatever is still being written', async () => {
    const made = await round()
    const late = await pool.connect()
    await late.query('begin')
    const write = `insert into votes (at, round_id, participant_id, number, client_id, period_turn, entry_turn,
        period_place, entry_turn_place, ballot)
      select at, $1, $2, 1, 1, day, day, 1, 1, gen_random_uuid()
      from (select at, floor((extract(epoch from at) + 28800) / 86400)::int as day from (select ballot_clock() as at) c) d`
    await late.query(write, [made.id, await makeVoter(pool)])
    await Promise.all(Array.from({ length: 30 }, () => vote(made, works[1]!, works[2]!)))
    const others = await Promise.all([pool.connect(), pool.connect()])
    await Promise.all([client, ...others].map(foldVotes))
    // A transaction that began before them is not over: nothing behind it is counted yet.
    expect(await totals(made)).toEqual([])
    await late.query('commit')
    const counted = await Promise.all([client, ...others].map(foldAll))
    expect(counted.reduce((sum, one) => sum + one)).toBe(61)
    expect(await totals(made)).toEqual([
      [1, 1],
      [2, 30],
      [3, 30],
    ])
    await late.query('begin')
    await late.query(write, [made.id, await makeVoter(pool)])
    await late.query('rollback')
    for (const one of [late, ...others]) one.release()
    expect(await foldAll(client)).toBe(0)
    const { rows } = await pool.query(
      'select number, sum(votes)::int as votes from vote_minutes where round_id = $1 group by 1 order by 1',
      [made.id],
    )
    expect(rows.map(({ number, votes }) => [number, votes])).toEqual(await totals(made))
  })

  test('are the ledger less what was made void, by class', async () => {
    const made = await round()
    await Promise.all(Array.from({ length: 5 }, () => vote(made, works[0]!)))
    const { rows } = await pool.query('select id from votes where round_id = $1', [made.id])
    const [item] = (
      await pool.query(
        `insert into vote_cases (round_id, title, query, reason) values ($1, '批量投票', '{}', '同一设备') returning id`,
        [made.id],
      )
    ).rows
    for (const [index, { id }] of rows.slice(0, 3).entries()) {
      await pool.query(
        `insert into vote_voids (round_id, vote_id, number, class, case_id) values ($1, $2, 1, $3, $4)`,
        [made.id, id, index === 0 ? 'other' : 'automated', item.id],
      )
      await foldAll(client)
    }
    expect((await totalsOf(pool, made.id, all)).get(1)).toEqual({
      ...{ total: 2, votes: 5, voided: 3, voidedBy: { other: 1, automated: 2 } },
    })
  })

  test('lose no void of a vote that is counted after it', async () => {
    const made = await round()
    const [voiding, long] = [await pool.connect(), await pool.connect()]
    try {
      for (const one of [voiding, long]) {
        await one.query('begin')
        await one.query('select pg_current_xact_id()')
      }
      await vote(made, works[0]!)
      const { rows } = await voiding.query(
        `insert into vote_cases (round_id, title, query, reason) values ($1, '批量投票', '{}', '同一设备') returning id`,
        [made.id],
      )
      await voiding.query(
        `insert into vote_voids (round_id, vote_id, number, class, case_id)
         select $1, id, number, 'other', $2 from votes where round_id = $1`,
        [made.id, rows[0].id],
      )
      await voiding.query('commit')
      // Up to the one that still runs: the void is behind it, the vote is not.
      await foldVotes(client)
      await long.query('commit')
    } finally {
      for (const one of [voiding, long]) one.release(true)
    }
    await foldAll(client)
    expect((await totalsOf(pool, made.id, all)).get(1)).toEqual({
      ...{ total: 0, votes: 1, voided: 1, voidedBy: { other: 1 } },
    })
  })
})

test('totals of a time of day say what was void by then, and nothing of what came later', async () => {
  const window = { from: shanghai('2022-06-07 00:00'), to: shanghai('2022-06-12 00:00') }
  const made = await round({ window, counts: { shown: 'daily', at: '09:00' } })
  const at = shanghai('2022-06-08 09:00')
  const voidOne = async (of: string) => {
    const { rows } = await pool.query(
      `insert into vote_cases (round_id, title, query, reason) values ($1, '批量投票', '{}', '同一设备') returning id`,
      [made.id],
    )
    await pool.query(
      `insert into vote_voids (at, round_id, vote_id, number, class, case_id)
       select ballot_clock(), $1, min(id), 1, $2, $3 from votes where round_id = $1 and number = 1
         and id not in (select vote_id from vote_voids where round_id = $1)`,
      [made.id, of, rows[0].id],
    )
  }
  const shownThen = () => totalsOf(pool, made.id, { show: 'before', before: at, changesAt: null })
  await setClock(shanghai('2022-06-08 08:00'))
  for (let times = 0; times < 6; times += 1) await vote(made, works[0]!)
  await vote(made, works[1]!)
  await voidOne('automated')
  await voidOne('other')
  await setClock(shanghai('2022-06-08 09:00:10'))
  await voidOne('automated')
  await vote(made, works[0]!)
  await setClock(shanghai('2022-06-08 09:01'))
  await foldAll(client)
  expect(await shownThen()).toEqual(new Map())
  await publishTotals(client)
  const told = new Map([
    [1, { total: 4, votes: 6, voided: 2, voidedBy: { automated: 1, other: 1 } }],
    [2, { total: 1, votes: 1, voided: 0, voidedBy: {} }],
    [3, { total: 0, votes: 0, voided: 0, voidedBy: {} }],
    [4, { total: 0, votes: 0, voided: 0, voidedBy: {} }],
  ])
  expect(await shownThen()).toEqual(told)
  await voidOne('other')
  await foldAll(client)
  expect(await shownThen()).toEqual(told)
})

test('totals of a time of day wait for the votes before it, however long another transaction keeps them from being counted', async () => {
  const window = { from: shanghai('2022-06-07 00:00'), to: shanghai('2022-06-12 00:00') }
  const made = await round({ window, counts: { shown: 'daily', at: '09:00' } })
  const before = shanghai('2022-06-08 09:00')
  const shownThen = async () => {
    await publishTotals(client)
    const shown = await totalsOf(pool, made.id, { show: 'before', before, changesAt: null })
    return shown.get(1)?.total
  }
  await setClock(shanghai('2022-06-08 08:59'))
  const long = await pool.connect()
  try {
    await long.query('begin')
    await long.query('select pg_current_xact_id()')
    await vote(made, works[0]!)
    await setClock(shanghai('2022-06-08 09:10'))
    await foldVotes(client)
    expect(await shownThen()).toBeUndefined()
    await long.query('commit')
  } finally {
    long.release(true)
  }
  await foldAll(client)
  expect(await shownThen()).toBe(1)
})

describe('what is published', () => {
  const window = { from: shanghai('2022-06-07 00:00'), to: shanghai('2022-06-12 00:00') }
  const shown = async () =>
    (await pool.query('select votes from showcase_entries where id = $1', [works[0]])).rows[0].votes

  test('is what anybody may see, and nothing while totals are hidden', async () => {
    await pool.query(
      `insert into showcase_entries (id, kind, entry_id, campaign, track, track_id, unit_id, unit_path, published_at,
         card, document, title_grams, people_grams, all_grams)
       values ($1, 'photos', 1, '2022', 'photography', 1, 1, '', now(), '{}', '{}', '', '', '')`,
      [works[0]],
    )
    const hidden = await round({ window, counts: { shown: 'afterClose' } })
    const daily = await round({ window, counts: { shown: 'daily', at: '09:00' } })
    const publish = async () => {
      await foldAll(client)
      await publishTotals(client)
      return shown()
    }
    await setClock(shanghai('2022-06-07 08:59'))
    await vote(hidden, works[0]!)
    await vote(daily, works[0]!)
    expect(await publish()).toBeNull()
    await setClock(shanghai('2022-06-07 09:00'))
    await vote(daily, works[0]!)
    // Batches of before nine may still be under way.
    expect(await publish()).toBeNull()
    await setClock(shanghai('2022-06-07 09:01'))
    expect(await publish()).toBe(1)
    await pool.query('update showcase_entries set votes = null where id = $1', [works[0]])
    expect(await publish()).toBe(1)
    await setState(pool, hidden, 'closed')
    await setState(pool, daily, 'closed')
    expect(await publish()).toBe(2)
  })
})

test('of two nodes one does what the keeper has to do, and the other when it is gone', async () => {
  const done: string[] = []
  const waiting = new Set<() => void>()
  let under = 0
  const keep = (name: string) =>
    openKeeper({
      databaseUrl: database.url,
      log,
      tasks: [
        {
          name: 'count',
          everyMs: 20,
          run: async (own) => {
            under += 1
            expect(under).toBe(1)
            await own.query('select pg_sleep(0.01)')
            under -= 1
            done.push(name)
            for (const one of waiting) one()
          },
        },
      ],
    })
  const until = (name: string, count: number) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (done.filter((one) => one === name).length < count) return
        waiting.delete(look)
        resolve()
      }
      waiting.add(look)
      look()
    })
  const [first, second] = [keep('first'), keep('second')]
  await until('first', 1)
  await first.close()
  await until('second', done.filter((one) => one === 'second').length + 2)
  await second.close()
})

test('who turns out to be one person has the votes of one, also while ballots come in', async () => {
  const made = await round({ votesPerPeriod: 5, votesPerEntryPerPeriod: null })
  for (let times = 0; times < 10; times += 1) {
    const ids = [await makeVoter(pool), await makeVoter(pool)]
    const cast = (participant: number) =>
      teller.cast({ round: made.slug, participant, client: 1, entries: works })
    const merging = await pool.connect()
    const merge = async () => {
      await merging.query('begin')
      await mergeParticipants(merging, ids)
      await merging.query('commit')
    }
    const [one, other] = await Promise.all([cast(ids[1]!), cast(ids[0]!), merge()])
    merging.release()
    const again = await Promise.all(ids.map(cast))
    expect(again.every(({ ok }) => !ok)).toBe(true)
    const { rows } = await pool.query(
      'select distinct participant_id as id from votes where round_id = $1 and participant_id = any($2)',
      [made.id, ids],
    )
    // Both, where both came before; afterwards the one that stays casts for both.
    expect(rows).toHaveLength(Number(one.ok) + Number(other.ok))
  }
})
