import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assessRound } from '../../src/database/voting/risk/assess.ts'
import { openTraces, type Traces } from '../../src/database/voting/risk/traces.ts'
import { openTeller, type Teller } from '../../src/database/voting/teller.ts'
import { testCampaign, type TestCampaign } from '../harness/campaign.ts'
import { makeRound, makeVoter, type TestRound } from '../harness/voting.ts'

let campaign: TestCampaign
let teller: Teller
let traces: Traces
const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
const entries = ['2022-PHO-000001', '2022-PHO-000002', '2022-PHO-000003']
const pool = () => campaign.payload.db.pool as never

beforeAll(async () => {
  campaign = await testCampaign()
  teller = openTeller({ pool: pool(), secret: 'only tests know', log } as never)
  traces = openTraces({ pool: pool(), log })
})
afterAll(async () => {
  await traces.close()
  await teller.close()
  await campaign.close()
})

let rounds = 0
const newRound = () => makeRound(pool(), { slug: `case-${(rounds += 1)}`, entries })

type Voting = {
  hoursAgo?: number
  network?: string
  device?: string
  entry?: string
  seconds?: number
}

/** A vote as the public API would take it, with its trace. Gives the voter. */
async function vote(round: TestRound, how: Voting = {}): Promise<number> {
  const participant = await makeVoter(pool(), { hoursAgo: how.hoursAgo ?? 100 })
  const { entry = entries[0]!, network = null, device = null, seconds = 0 } = how
  const answer = await teller.cast({ round: round.slug, participant, client: 1, entries: [entry] })
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  const at = new Date(answer.at.getTime() + seconds * 1_000)
  const { votes } = answer
  traces.note({ votes, roundId: round.id, participant, client: 1, at, network, device })
  return participant
}

const times = <T>(count: number, one: (index: number) => T) =>
  Array.from({ length: count }, (_, at) => one(at))

const honest = async (round: TestRound, count = 6) => {
  await Promise.all(
    times(count, (one) =>
      vote(round, { network: `home-${one}`, device: `phone-${one}`, entry: entries[one % 3]! }),
    ),
  )
}
const farm = async (round: TestRound, count = 8) => {
  const how = { network: 'the-farm', device: 'one-device', hoursAgo: 1 }
  await Promise.all(times(count, (seconds) => vote(round, { ...how, seconds })))
  await traces.flush()
}

const make = (
  round: TestRound,
  data: Record<string, unknown> = {},
  as: string | undefined = 'province',
) => campaign.call('POST', '/vote-cases', { as, body: asked(round, data) })
const asked = (round: TestRound, data: Record<string, unknown> = {}) => ({
  ...{
    title: '同一设备的异常投票',
    round: round.id,
    class: 'automated',
    reason: '一台设备多个身份',
  },
  ...{ query: { entry: entries[0], network: 'the-farm' }, ...data },
})
const caseFor = async (round: TestRound, data: Record<string, unknown> = {}): Promise<number> => {
  const { status, body } = await make(round, data)
  expect(status, JSON.stringify(body)).toBe(201)
  return body.doc.id
}
const step = (id: number, action: string, as = 'province', body: object = {}) =>
  campaign.call('POST', `/vote-cases/${id}/${action}`, { as, body })
const agreed = { reason: '核对样本，均在同一设备' }
const voids = (round: TestRound) =>
  campaign.sql(
    'select vote_id, number, class, case_id from vote_voids where round_id = $1 order by 1',
    [round.id],
  )
const logOf = async (round: TestRound) =>
  campaign.sql(
    'select action, actor_id, reason, detail from ballot_log where round_id = $1 order by id',
    [round.id],
  )

describe('a case', () => {
  it('counts what its query finds and shows a sample without addresses or hashes', async () => {
    const round = await newRound()
    await honest(round)
    await farm(round)
    const id = await caseFor(round)
    const { status, body } = await step(id, 'refresh')
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body.doc).toMatchObject({ state: 'collecting', votes: 8 })
    expect(body.steps).toEqual(['refresh', 'propose', 'dismiss'])
    const { sample } = body.doc
    expect(sample).toMatchObject({
      votes: 8,
      voters: 8,
      traced: 8,
      networks: 1,
      devices: 1,
      young: 8,
    })
    expect(sample.entries).toMatchObject([{ number: 1, entry: entries[0], votes: 8 }])
    expect(sample.rows).toHaveLength(8)
    const times = sample.rows.map(({ at }: { at: string }) => at)
    expect(times).toEqual([...times].sort())
    for (const row of sample.rows) {
      expect(row).toMatchObject({ entry: entries[0], hours: 1, network: 1, device: 1 })
      expect(row.voter).toMatch(/^[\w-]{12}$/)
    }
    expect(new Set(sample.rows.map(({ voter }: { voter: string }) => voter)).size).toBe(8)
    expect(JSON.stringify(sample)).not.toMatch(/the-farm|one-device|participant/)
  })

  it.each<[string, Record<string, unknown>, number]>([
    ['a work', { entry: entries[0] }, 10],
    ['a network', { network: 'home-1' }, 1],
    ['a device', { device: 'one-device' }, 8],
    ['devices that several share', { sharedBy: 8 }, 8],
    ['devices that more share than do', { sharedBy: 9 }, 0],
    ['a work by young identities', { entry: entries[0], youngerThanHours: 24 }, 8],
    ['a work and a time before all votes', { entry: entries[0], to: '2022-06-07T00:00:00Z' }, 0],
    ['a work and a time after all votes', { entry: entries[0], from: '2100-06-07T00:00:00Z' }, 0],
    ['participants who never voted', { participants: [2_000_000_000] }, 0],
  ])('finds votes by %s', async (_, query, votes) => {
    const round = await sharedRound()
    const id = await caseFor(round, { query })
    expect((await step(id, 'refresh')).body.doc.votes).toBe(votes)
  })
  let shared: Promise<TestRound> | undefined
  const sharedRound = () =>
    (shared ??= (async () => {
      const round = await newRound()
      await honest(round)
      await farm(round)
      return round
    })())

  it('finds votes by participants, with those that turned out to be the same person', async () => {
    const round = await newRound()
    const [one, other] = [await vote(round), await vote(round)]
    await vote(round)
    await campaign.sql('update participants set merged_into = $1 where id = $2', [one, other])
    const id = await caseFor(round, { query: { participants: [one] }, class: 'merged' })
    expect((await step(id, 'refresh')).body.doc.votes).toBe(2)
  })

  it.each<[string, Record<string, unknown>, string]>([
    ['no condition', { query: {} }, 'bad-case-query'],
    ['a condition that is none', { query: { where: '1=1' } }, 'bad-case-query'],
    ['a work that does not stand', { query: { entry: '2022-PHO-999999' } }, 'bad-case-query'],
    ['a query that is a text', { query: 'all' }, 'bad-case-query'],
    ['another class', { class: 'because' }, 'bad-class'],
  ])('is refused with %s', async (_, data, code) => {
    const round = await sharedRound()
    const { status, body } = await make(round, data)
    expect([status, body.errors?.[0]?.data?.code ?? body], JSON.stringify(body)).toEqual([
      400,
      code,
    ])
  })

  it('forgets what it counted when its question changes', async () => {
    const round = await sharedRound()
    const id = await caseFor(round)
    await step(id, 'refresh')
    const change = (body: object) =>
      campaign.call('PATCH', `/vote-cases/${id}`, { as: 'province', body })
    const renamed = await change({ title: '改名' })
    expect(renamed.body.doc).toMatchObject({ title: '改名', votes: 8 })
    const changed = await change({ query: { network: 'home-1' } })
    expect(changed.body.doc).toMatchObject({ votes: null, sample: null })
  })

  it('takes nothing from a caller that only this program writes', async () => {
    const round = await sharedRound()
    const { body } = await make(round, { state: 'approved', votes: 99, sample: { x: 1 } })
    expect(body.doc).toMatchObject({ state: 'collecting' })
    expect(body.doc.votes ?? null).toBeNull()
    expect(body.doc.sample ?? null).toBeNull()
  })
})

describe('a case that was proposed', () => {
  it('is fixed: its votes, its question, its reason', async () => {
    const round = await newRound()
    await farm(round, 5)
    const id = await caseFor(round)
    const { status, body } = await step(id, 'propose')
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body.doc).toMatchObject({ state: 'proposed', votes: 5 })
    expect(body.doc.proposedBy).toBe(campaign.people.province!.id)
    expect(body.steps).toEqual(['dismiss'])
    await farm(round, 3)
    for (const as of ['province', 'province2']) {
      const changed = await campaign.call('PATCH', `/vote-cases/${id}`, {
        as,
        body: { reason: '改' },
      })
      expect(changed.status).toBe(403)
    }
    expect((await step(id, 'refresh')).status).toBe(409)
    expect((await step(id, 'propose', 'province2')).status).toBe(409)
    const approved = await step(id, 'approve', 'supervisor', agreed)
    expect(approved.status, JSON.stringify(approved.body)).toBe(200)
    expect(await voids(round)).toHaveLength(5)
  })

  it('is not proposed when it finds nothing', async () => {
    const round = await newRound()
    const id = await caseFor(round)
    const { status, body } = await step(id, 'propose')
    expect([status, body.errors[0].data.code]).toEqual([422, 'case-empty'])
    expect(await campaign.sql('select state from vote_cases where id = $1', [id])).toEqual([
      { state: 'collecting' },
    ])
  })

  it('is approved by somebody else only, and then these votes are void and nothing else', async () => {
    const round = await newRound()
    await honest(round)
    await farm(round)
    const before = await campaign.sql('select * from votes where round_id = $1 order by id', [
      round.id,
    ])
    const id = await caseFor(round)
    await step(id, 'propose', 'province', { reason: '见样本' })
    const own = await step(id, 'approve', 'province', agreed)
    expect([own.status, own.body.errors[0].data.code]).toEqual([403, 'same-person'])
    expect((await step(id, 'approve', 'province2', {})).status).toBe(400)
    expect(await voids(round)).toEqual([])
    const { status, body } = await step(id, 'approve', 'province2', agreed)
    expect(status).toBe(200)
    expect(body.doc).toMatchObject({ state: 'approved', decision: agreed.reason })
    expect(body.doc.decidedBy).toBe(campaign.people.province2!.id)
    expect(body.steps).toEqual([])
    const made = await voids(round)
    const frozen = await campaign.sql(
      'select vote_id from vote_case_votes where case_id = $1 order by 1',
      [id],
    )
    expect(made.map(({ vote_id }) => vote_id)).toEqual(frozen.map(({ vote_id }) => vote_id))
    expect(made).toHaveLength(8)
    for (const one of made)
      expect(one).toMatchObject({ number: 1, class: 'automated', case_id: id })
    expect(
      await campaign.sql('select * from votes where round_id = $1 order by id', [round.id]),
    ).toEqual(before)
    expect(await logOf(round)).toMatchObject([
      { action: 'case-propose', reason: '见样本', detail: { case: id, votes: 8 } },
      { action: 'case-approve', reason: agreed.reason, detail: { case: id, voided: 8 } },
    ])
  })

  it('leaves a void vote used: nobody gets a vote back', async () => {
    const round = await newRound()
    const voter = await vote(round, { network: 'the-farm' })
    await traces.flush()
    const id = await caseFor(round)
    await step(id, 'propose')
    await step(id, 'approve', 'province2', agreed)
    const again = { round: round.slug, participant: voter, client: 1, entries: [entries[0]!] }
    expect(await teller.cast(again)).toMatchObject({
      ok: false,
      refusal: { code: 'vote-entry-quota-exceeded' },
    })
  })

  it('is decided once by two who decide at once', async () => {
    for (const [first, second] of [
      ['approve', 'approve'],
      ['approve', 'dismiss'],
    ] as const) {
      const round = await newRound()
      await farm(round, 4)
      const id = await caseFor(round)
      await step(id, 'propose')
      const answers = await Promise.all([
        step(id, first, 'province2', agreed),
        step(id, second, 'supervisor', agreed),
      ])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
      const [{ state }] = await campaign.sql('select state from vote_cases where id = $1', [id])
      expect(await voids(round)).toHaveLength(state === 'approved' ? 4 : 0)
      expect((await logOf(round)).filter(({ action }) => action !== 'case-propose')).toHaveLength(1)
    }
  })

  it('makes no vote void twice when two cases are about it', async () => {
    const round = await newRound()
    await farm(round, 4)
    await honest(round, 3)
    const first = await caseFor(round)
    const second = await caseFor(round, { query: { entry: entries[0] }, class: 'identity-farm' })
    for (const id of [first, second]) await step(id, 'propose')
    for (const id of [first, second]) {
      expect((await step(id, 'approve', 'province2', agreed)).status).toBe(200)
    }
    const made = await voids(round)
    expect(made.filter(({ case_id }) => case_id === first)).toHaveLength(4)
    expect(made.filter(({ case_id }) => case_id === second)).toHaveLength(1)
    const third = await caseFor(round, { query: { entry: entries[0] } })
    expect((await step(third, 'refresh')).body.doc.votes).toBe(0)
  })

  it('may be dismissed, with a reason; its votes stand', async () => {
    const round = await newRound()
    await farm(round, 4)
    const id = await caseFor(round)
    await step(id, 'propose')
    expect((await step(id, 'dismiss', 'supervisor')).status).toBe(400)
    const { body } = await step(id, 'dismiss', 'supervisor', { reason: '职工之家公用设备' })
    expect(body.doc.state).toBe('dismissed')
    expect((await step(id, 'approve', 'province2', agreed)).status).toBe(409)
    expect(await voids(round)).toEqual([])
  })

  it('stays: neither it nor its votes nor what it made void can be changed or removed', async () => {
    const round = await newRound()
    await farm(round, 2)
    const id = await caseFor(round)
    await step(id, 'propose')
    await step(id, 'approve', 'province2', agreed)
    const removed = await campaign.call('DELETE', `/vote-cases/${id}`, { as: 'province' })
    expect(removed.status).toBe(403)
    for (const statement of [
      'delete from vote_case_votes',
      'update vote_case_votes set number = 2',
      'truncate vote_case_votes',
      'delete from vote_voids',
      `update vote_voids set class = 'other'`,
      'delete from vote_cases',
    ]) {
      await expect(campaign.sql(statement), statement).rejects.toThrow()
    }
  })
})

describe('signs of risk', () => {
  it('become a case in one step, and one case only', async () => {
    const round = await newRound()
    await farm(round, 40)
    const client = await campaign.payload.db.pool.connect()
    await assessRound(client as never, round.id).finally(() => client.release())
    const { body } = await campaign.call('GET', `/vote-cases/risks?round=${round.id}`, {
      as: 'supervisor',
    })
    expect(body.look.votes).toBe(40)
    const device = body.risks.find(({ kind }: { kind: string }) => kind === 'device')
    expect(device).toMatchObject({ level: 'review', voters: 40, entry: entries[0], case: null })
    expect(JSON.stringify(body)).not.toMatch(/the-farm|one-device/)
    const asked = () =>
      campaign.call('POST', `/vote-cases/risks/${device.id}`, { as: 'province', body: {} })
    const answers = await Promise.all([asked(), asked()])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 201])
    const [id] = [...new Set(answers.map((one) => one.body.id))]
    expect(new Set(answers.map((one) => one.body.id)).size).toBe(1)
    const { body: counted } = await step(id, 'refresh')
    expect(counted.doc).toMatchObject({
      votes: 40,
      class: 'automated',
      query: { device: 'one-device' },
    })
    expect(counted.doc.reason).toMatch(/40 个身份/)
    const again = await campaign.call('GET', `/vote-cases/risks?round=${round.id}`, {
      as: 'province',
    })
    expect(again.body.risks.find(({ kind }: { kind: string }) => kind === 'device').case).toBe(id)
  })
})

describe('who may do what', () => {
  const roles = [
    'anonymous',
    'formerly',
    'judge',
    'suzhou',
    'nantong',
    'supervisor',
    'province',
  ] as const
  const both = ['supervisor', 'province']
  const only = ['province']
  // For each door, who is let through; the case stands as the door needs it.
  const doors: [
    name: string,
    by: string[],
    state: string,
    ask: (id: number, as?: string) => Promise<number>,
  ][] = [
    ['list', both, 'collecting', (id, as) => get(`/vote-cases?where[id][equals]=${id}`, as)],
    ['read', both, 'collecting', (id, as) => get(`/vote-cases/${id}`, as)],
    ['desk', both, 'collecting', (id, as) => get(`/vote-cases/${id}/desk`, as)],
    ['risks', both, 'collecting', (_, as) => get(`/vote-cases/risks?round=${place.id}`, as)],
    ['make', only, 'collecting', (_, as) => post('/vote-cases', asked(place), as)],
    ['make of a risk', only, 'collecting', (_, as) => post(`/vote-cases/risks/${risk}`, {}, as)],
    ['change', only, 'collecting', (id, as) => patch(id, as)],
    ['refresh', only, 'collecting', (id, as) => post(`/vote-cases/${id}/refresh`, {}, as)],
    ['propose', only, 'collecting', (id, as) => post(`/vote-cases/${id}/propose`, {}, as)],
    ['dismiss', both, 'collecting', (id, as) => post(`/vote-cases/${id}/dismiss`, agreed, as)],
    ['approve', both, 'proposed', (id, as) => post(`/vote-cases/${id}/approve`, agreed, as)],
    [
      'dismiss what was proposed',
      both,
      'proposed',
      (id, as) => post(`/vote-cases/${id}/dismiss`, agreed, as),
    ],
    ['delete', [], 'collecting', (id, as) => remove(id, as)],
  ]
  const request = async (method: string, path: string, as?: string, body?: object) =>
    (await campaign.call(method, path, { as, body })).status
  const get = (path: string, as?: string) => request('GET', path, as)
  const post = (path: string, body: object, as?: string) => request('POST', path, as, body)
  const patch = (id: number, as?: string) =>
    request('PATCH', `/vote-cases/${id}`, as, { title: '改名' })
  const remove = (id: number, as?: string) => request('DELETE', `/vote-cases/${id}`, as)
  let place: TestRound
  let risk: number
  beforeAll(async () => {
    place = await newRound()
    await farm(place, 2)
    const [row] = await campaign.sql(
      `insert into vote_risks (round_id, subject, kind, number, device, votes, voters, score, level, signals,
         first_at, last_at, worst_score, worst_level)
       values ($1, 'device:one-device', 'device', 1, 'one-device', 2, 2, 1, 'review', $2, now(), now(), 1, 'review')
       returning id`,
      [
        place.id,
        JSON.stringify([{ code: 'shared-device', words: { zh: '同一台设备', en: 'One' } }]),
      ],
    )
    risk = Number(row.id)
  })

  it.each(doors)('%s', async (_, by, state, ask) => {
    for (const role of roles) {
      const voter = await vote(place)
      const id = await caseFor(place, { query: { participants: [voter] } })
      if (state === 'proposed') expect((await step(id, 'propose', 'province2')).status).toBe(200)
      const as = role === 'anonymous' ? undefined : role
      const status = await ask(id, as)
      if (by.includes(role)) expect([role, status]).toEqual([role, expect.toBeOneOf([200, 201])])
      else expect([role, status]).toEqual([role, expect.toBeOneOf([401, 403, 404])])
    }
  })

  it('says 404 for what is not there and 400 for what makes no sense', async () => {
    expect(await post('/vote-cases/999999/refresh', {}, 'province')).toBe(404)
    expect(await post('/vote-cases/abc/refresh', {}, 'province')).toBe(404)
    expect(await get('/vote-cases/999999/desk', 'province')).toBe(404)
    expect(await post('/vote-cases/risks/999999', {}, 'province')).toBe(404)
    expect(await get('/vote-cases/risks', 'province')).toBe(400)
    expect(await get('/vote-cases/risks?round=all', 'province')).toBe(400)
    expect(await post(`/vote-cases/1/dismiss`, { because: 'x' }, 'province')).toBe(400)
  })
})
