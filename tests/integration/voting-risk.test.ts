import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assessRisks, assessRound, lookBack } from '../../src/database/voting/risk/assess.ts'
import { openChallenges } from '../../src/database/voting/risk/challenges.ts'
import { forgetTraces, traceDays } from '../../src/database/voting/risk/forget.ts'
import { openTraceHashes } from '../../src/database/voting/risk/hashes.ts'
import { openTraces } from '../../src/database/voting/risk/traces.ts'
import { assess, riskThresholds, subjectKey, type VoteFact } from '../../src/domain/voting/risk.ts'
import { testDatabase, type TestDatabase } from '../harness/database.ts'
import { until } from '../harness/delivery.ts'
import { chance, factory, farm, noon, province } from '../unit/voting-crowds.ts'

let database: TestDatabase
let pool: pg.Pool
const warned: string[] = []
const log = { warn: (_: object, message: string) => void warned.push(message) }

beforeAll(async () => {
  database = await testDatabase()
  pool = new pg.Pool({ connectionString: database.url, max: 4 })
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})

let rounds = 0
/** A round as far as the look at it goes: neither ledger nor candidates. */
async function newRound(): Promise<{ id: number }> {
  const slug = `risk-${(rounds += 1)}`
  const { rows } = await pool.query(
    `with round as (
       insert into vote_rounds (title, slug, campaign_id, window_from, window_to)
       select $1, $1, min(id), now(), now() from campaigns returning id)
     insert into ballot_rounds (round_id, slug, title, campaign, tracks, state, policy)
     select id, $1, $1, '2022', '{}', 'open', '{}' from round returning round_id as id`,
    [slug],
  )
  return rows[0]
}
const using = async <T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
  const client = await pool.connect()
  try {
    return await work(client)
  } finally {
    client.release()
  }
}

/** Traces as these votes would leave them; `shift` moves all of them in time. */
async function lay(round: number, facts: readonly VoteFact[], shift = 0): Promise<void> {
  const numberOf = (entry: string) => Number(/\d+$/.exec(entry)![0]) + 1
  const voters = new Map<string, number>()
  for (const { voter } of facts) voters.set(voter, voters.get(voter) ?? voters.size + 1)
  const time = (ms: number) => new Date(ms + shift)
  await pool.query(
    `insert into vote_traces (vote_id, round_id, number, participant_id, client_id, at, since, network, device)
     select nextval('votes_id'), $1, n, p, 1, at, since, network, device
     from unnest($2::int[], $3::int[], $4::timestamptz[], $5::timestamptz[], $6::text[], $7::text[])
       as t (n, p, at, since, network, device)`,
    [
      round,
      facts.map(({ entry }) => numberOf(entry)),
      facts.map(({ voter }) => voters.get(voter)),
      facts.map(({ at }) => time(at)),
      facts.map(({ since }) => time(since)),
      facts.map(({ network }) => network),
      facts.map(({ device }) => device),
    ],
  )
}

const risksOf = async (round: number) =>
  (await pool.query('select * from vote_risks where round_id = $1 order by score desc', [round]))
    .rows

const one = () => 'farm'
const own = (name: string) => (identity: number) => `${name}${identity}`

describe('traces', () => {
  it('are written in bulk with what is known of the identity', async () => {
    const round = await newRound()
    const { rows: voters } = await pool.query(
      `insert into participants (created_at) values (now() - interval '50 hours') returning id`,
    )
    const voter = voters[0].id
    const hashes = openTraceHashes('a secret')
    const traces = openTraces({ pool, log, everyMs: 5 })
    const at = new Date()
    const network = hashes.network('203.0.113.7')
    for (let ballot = 0; ballot < 300; ballot += 1) {
      const votes = [1, 2].map((number) => ({ id: String(1e9 + ballot * 2 + number), number }))
      const device = hashes.device(1, ballot % 2 ? undefined : 'installation-1')
      traces.note({ votes, roundId: round.id, participant: voter, client: 1, at, network, device })
    }
    expect(traces.stats()).toEqual({ waiting: 600, written: 0, lost: 0 })
    await until(() => traces.stats().written === 600)
    const { rows } = await pool.query(
      `select count(*)::int, count(device)::int as devices, count(distinct number)::int as numbers,
         min(at) = max(at) and min(at) = $2 as same, round(extract(epoch from min(at - since)) / 3600)::int as hours,
         string_agg(distinct network, '') as network
       from vote_traces where round_id = $1`,
      [round.id, at],
    )
    const row = { count: 600, devices: 300, numbers: 2, same: true, hours: 50, network }
    expect(rows).toEqual([row])
    expect(network).not.toContain('203')
    expect(hashes.network('203.0.113.200')).toBe(network)
    expect(openTraceHashes('another').network('203.0.113.7')).not.toBe(network)
    expect(hashes.device(2, 'installation-1')).not.toBe(hashes.device(1, 'installation-1'))
    expect(hashes.device(1, 'short')).toBeNull()
    await traces.close()
  })

  it('are lost, counted and told of, when they cannot be written; nobody else is hurt', async () => {
    const away = new pg.Pool({ connectionString: 'postgres://nobody@127.0.0.1:1/none' })
    const traces = openTraces({ pool: away, log, everyMs: 1 })
    const votes = [{ id: '1', number: 1 }]
    const at = new Date()
    const rest = { roundId: 1, participant: 1, client: 1, at, network: null, device: null }
    traces.note({ votes, ...rest })
    await until(() => traces.stats().lost === 1)
    for (let note = 0; note < 100_010; note += 1) traces.note({ votes, ...rest })
    await traces.close()
    expect(traces.stats()).toEqual({ waiting: 0, written: 0, lost: 100_011 })
    expect(warned).toContain('traces of votes were not written')
    await away.end()
  })

  it('are forgotten after some days, and risks that no case is about with them', async () => {
    const round = await newRound()
    const day = 86_400_000
    const at = Date.now()
    const vote = (age: number): VoteFact => ({
      ...{
        voter: `v${age}`,
        entry: 'w1',
        at: at - age * day,
        since: 0,
        network: 'n',
        device: null,
      },
    })
    await lay(round.id, [vote(0), vote(traceDays - 1), vote(traceDays + 1), vote(90)])
    for (const days of [1, 90]) {
      await pool.query(
        `insert into vote_risks (round_id, subject, kind, number, votes, voters, score, level, signals,
           first_at, last_at, worst_score, worst_level)
         select $1, $2, 'entry', 1, 1, 1, 1, 'review', '[]', t, t, 1, 'review'
         from (select now() - $3 * interval '1 day' as t) t`,
        [round.id, `entry:${days}`, days],
      )
    }
    await using((client) => forgetTraces.run(client))
    const { rows } = await pool.query(
      `select round(extract(epoch from now() - at) / 86400)::int as days from vote_traces where round_id = $1 order by 1`,
      [round.id],
    )
    expect(rows.map(({ days }) => days)).toEqual([0, traceDays - 1])
    expect((await risksOf(round.id)).map(({ subject }) => subject)).toEqual(['entry:1'])
  })
})

describe('the look at a round', () => {
  it('finds in the database what the rule finds in the votes themselves', async () => {
    const name = (letters: string) => fc.constantFrom(...letters)
    const fact = fc.record({
      ...{ voter: fc.nat(60), entry: fc.constantFrom('w1', 'w2', 'w3') },
      ...{ at: fc.nat(9_000_000), network: fc.option(name('mn')), device: fc.option(name('xyz')) },
    })
    const ages = fc.array(fc.integer({ min: 0, max: 200_000_000 }), {
      minLength: 61,
      maxLength: 61,
    })
    const some = fc.array(fact, { minLength: 60, maxLength: 150 })
    await fc.assert(
      fc.asyncProperty(some, ages, async (votes, ageOf) => {
        const round = await newRound()
        const facts = votes.map((vote): VoteFact => ({
          ...{ ...vote, voter: `v${vote.voter}`, at: noon + vote.at },
          since: noon - ageOf[vote.voter]!,
        }))
        await lay(round.id, facts)
        const told = (risks: ReturnType<typeof assess>) =>
          risks
            .map(({ subject, ...rest }) => {
              const entry = 'entry' in subject ? subject.entry : ''
              return JSON.stringify({ ...subject, entry, ...rest })
            })
            .sort()
        const numbered = assess(facts.map((vote) => ({ ...vote, entry: plusOne(vote.entry) })))
        const found = await using((client) => assessRound(client, round.id))
        expect(told(found)).toEqual(told(numbered))
      }),
      { numRuns: 12 },
    )
  }, 60_000)

  it('catches bots and farms among honest crowds, and no crowd with them', async () => {
    const round = await newRound()
    const next = chance(7)
    const crowds = [...province(next), ...factory(next)]
    const gap = () => 10_000 + next() * 2_000
    const bots = farm({ gap, network: one, device: (identity) => `phone ${identity % 10}` })
    await lay(round.id, [...crowds, ...bots])
    const look = { ...lookBack, hours: 100 }
    await using((client) => assessRound(client, round.id, { look }))
    const flagged = (await risksOf(round.id)).filter(({ level }) => /challenge|review/.test(level))
    expect(flagged.map(({ number }) => number)).toEqual(flagged.map(() => 4))
    const kinds = flagged.filter(({ level }) => level === 'review').map(({ kind }) => kind)
    expect(kinds).toEqual(expect.arrayContaining(['crowd', 'device']))
    const [worst] = flagged
    expect(worst.signals[0].words.zh).toMatch(/[\u4e00-\u9fff]/)
    expect(worst.score).toBe(worst.worst_score)
  })

  it('challenges the next vote of what it found, on every node, and for a while only', async () => {
    const round = await newRound()
    const next = chance(8)
    const gap = () => 9_000 + next() * 1_000
    const bots = farm({ gap, network: one, device: own('y') })
    const last = bots.at(-1)!.at
    const others = province(next, 500).filter(({ at }) => at < last)
    await lay(round.id, [...others, ...bots], Date.now() - last)
    await using((client) => assessRound(client, round.id))
    const node = openChallenges(pool, { everyMs: 20, log })
    const elsewhere = { roundId: round.id, numbers: [4], network: 'home', device: null }
    const there = { ...elsewhere, network: 'farm' }
    await until(() => node.challengeFor(there))
    expect(node.challengeFor({ ...there, numbers: [9, 10] })).toBe(false)
    expect(node.challengeFor({ ...there, numbers: [9, 4] })).toBe(true)
    expect(node.challengeFor({ ...there, roundId: round.id + 1 })).toBe(false)
    await pool.query(`update vote_risks set last_at = last_at - interval '3 hours'`)
    await until(() => !node.challengeFor(there))
    node.close()
  })

  it('takes a level back when the group looks like people again, and keeps what was worst', async () => {
    const round = await newRound()
    const next = chance(9)
    const bots = farm({ identities: 40, gap: () => 30_000, network: one, device: one })
    await lay(round.id, bots)
    await using((client) => assessRound(client, round.id))
    const [before] = (await risksOf(round.id)).filter(({ kind }) => kind === 'crowd')
    expect(before.level).toMatch(/challenge|review/)
    const crowd = factory(next, { workers: 900 }).map((vote) => ({
      ...vote,
      ...{ voter: `h${vote.voter}`, entry: 'w3', network: 'farm', at: vote.at - 3_600_000 },
    }))
    await lay(round.id, crowd)
    await using((client) => assessRound(client, round.id))
    const [after] = (await risksOf(round.id)).filter(({ kind }) => kind === 'crowd')
    expect(after.level).toMatch(/none|watch/)
    expect(after).toMatchObject({ worst_level: before.level, worst_score: before.worst_score })
    expect(after.signals).toEqual(before.signals)
  })

  it('is bounded: the latest votes, of the last hours', async () => {
    const round = await newRound()
    const next = chance(10)
    await lay(round.id, province(next, 2_000))
    const look = { ...lookBack, traces: 700 }
    await using((client) => assessRound(client, round.id, { thresholds: riskThresholds, look }))
    const run = async () =>
      (await pool.query('select * from vote_risk_runs where round_id = $1', [round.id])).rows[0]
    expect((await run()).traces).toBeLessThanOrEqual(700)
    await using((client) => assessRound(client, round.id, { look: { ...lookBack, hours: 3 } }))
    const { since, last_at } = await run()
    expect(last_at - since).toBeLessThanOrEqual(3 * 3_600_000)
  })

  it('is taken again only where somebody voted since', async () => {
    const round = await newRound()
    const vote = (at: number): VoteFact => ({
      ...{ voter: 'v', entry: 'w1', at, since: 0, network: null, device: null },
    })
    const at = async () =>
      (await pool.query('select at from vote_risk_runs where round_id = $1', [round.id])).rows[0]
        ?.at
    await using((client) => assessRisks.run(client))
    expect(await at()).toBeUndefined()
    await lay(round.id, [vote(noon)])
    await using((client) => assessRisks.run(client))
    const first = await at()
    await using((client) => assessRisks.run(client))
    expect(await at()).toEqual(first)
    await lay(round.id, [vote(noon + 1)])
    await using((client) => assessRisks.run(client))
    expect(await at()).not.toEqual(first)
  })
})

it('names subjects in one way everywhere', () => {
  expect(subjectKey({ kind: 'crowd', entry: '4', network: 'farm' })).toBe('crowd:4:farm')
})

function plusOne(entry: string): string {
  return String(Number(entry.slice(1)) + 1)
}
