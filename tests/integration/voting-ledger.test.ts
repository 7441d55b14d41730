import fc from 'fast-check'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openTeller, type CastAnswer, type Teller } from '../../src/database/voting/teller.ts'
import { adaptLedgerOf, lockRound } from '../../src/database/voting/ledger.ts'
import { inOneGo } from '../../src/database/voting/in-one-go.ts'
import { openReceipts } from '../../src/database/voting/receipts.ts'
import { decideBallot } from '../../src/domain/voting/decide.ts'
import type { VotePolicy } from '../../src/domain/voting/policy.ts'
import type { CastVote } from '../../src/domain/voting/standing.ts'
import { testDatabase, type TestDatabase } from '../harness/database.ts'
import { makeRound, makeVoter, setState, type TestRound } from '../harness/voting.ts'
import { shanghai, soundPolicy } from '../unit/voting-arbitraries.ts'

const secret = 'a-secret-that-only-tests-know'
const log = { warn: () => undefined }
const works = ['2022-PHO-000001', '2022-PHO-000002', '2022-PHO-000003', '2022-PHO-000004']

let database: TestDatabase
let pool: pg.Pool
const closing: (() => Promise<unknown>)[] = []

beforeAll(async () => {
  database = await testDatabase()
  pool = new pg.Pool({ connectionString: database.url, max: 4 })
  // The time as tests set it, else the true one.
  await pool.query('create table test_clock (at timestamptz(3))')
  await pool.query(`create or replace function ballot_clock() returns timestamptz(3) language sql volatile as
    $$ select coalesce((select at from test_clock), date_trunc('milliseconds', clock_timestamp()))::timestamptz(3) $$`)
})
afterEach(() => setClock(null))
afterAll(async () => {
  await Promise.all(closing.map((close) => close()))
  await pool.end()
  await database.drop()
})

/** A node: a teller with connections of its own. */
function node(connections = 4): Teller {
  const own = new pg.Pool({ connectionString: database.url, max: connections })
  const teller = openTeller({ pool: own, secret, log })
  closing.push(() => teller.close().then(() => own.end()))
  return teller
}

async function setClock(at: Date | null): Promise<void> {
  await pool.query('delete from test_clock')
  if (at) await pool.query('insert into test_clock values ($1)', [at])
}

let rounds = 0
const round = (policy: Record<string, unknown> = {}, entries: readonly string[] = works) =>
  makeRound(pool, { slug: `round-${(rounds += 1)}`, entries, policy })

const ledger = async ({ id }: TestRound) =>
  (
    await pool.query(
      `select id, tx, participant_id as participant, number, at, period_turn, period_place, ballot from votes where round_id = $1 order by id`,
      [id],
    )
  ).rows

const code = (answer: CastAnswer) =>
  answer.ok ? 'ok' : 'refusal' in answer ? answer.refusal.code : Object.keys(answer).at(-1)

describe('a ballot', () => {
  test('is in the ledger when it is acknowledged, with a receipt and what is left', async () => {
    const teller = node()
    const { id, slug } = await round()
    const participant = await makeVoter(pool)
    const answer = await teller.cast({
      round: slug,
      participant,
      client: 1,
      entries: works.slice(0, 2),
    })
    if (!answer.ok) throw new Error(code(answer))
    expect(answer).toMatchObject({ accepted: works.slice(0, 2), remaining: 3, replayed: false })
    const { rows } = await pool.query('select * from votes where round_id = $1 order by id', [id])
    expect(rows.map((row) => [row.participant_id, row.number, row.period_place])).toEqual([
      [participant, 1, 1],
      [participant, 2, 2],
    ])
    expect(rows[0].at).toEqual(answer.at)
    expect(answer.votes).toEqual(rows.map((row) => ({ id: row.id, number: row.number })))
    expect(openReceipts(secret).open(answer.receipt)).toEqual({
      ...{ ballot: rows[0].ballot, round: id, participant, at: +answer.at },
    })
  })

  test('is refused whole, with the rule and what is left', async () => {
    const teller = node()
    const { slug } = await round({ votesPerPeriod: 3, ballot: { min: 1, max: 3 } })
    const participant = await makeVoter(pool)
    const cast = (...entries: string[]) =>
      teller.cast({ round: slug, participant, client: 1, entries })
    expect(code(await cast(works[0]!, works[1]!))).toBe('ok')
    expect(code(await cast(works[0]!))).toBe('vote-entry-quota-exceeded')
    expect(await cast(works[2]!, works[3]!)).toMatchObject({
      refusal: { code: 'vote-quota-exceeded', left: { remaining: 1 } },
    })
    expect(code(await cast(works[2]!, 'nobody'))).toBe('vote-entry-not-candidate')
    expect(code(await cast('"}{,\\'))).toBe('vote-entry-not-candidate')
    expect(code(await cast(works[2]!))).toBe('ok')
    expect(code(await teller.cast({ round: 'none', participant, client: 1, entries: works }))).toBe(
      'unknownRound',
    )
  })

  test('sent again under its key is the same, whatever came between; the key is good for no other', async () => {
    const [one, other] = [node(), node()]
    const { slug, ...of } = await round({ votesPerPeriod: 2, ballot: { min: 1, max: 2 } })
    const participant = await makeVoter(pool)
    const cast = (teller: Teller, entries: string[]) =>
      teller.cast({ round: slug, participant, client: 1, entries, key: 'k' })
    const all = await Promise.all(
      Array.from({ length: 40 }, (_, index) => cast(index % 2 ? one : other, [works[0]!])),
    )
    expect(all.every(({ ok }) => ok)).toBe(true)
    expect(all.filter((answer) => answer.ok && !answer.replayed)).toHaveLength(1)
    expect(
      new Set(all.map((a) => a.ok && JSON.stringify([a.receipt, a.at, a.remaining, a.votes]))).size,
    ).toBe(1)
    expect(await cast(one, [works[1]!])).toEqual({ ok: false, reused: true })
    expect(await cast(one, [works[0]!, works[1]!])).toEqual({ ok: false, reused: true })
    await setState(pool, { ...of, slug }, 'closed')
    expect(await cast(one, [works[0]!])).toMatchObject({ ok: true, replayed: true, remaining: 1 })
    expect(await ledger({ ...of, slug })).toHaveLength(1)
  })
})

describe('a quota', () => {
  test.each([
    ['a day', { period: { kind: 'day' } }],
    ['rolling', { period: { kind: 'rolling', hours: 24 } }],
  ])(
    '%s lets exactly so many through, of 1,000 attempts over 50 connections',
    async (_name, period) => {
      const tellers = Array.from({ length: 10 }, () => node(5))
      const { slug, ...of } = await round({
        ...{ ...period, votesPerPeriod: 7, votesPerEntryPerPeriod: 3, ballot: { min: 1, max: 1 } },
      })
      const participant = await makeVoter(pool)
      const answers = await Promise.all(
        Array.from({ length: 1_000 }, (_, index) =>
          tellers[index % 10]!.cast({
            ...{ round: slug, participant, client: 1, entries: [works[index % works.length]!] },
          }),
        ),
      )
      expect(answers.filter(({ ok }) => ok)).toHaveLength(7)
      const rows = await ledger({ ...of, slug })
      expect(rows.map((row) => row.period_place)).toEqual([1, 2, 3, 4, 5, 6, 7])
      expect(new Set(answers.filter(({ ok }) => !ok).map(code))).toEqual(
        new Set(['vote-quota-exceeded', 'vote-entry-quota-exceeded']),
      )
    },
  )
})

describe('statements in one go', () => {
  const step = (name: string, text: string, ...values: (string | null)[]) => ({
    ...{ name: `test ${name}`, text, values },
  })

  test('are answered each for itself, in their order', async () => {
    const client = await pool.connect()
    const two = step('two', `select n, nullif(n, 2) from generate_series(1, $1::int) n`, '2')
    const none = step('none', 'select 1 where false')
    for (let time = 0; time < 2; time += 1) {
      expect(
        await inOneGo(client, [two, none, step('text', 'select $1::text', '江苏 ”'), two]),
      ).toEqual([
        [
          ['1', '1'],
          ['2', null],
        ],
        [],
        [['江苏 ”']],
        [
          ['1', '1'],
          ['2', null],
        ],
      ])
    }
    client.release()
  })

  test('end with the first that fails, and can be run again on the same connection', async () => {
    const client = await pool.connect()
    const begin = step('begin', 'begin')
    const write = step('write', 'insert into test_clock values ($1::timestamptz)', '2022-06-07')
    const fail = step('divide', 'select 1 / $1::int', '0')
    const later = step('later', 'select 7')
    for (let time = 0; time < 2; time += 1) {
      await expect(inOneGo(client, [begin, write, fail, later])).rejects.toMatchObject({
        code: '22012',
      })
      await client.query('rollback')
    }
    expect(await inOneGo(client, [later, { ...fail, values: ['1'] }])).toEqual([[['7']], [['1']]])
    expect((await client.query('select * from test_clock')).rows).toEqual([])
    client.release()
  })

  test('fail with their connection', async () => {
    const client = await pool.connect()
    const died = new Promise((resolve) => client.once('error', resolve))
    const [[[pid]]] = (await inOneGo(client, [step('pid', 'select pg_backend_pid()')])) as [
      [[string]],
    ]
    const asleep = expect(inOneGo(client, [step('sleep', 'select pg_sleep(60)')])).rejects.toThrow()
    await pool.query('select pg_terminate_backend($1)', [pid])
    await asleep
    await died
    await expect(inOneGo(client, [step('pid', 'select pg_backend_pid()')])).rejects.toThrow()
    client.release(true)
  })
})

describe('the database’s clock', () => {
  const window = { from: shanghai('2022-06-07 00:00'), to: shanghai('2022-06-09 00:00') }
  const at = (text: string, more = 0) => setClock(new Date(+shanghai(text) + more))

  test('opens and closes the window to the millisecond, and brings votes back at midnight', async () => {
    const teller = node()
    const { slug } = await round({ window, votesPerPeriod: 1, ballot: { min: 1, max: 1 } })
    const participant = await makeVoter(pool)
    await pool.query(`update participants set created_at = '2022-01-01' where id = $1`, [
      participant,
    ])
    const cast = async () =>
      code(await teller.cast({ round: slug, participant, client: 1, entries: [works[0]!] }))
    await at('2022-06-07 00:00', -1)
    expect(await cast()).toBe('vote-window-not-open')
    await at('2022-06-07 00:00')
    expect(await cast()).toBe('ok')
    await at('2022-06-08 00:00', -1)
    expect(await cast()).toBe('vote-entry-quota-exceeded')
    await at('2022-06-08 00:00')
    expect(await cast()).toBe('ok')
    await at('2022-06-09 00:00', -1)
    expect(await cast()).toBe('vote-entry-quota-exceeded')
    await at('2022-06-09 00:00')
    expect(await cast()).toBe('vote-window-closed')
  })

  test('lets a ballot that is sent again after midnight count once', async () => {
    const teller = node()
    const { slug } = await round({ window })
    const participant = await makeVoter(pool)
    const cast = () =>
      teller.cast({ round: slug, participant, client: 1, entries: [works[0]!], key: 'night' })
    await at('2022-06-08 00:00', -1)
    const first = await cast()
    await at('2022-06-08 00:00', 500)
    expect(await cast()).toEqual({ ...first, replayed: true })
  })

  test('never runs back for a voter: a clock that is put right costs nobody a vote', async () => {
    const teller = node()
    const policy = { window, period: { kind: 'rolling', hours: 1 }, votesPerPeriod: 2 }
    const { slug, ...of } = await round({
      ...{ ...policy, votesPerEntryPerPeriod: null, ballot: { min: 1, max: 1 } },
    })
    const participant = await makeVoter(pool)
    const cast = async () =>
      code(await teller.cast({ round: slug, participant, client: 1, entries: [works[0]!] }))
    await at('2022-06-07 10:00')
    expect(await cast()).toBe('ok')
    await at('2022-06-07 09:30')
    expect(await cast()).toBe('ok')
    await at('2022-06-07 10:45')
    expect(await cast()).toBe('vote-quota-exceeded')
    await at('2022-06-07 11:00')
    expect([await cast(), await cast(), await cast()]).toEqual(['ok', 'ok', 'vote-quota-exceeded'])
    expect(
      (await ledger({ ...of, slug })).map((row) => [row.period_turn, row.period_place]),
    ).toEqual([
      [1, 1],
      [1, 2],
      [2, 1],
      [2, 2],
    ])
  })
})

describe('the ledger', () => {
  test('refuses every change of a row and every emptying, the owner’s too, in the round and in the whole', async () => {
    const teller = node()
    const { slug, id } = await round()
    const voters = await Promise.all(Array.from({ length: 20 }, () => makeVoter(pool)))
    await Promise.all(
      voters.map((participant) =>
        teller.cast({ round: slug, participant, client: 1, entries: [works[0]!] }),
      ),
    )
    const { rows } = await pool.query(
      `select relid::regclass::text as part from pg_partition_tree('votes_${id}')`,
    )
    expect(rows).toHaveLength(1)
    for (const { part } of [...rows, { part: 'votes' }]) {
      const [row] = (await pool.query(`select count(*)::int as count from ${part}`)).rows
      const changes = [`update ${part} set number = number + 1`, `delete from ${part}`]
      for (const change of row.count > 0 ? changes : []) {
        await expect(pool.query(change), change).rejects.toThrow('append-only')
      }
      await expect(pool.query(`truncate ${part}`), part).rejects.toThrow('append-only')
    }
  })

  test('keeps the quota against a writer that asks nobody', async () => {
    const { id } = await round({
      ...{ votesPerPeriod: 2, votesPerEntry: 3, ballot: { min: 1, max: 2 } },
    })
    const rolling = await round({
      ...{
        period: { kind: 'rolling', hours: 24 },
        votesPerPeriod: 2,
        votesPerEntryPerPeriod: null,
      },
      ballot: { min: 1, max: 2 },
    })
    const voter = await makeVoter(pool)
    const write = (round: number, row: Record<string, unknown>) => {
      const vote = {
        ...{ at: 'now', number: 1, turn: null, place: 1, entry_turn_place: 1, entry_place: 1 },
        ...row,
      }
      return pool.query(
        `insert into votes (at, round_id, participant_id, number, client_id, period_turn, entry_turn, period_place,
           entry_turn_place, entry_place, ballot)
         select at, $1, $2, $3, 1, coalesce($4, day), coalesce($4, day), $5, $6, $7, gen_random_uuid()
         from (select at, floor((extract(epoch from at) + 28800) / 86400)::int as day from (select $8::timestamptz(3)) c (at)) d`,
        [
          ...[round, voter, vote.number, vote.turn, vote.place],
          ...[vote.entry_turn_place, vote.entry_place, vote.at],
        ],
      )
    }
    await write(id, {})
    await expect(write(id, { number: 2 })).rejects.toMatchObject({ code: '23505' })
    await expect(write(id, { place: 2 })).rejects.toMatchObject({ code: '23505' })
    await expect(write(id, { place: 2, entry_turn_place: 2 })).rejects.toMatchObject({
      code: '23514',
    })
    for (const place of [0, 3, null]) {
      await expect(write(id, { number: 2, place })).rejects.toMatchObject({ code: '23514' })
    }
    await expect(write(id, { number: 2, place: 2, turn: 1 })).rejects.toMatchObject({
      code: '23514',
    })
    await write(id, { number: 2, place: 2 })

    const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString()
    await write(rolling.id, { turn: 1, at: hours(-30) })
    await write(rolling.id, { turn: 1, place: 2, at: hours(-10) })
    await expect(write(rolling.id, { turn: 1, at: hours(0) })).rejects.toMatchObject({
      code: '23505',
    })
    for (const early of [
      { turn: 2, place: 2 },
      { turn: 2, at: hours(-7) },
      { turn: 3 },
      { turn: 0 },
      { turn: 1, place: 3 },
    ]) {
      await expect(write(rolling.id, { at: hours(0), ...early })).rejects.toMatchObject({
        code: '23514',
      })
    }
    await write(rolling.id, { turn: 2, at: hours(0) })
  })
})

// What voters try, several at once, at instants near the edges of days.
const waits = fc.constantFrom(0, 1, 3_600_000, 43_200_000, 86_399_999, 86_400_000, 90_000_000)
const attempt = fc.record({
  voter: fc.nat(2),
  teller: fc.nat(3),
  entries: fc.oneof(
    {
      weight: 5,
      arbitrary: fc.uniqueArray(fc.constantFrom(...works), { minLength: 1, maxLength: 3 }),
    },
    { weight: 1, arbitrary: fc.array(fc.constantFrom(...works, 'nobody'), { maxLength: 4 }) },
  ),
})
const step = fc.record({
  wait: waits,
  attempts: fc.array(attempt, { minLength: 1, maxLength: 12, size: 'max' }),
  /** Two of the voters turn out to be one, once in a while. */
  merges: fc.oneof(
    { weight: 8, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.nat(2) },
  ),
  policy: fc.oneof(
    { weight: 8, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: soundPolicy },
  ),
})

describe('any ballots of anybody on any policy, on two nodes', () => {
  test('end with exactly what the policy accepts', { timeout: 600_000 }, async () => {
    const tellers = [node(2), node(2), node(2), node(2)]
    let [taken, metQuota] = [0, 0]
    await fc.assert(
      fc.asyncProperty(
        soundPolicy,
        fc.array(step, { minLength: 2, maxLength: 8, size: 'max' }),
        async (first, steps) => {
          const made = await round(plain(first))
          const { slug } = made
          const ids = await Promise.all([0, 1, 2].map(() => makeVoter(pool, { member: true })))
          await pool.query(`update participants set created_at = '2022-01-01' where id = any($1)`, [
            ids,
          ])
          const personOf = new Map(ids.map((one) => [one, one]))
          const histories = new Map<number, CastVote[]>(ids.map((one) => [one, []]))
          let policy = first
          let now = +shanghai('2022-06-06 23:00')
          for (const { wait, attempts, merges, policy: next } of steps) {
            if (merges !== null) await merge(ids[merges]!, ids[(merges + 1) % 3]!)
            if (next) {
              policy = next
              await changePolicy(made, next)
            }
            now += wait
            await setClock(new Date(now))
            const answers = await Promise.all(
              attempts.map(async ({ voter, teller, entries }) => ({
                person: personOf.get(ids[voter]!)!,
                entries,
                answer: await tellers[teller]!.cast({
                  ...{ round: slug, participant: ids[voter]!, client: 1, entries },
                }),
              })),
            )
            const ask = (person: number, ballot: readonly string[]) =>
              decideBallot({
                policy,
                round: { state: 'open', candidates: new Set(works) },
                voter: { isMember: true, since: new Date('2022-01-01') },
                ...{ ballot, history: histories.get(person)!, now: new Date(now) },
              })
            const rows = await ledger(made)
            // Ids are handed out to connections in advance; transactions are numbered as they write.
            const places = new Map(rows.map(({ id, tx }) => [id, Number(tx) * 1e6 + Number(id)]))
            const order = (answer: CastAnswer) =>
              answer.ok ? places.get(answer.votes[0]!.id)! : Infinity
            answers.sort((a, b) => order(a.answer) - order(b.answer))
            // One after the other as the ledger has them, then those that were refused.
            for (const { person, entries, answer } of answers) {
              const expected = ask(person, entries)
              // Which of two quotas is named depends on how many votes of the others were in then.
              const told = (one: string) => (one.includes('quota') ? 'quota' : one)
              const said = expected.ok ? 'ok' : expected.refusal.code
              expect([told(code(answer)!), person, entries]).toEqual([told(said), person, entries])
              if (expected.ok && answer.ok) {
                expect(answer).toMatchObject({
                  ...{
                    remaining: expected.remaining,
                    resetsAt: expected.resetsAt,
                    at: new Date(now),
                  },
                })
                histories.get(person)!.push(...expected.votes)
                taken += 1
              } else metQuota += Number(code(answer)!.includes('quota'))
            }
            const people = [...new Set(personOf.values())]
            expect(rows).toHaveLength(people.flatMap((one) => histories.get(one)!).length)
          }

          async function merge(a: number, b: number) {
            const [stays, goes] = [personOf.get(a)!, personOf.get(b)!].sort((x, y) => x - y)
            if (stays === goes) return
            await pool.query(
              'update participants set merged_into = $1 where id = $2 or merged_into = $2',
              [stays, goes],
            )
            const both = [...histories.get(stays!)!, ...histories.get(goes!)!]
            for (const [one, person] of personOf) {
              if (person === goes || person === stays) personOf.set(one, stays!)
            }
            histories.set(stays!, both)
          }
        },
      ),
      // Races do not come again: nothing is made smaller.
      { numRuns: Number(process.env.VOTING_RUNS ?? 12), endOnFailure: true },
    )
    expect(taken).toBeGreaterThan(15)
    expect(metQuota).toBeGreaterThan(5)
  })
})

const plain = (policy: VotePolicy): Record<string, unknown> => JSON.parse(JSON.stringify(policy))

async function changePolicy({ id }: TestRound, policy: VotePolicy): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const run = (text: string, values: readonly unknown[]) => client.query(text, [...values])
    await lockRound(run, id)
    await client.query('update ballot_rounds set policy = $2 where round_id = $1', [
      id,
      plain(policy),
    ])
    await adaptLedgerOf(run, id, policy)
    await client.query('commit')
  } finally {
    client.release()
  }
}
