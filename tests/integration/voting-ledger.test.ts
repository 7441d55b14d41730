import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTeller, type CastAnswer, type Teller } from '../../src/database/voting/teller.ts'
import { adaptLedgerOf, lockRound } from '../../src/database/voting/ledger.ts'
import { openReceipts } from '../../src/database/voting/receipts.ts'
import { readPolicy } from '../../src/domain/voting/policy.ts'
import { testDatabase, type TestDatabase } from '../harness/database.ts'
import { makeRound, makeVoter, setState, usualPolicy, type TestRound } from '../harness/voting.ts'

const secret = 'a-secret-that-only-tests-know'
const log = { warn: () => undefined }
const works = ['2022-PHO-000001', '2022-PHO-000002', '2022-PHO-000003', '2022-PHO-000004']

let database: TestDatabase
let pool: pg.Pool
const closing: (() => Promise<unknown>)[] = []

beforeAll(async () => {
  database = await testDatabase()
  pool = new pg.Pool({ connectionString: database.url, max: 4 })
})
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

let rounds = 0
const round = (policy: Record<string, unknown> = {}, entries: readonly string[] = works) =>
  makeRound(pool, { slug: `round-${(rounds += 1)}`, entries, policy })

const ledger = async ({ id }: TestRound) =>
  (
    await pool.query(
      `select participant_id as participant, number, at, period_turn, period_place, ballot from votes where round_id = $1 order by id`,
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
