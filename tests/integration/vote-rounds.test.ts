import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testCampaign, type TestCampaign } from '../harness/campaign.ts'
import { openScene, type Scene } from '../harness/scene.ts'
import { castVotes, unzipped } from '../harness/vote-rounds.ts'

let campaign: TestCampaign
let scene: Scene
let works: { id: number; publicId: string }[]

const publicIdOf = async (id: number): Promise<string> =>
  (await campaign.sql('select public_id from videos where id = $1', [id]))[0].public_id

async function publish(title: string): Promise<{ id: number; publicId: string }> {
  const id = await scene.make('videos', 'wuxi', { title })
  await scene.bring('videos', id, 'published', by)
  return { id, publicId: await publicIdOf(id) }
}
const by = { submit: 'wuxi', recommend: 'headquarters', accept: 'province2', publish: 'supervisor' }

beforeAll(async () => {
  campaign = await testCampaign()
  scene = await openScene(campaign)
  works = []
  for (const title of ['=1+1 匠人之心', '匠心', '绝活', '工匠']) works.push(await publish(title))
})
afterAll(() => campaign.close())

const hour = 3_600_000
const soon = (hours: number) => new Date(Date.now() + hours * hour).toISOString()
let made = 0
const usual = () => ({
  ...{ title: '网络投票', slug: `round-${(made += 1)}` },
  ...{ windowFrom: soon(-1), windowTo: soon(48), periodKind: 'day', votesPerPeriod: 5 },
  ...{ votesPerEntryPerPeriod: 1, ballotMin: 1, ballotMax: 3, countsShown: 'afterClose' },
  ...{ voters: 'participants', candidatesFrom: 'published' },
})

const create = async (data: object = {}) => {
  const [{ id: campaignId }] = await campaign.sql('select min(id) as id from campaigns')
  return campaign.call('POST', '/vote-rounds?depth=0', {
    as: 'province',
    body: { ...usual(), campaign: campaignId, tracks: [campaign.track('micro-videos')], ...data },
  })
}
const draft = async (data: object = {}): Promise<number> => {
  const { status, body } = await create(data)
  expect([status, body.errors]).toEqual([201, undefined])
  return body.doc.id
}
const act = (id: number, action: string, body: object = {}, as = 'province') =>
  campaign.call('POST', `/vote-rounds/${id}/${action}`, { as, body })
const change = (id: number, body: object, as = 'province') =>
  campaign.call('PATCH', `/vote-rounds/${id}?depth=0`, { as, body })
const opened = async (data: object = {}): Promise<number> => {
  const id = await draft(data)
  const { status, body } = await act(id, 'open')
  expect([status, body.errors]).toEqual([200, undefined])
  return id
}
const codeOf = ({ status, body }: { status: number; body: any }) => [
  status,
  body.errors?.[0].data?.code,
]
const ballotRound = async (id: number) =>
  (await campaign.sql('select * from ballot_rounds where round_id = $1', [id]))[0]
const candidates = async (id: number): Promise<any[]> =>
  (await campaign.call('GET', `/vote-rounds/${id}/candidates`, { as: 'wuxi' })).body.candidates
const log = async (id: number) =>
  (
    await campaign.sql('select action, reason from ballot_log where round_id = $1 order by id', [
      id,
    ])
  ).map(({ action, reason }) => (reason ? `${action}: ${reason}` : action))
const live = async (id: number, as = 'province') =>
  (await campaign.call('GET', `/vote-rounds/${id}/live`, { as })).body

describe('a draft', () => {
  it('is written for the voters’ side with its policy and its works', async () => {
    const id = await draft({ votesPerEntry: null })
    const row = await ballotRound(id)
    expect(row).toMatchObject({ state: 'draft', campaign: '2022', tracks: ['micro-videos'] })
    expect(row.policy).toMatchObject({ period: { kind: 'day' }, ballot: { min: 1, max: 3 } })
    expect((await candidates(id)).map(({ number, entry }) => [number, entry])).toEqual(
      works.map(({ publicId }, index) => [index + 1, publicId]),
    )
    expect(await log(id)).toEqual([])
  })

  it('is refused with what is wrong at each field', async () => {
    const answer = await create({ ballotMin: 4, ballotMax: 9, periodKind: 'week', countsShown: '' })
    expect(codeOf(answer)).toEqual([422, 'policy'])
    const { errors } = answer.body.errors[0].data
    expect(errors.map(({ path }: any) => path)).toEqual(['periodKind', 'countsShown'])
    const crossed = await create({ ballotMin: 4, ballotMax: 3 })
    expect(crossed.body.errors[0].data.errors[0].path).toBe('ballotMax')
  })

  it.each<[string, () => object, number, string]>([
    ['no such campaign', () => ({ campaign: 999_999 }), 400, 'no-campaign'],
    ['a source of works that is none', () => ({ candidatesFrom: 'all' }), 400, 'bad-value'],
    [
      'a work that is not there',
      () => ({ candidatesFrom: 'listed', listed: `${works[0]!.publicId}\n2022-VID-999999` }),
      ...([422, 'unknown-entries'] as const),
    ],
    [
      'a work of another track',
      () => ({
        ...{ candidatesFrom: 'listed', listed: works[0]!.publicId },
        tracks: [campaign.track('photography')],
      }),
      ...([422, 'unknown-entries'] as const),
    ],
  ])('is refused with %s', async (_what, data, status, code) => {
    const answer = await create(data())
    if (code === 'no-campaign') expect(answer.status).toBe(400)
    else expect(codeOf(answer)).toEqual([status, code])
  })

  it('is refused with a track of another campaign', async () => {
    const [{ id }] = await campaign.sql(
      `insert into campaigns (title, slug, year) values ('别的', 'other', 2031) returning id`,
    )
    expect((await create({ campaign: id })).status).toBe(400)
  })

  it('takes a shortlist, and changes of it, and forgets what only another choice means', async () => {
    const listed = ` ${works[1]!.publicId}，${works[0]!.publicId}`
    const id = await draft({ candidatesFrom: 'listed', listed, periodHours: 5, countsAt: '09:00' })
    const [row] = await campaign.sql('select * from vote_rounds where id = $1', [id])
    expect([row.listed, row.period_hours, row.counts_at]).toEqual([
      `${works[1]!.publicId}\n${works[0]!.publicId}`,
      ...[null, null],
    ])
    const answer = await act(id, 'candidates', {
      ...{ add: [works[2]!.publicId], remove: [works[1]!.publicId] },
    })
    expect(answer.body.candidates.map(({ entry, title }: any) => [entry, title])).toEqual([
      [works[0]!.publicId, '=1+1 匠人之心'],
      [works[2]!.publicId, '绝活'],
    ])
    expect(codeOf(await act(id, 'candidates', { add: ['2022-VID-999999'] }))).toEqual([
      ...[422, 'unknown-entries'],
    ])
    expect(codeOf(await act(await draft(), 'candidates', { add: [] }))).toEqual([
      ...[409, 'not-a-shortlist'],
    ])
    expect((await act(id, 'candidates', { add: 'x' })).status).toBe(400)
  })

  it('may be deleted, which an opened round may not', async () => {
    const id = await draft()
    const remove = (one: number) =>
      campaign.call('DELETE', `/vote-rounds/${one}`, { as: 'province' })
    expect((await remove(id)).status).toBe(200)
    expect(await ballotRound(id)).toBeUndefined()
    const open = await opened()
    expect(codeOf(await remove(open))).toEqual([409, 'wrong-state'])
    const track = await campaign.call('DELETE', `/tracks/${campaign.track('micro-videos')}`, {
      as: 'province',
    })
    expect(track.status).toBe(409)
  })
})

describe('a round', () => {
  it('is opened, paused, resumed and closed, each step written down with its reason', async () => {
    const id = await draft()
    expect(codeOf(await act(id, 'pause', { reason: '演练' }))).toEqual([409, 'wrong-state'])
    expect((await act(id, 'open', { expectedState: 'draft' })).body.doc.state).toBe('open')
    expect(codeOf(await act(id, 'open', { expectedState: 'draft' }))).toEqual([409, 'stale-state'])
    expect(codeOf(await act(id, 'pause'))).toEqual([400, 'reason-missing'])
    expect((await act(id, 'pause', { reason: '查票' })).body.doc.state).toBe('paused')
    expect((await ballotRound(id)).state).toBe('paused')
    expect((await act(id, 'resume')).body.doc.state).toBe('open')
    const closed = await act(id, 'close', { reason: '提前结束' })
    expect(closed.body.doc).toMatchObject({ state: 'closed', closedAt: expect.any(String) })
    expect(codeOf(await act(id, 'resume'))).toEqual([409, 'wrong-state'])
    expect(await log(id)).toEqual(['open', 'pause: 查票', 'resume', 'close: 提前结束'])
    expect((await ballotRound(id)).closed_at).not.toBeNull()
  })

  it('is opened once by two who try at once, and by nobody when too few works stand', async () => {
    const id = await draft()
    const answers = await Promise.all([act(id, 'open'), act(id, 'open', {}, 'province2')])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const none = await draft({ tracks: [campaign.track('photography')] })
    expect(codeOf(await act(none, 'open'))).toEqual([409, 'too-few-candidates'])
    expect(codeOf(await act(999_999, 'open'))).toEqual([404, 'not-found'])
    expect(codeOf(await act(id, 'pause', { reason: 'x', why: 1 }))).toEqual([400, 'unknown-field'])
  })

  it('keeps its slug, place and works from then on; texts may change and are written down', async () => {
    const id = await opened()
    for (const data of [
      { slug: 'another' },
      { tracks: [] },
      { candidatesFrom: 'listed', listed: works[0]!.publicId },
    ]) {
      expect(codeOf(await change(id, data))).toEqual([409, 'round-opened'])
    }
    const { body } = await change(id, { title: '改名', about: '请投票', state: 'closed' })
    expect(body.doc).toMatchObject({ title: '改名', state: 'open' })
    expect(await ballotRound(id)).toMatchObject({ title: '改名', about: '请投票', state: 'open' })
    expect(await log(id)).toEqual(['open', 'edit'])
  })

  it('is over by the clock without anybody closing it', async () => {
    const id = await opened()
    const past = { from: soon(-50), to: soon(-1) }
    await campaign.sql('update vote_rounds set window_from = $2, window_to = $3 where id = $1', [
      ...[id, past.from, past.to],
    ])
    expect((await live(id)).shown).toBe('over')
    expect(codeOf(await act(id, 'close', { reason: 'x' }))).toEqual([409, 'window-over'])
    expect(codeOf(await change(id, { windowTo: soon(5) }))).toEqual([409, 'window-over'])
  })

  it('follows what is published: a work that is taken down stands no more, and comes back', async () => {
    const all = await opened()
    const listed = await opened({ candidatesFrom: 'listed', listed: works[3]!.publicId })
    const young = await publish('新作')
    expect((await candidates(all)).at(-1)).toMatchObject({
      ...{ number: works.length + 1, entry: young.publicId, title: '新作', awaySince: null },
    })
    expect(await candidates(listed)).toHaveLength(1)
    const step = (action: string, as: string) =>
      scene.step('videos', works[3]!.id, as, action as never, { reason: '核实' })
    expect((await step('takeDown', 'supervisor2')).status).toBe(200)
    const away = async (id: number) =>
      (await candidates(id)).find(({ entry }) => entry === works[3]!.publicId).awaySince
    expect([await away(all), await away(listed)]).toEqual([expect.any(String), expect.any(String)])
    expect((await step('publish', 'supervisor2')).status).toBe(200)
    expect([await away(all), await away(listed)]).toEqual([null, null])
    // An edit of what is published sends it back: it stands no more until it is published again.
    await campaign.call('PATCH', `/videos/${young.id}`, {
      as: 'province',
      body: { title: '新作改' },
    })
    const again = (await candidates(all)).find(({ entry }) => entry === young.publicId)
    expect(again.awaySince).not.toBeNull()
    await act(listed, 'close', { reason: '完' })
  })

  it('gives every work its own number, however many are published at once', async () => {
    const id = await opened()
    const before = (await candidates(id)).length
    const ready: number[] = []
    for (let index = 0; index < 4; index += 1) {
      const one = await scene.make('videos', 'wuxi', { title: `同时 ${index}` })
      await scene.bring('videos', one, 'accepted', by)
      ready.push(one)
    }
    await Promise.all(ready.map((one) => scene.step('videos', one, 'supervisor', 'publish')))
    const numbers = (await candidates(id)).map(({ number }) => number)
    expect(numbers).toEqual(Array.from({ length: before + 4 }, (_, index) => index + 1))
  })

  it('bears the new name of its track', async () => {
    const id = await draft()
    const rename = (slug: string) =>
      campaign.call('PATCH', `/tracks/${campaign.track('micro-videos')}`, {
        ...{ as: 'province', body: { slug } },
      })
    expect((await rename('films')).status).toBe(200)
    expect((await ballotRound(id)).tracks).toEqual(['films'])
    await rename('micro-videos')
  })
})

let locked: Promise<number> | undefined
async function lockedRound(): Promise<number> {
  const id = await opened()
  await castVotes(campaign.sql, { round: id, votes: [1] })
  return id
}

describe('the policy', () => {
  it('changes freely until the first vote, each time as a new version', async () => {
    const id = await opened()
    expect((await change(id, { votesPerPeriod: 7 })).status).toBe(200)
    expect(await ballotRound(id)).toMatchObject({ version: 2, policy: { votesPerPeriod: 7 } })
    expect(await log(id)).toEqual(['open', 'change'])
    const early = await act(id, 'propose-change', { policy: { votesPerPeriod: 8 }, note: '放宽' })
    expect(codeOf(early)).toEqual([409, 'policy-not-locked'])
  })

  it('is changed or voted under, never both: the first vote and a save that come together', async () => {
    const { openTeller } = await import('../../src/database/voting/teller.ts')
    const pool = campaign.payload.db.pool as never
    const teller = openTeller({ pool, secret: 'only tests know', log: { warn: () => {} } })
    const [{ id: voter }] = await campaign.sql(
      `insert into participants (member, created_at) values (true, now()) returning id`,
    )
    for (let turn = 0; turn < 5; turn += 1) {
      const id = await opened()
      const { slug } = await ballotRound(id)
      const [saved, cast] = await Promise.all([
        change(id, { ballotMin: 2 }),
        // Later each time, so that both come first now and then.
        new Promise((resolve) => setTimeout(resolve, turn * 12)).then(() =>
          teller.cast({
            round: slug,
            participant: voter,
            client: 0,
            entries: [works[0]!.publicId],
          }),
        ),
      ])
      const refused = cast.ok ? codeOf(saved)[1] : 'refusal' in cast && cast.refusal.code
      expect(refused).toBe(cast.ok ? 'policy-locked' : 'ballot-size')
      expect(saved.status).toBe(cast.ok ? 409 : 200)
      expect((await ballotRound(id)).policy.ballot.min).toBe(cast.ok ? 1 : 2)
    }
    await teller.close()
    const id = await (locked ??= lockedRound())
    expect(codeOf(await change(id, { votesPerPeriod: 3 }))).toEqual([409, 'policy-locked'])
    expect((await change(id, { title: '仍可改名' })).status).toBe(200)
  })

  it('changes then by two people, never by one', async () => {
    const id = await opened()
    await castVotes(campaign.sql, { round: id, votes: [1, 2] })
    const propose = (policy: object, as = 'province') =>
      act(id, 'propose-change', { policy, note: '应职工要求' }, as)
    const { body, status } = await propose({ votesPerPeriod: 8, windowTo: soon(96) })
    expect(status).toBe(200)
    const { id: proposal, change: told } = body.doc.proposed
    expect(told.added).toHaveLength(2)
    expect((await ballotRound(id)).policy.votesPerPeriod).toBe(5)
    expect(codeOf(await act(id, 'confirm-change', { proposal }))).toEqual([403, 'same-person'])

    // Another proposal takes its place: what somebody read before is not confirmed.
    const { body: next } = await propose({ votesPerPeriod: 6 }, 'province2')
    const stale = await act(id, 'confirm-change', { proposal }, 'province2')
    expect(codeOf(stale)).toEqual([409, 'stale-proposal'])
    const newest = { proposal: next.doc.proposed.id }
    expect((await live(id, 'province2')).proposal).toMatchObject({ own: true })
    const confirmed = await Promise.all([
      act(id, 'confirm-change', newest),
      act(id, 'confirm-change', newest),
    ])
    expect(confirmed.map(({ status: one }) => one).sort()).toEqual([200, 409])
    expect(await ballotRound(id)).toMatchObject({ version: 2, policy: { votesPerPeriod: 6 } })
    const [row] = await campaign.sql('select * from vote_rounds where id = $1', [id])
    expect([Number(row.votes_per_period), row.proposed]).toEqual([6, null])
    expect(await log(id)).toEqual([
      ...['open', 'propose: 应职工要求', 'propose: 应职工要求', 'confirm: 应职工要求'],
    ])
  })

  it.each<[string, object, number, string]>([
    ['another period', { periodKind: 'rolling', periodHours: 24 }, 409, 'period-fixed'],
    ['a later beginning', { windowFrom: soon(1) }, 409, 'window-fixed'],
    ['an end that has passed', { windowTo: soon(-0.5) }, 409, 'window-over'],
    ['nothing new', { votesPerPeriod: 5 }, 409, 'no-change'],
    ['what is no policy', { ballotMax: 0 }, 422, 'policy'],
    ['what is no field', { title: 'x' }, 400, 'unknown-field'],
    ['a list', [], 400, 'not-an-object'],
  ])('is not changed to %s', async (_what, policy, status, code) => {
    const id = await (locked ??= lockedRound())
    const answer = await act(id, 'propose-change', { policy, note: '试' })
    expect(codeOf(answer)).toEqual([status, code])
    const noNote = await act(id, 'propose-change', { policy: { votesPerPeriod: 6 } })
    expect(codeOf(noNote)).toEqual([400, 'reason-missing'])
  })

  it('stays when its proposal is withdrawn', async () => {
    const id = await opened()
    await castVotes(campaign.sql, { round: id, votes: [1] })
    const asked = { policy: { votesPerPeriod: 6 }, note: '试' }
    const { body } = await act(id, 'propose-change', asked)
    const proposal = body.doc.proposed.id
    expect((await act(id, 'withdraw-change', { proposal })).body.doc.proposed).toBeNull()
    const late = await act(id, 'confirm-change', { proposal }, 'province2')
    expect(codeOf(late)).toEqual([409, 'stale-proposal'])
  })
})

describe('how a round stands', () => {
  it('is told each as they may see it', async () => {
    const id = await opened({ title: '入围投票' })
    await castVotes(campaign.sql, { round: id, votes: [2, 2, 1], folded: true })
    await campaign.sql(`insert into vote_refusals values ($1, now(), 'vote-quota-exceeded', 7)`, [
      id,
    ])
    const province = await live(id)
    expect(province).toMatchObject({
      ...{ state: 'open', shown: 'open', locked: true, candidates: { away: expect.any(Number) } },
      totals: { show: 'all', votes: 3, voided: 0 },
      refusals: [{ code: 'vote-quota-exceeded', count: 7 }],
      may: { steps: ['pause', 'close'], change: true, exports: true },
    })
    expect(province.totals.entries[0]).toMatchObject({ number: 2, total: 2 })
    expect(province.curves.minutes.counts.reduce((a: number, b: number) => a + b)).toBe(3)
    expect(province.curves.days).toEqual([{ day: expect.any(String), count: 3 }])
    expect(province.rules.length).toBeGreaterThan(4)
    const supervisor = await live(id, 'supervisor')
    expect(supervisor).toMatchObject({ totals: { votes: 3 }, may: { steps: [], exports: true } })
    for (const as of ['wuxi', 'suzhou']) {
      const seen = await live(id, as)
      expect(seen).toMatchObject({
        ...{ totals: { show: 'none' }, curves: null, voids: null, refusals: null, log: null },
        ...{ risks: null, proposal: null, may: { steps: [], change: false, exports: false } },
      })
    }
    await act(id, 'close', { reason: '完' })
    expect((await live(id, 'suzhou')).totals).toMatchObject({ show: 'all', votes: 3 })
  })

  it('is not told by the collection, whichever way one asks', async () => {
    const id = await opened()
    await castVotes(campaign.sql, { round: id, votes: [1, 1, 1], folded: true })
    const rest = await campaign.call('GET', `/vote-rounds/${id}`, { as: 'wuxi' })
    expect(Object.keys(rest.body)).not.toContain('votes')
    const fields = '{ __type(name: "VoteRound") { fields { name } } }'
    const { body } = await scene.graphql(fields, { as: 'province' })
    const names = body.data.__type.fields.map(({ name }: any) => name)
    for (const name of names) expect(name).not.toMatch(/^(total|tall|count$|votes$)/i)
  })

  it('is exported as a workbook in which no title is a formula', async () => {
    const id = await opened()
    await castVotes(campaign.sql, { round: id, votes: [1, 1, 2], folded: true })
    const { status, raw, headers } = await download(`/vote-rounds/${id}/totals`, 'supervisor')
    expect([status, headers.get('content-type')]).toEqual([200, expect.stringContaining('sheet')])
    const files = await unzipped(raw)
    const sheets = Object.entries(files).filter(([name]) => /worksheets\/sheet\d/.test(name))
    expect(sheets).toHaveLength(5)
    const text = sheets.map(([, xml]) => xml).join('')
    expect(text).not.toMatch(/<f[ >]/)
    expect(Object.values(files).join('')).toContain('=1+1 匠人之心')
    expect(await log(id)).toEqual(['open', 'export'])
  })

  it('is exported as a ledger, for those who see every total', async () => {
    const id = await opened()
    await castVotes(campaign.sql, { round: id, votes: [1, 2] })
    const { status, raw } = await download(`/vote-rounds/${id}/ledger`, 'province')
    expect(status).toBe(200)
    const lines = gunzipSync(raw).toString().trim().split('\n')
    expect(lines.length).toBeGreaterThanOrEqual(4)
    expect(JSON.parse(lines[0]!)).toMatchObject({ format: 'vote-ledger' })
    const none = await campaign.call('GET', `/vote-rounds/${await draft()}/ledger`, {
      as: 'province',
    })
    expect(codeOf(none)).toEqual([409, 'wrong-state'])
  })
})

it('plays two rounds in the demo, by the teller, once', async () => {
  const { loadVoting } = await import('../../seed/demo/voting.ts')
  const cast = await loadVoting(campaign.payload, new Date(), { voters: 20 })
  expect(cast).toBeGreaterThan(40)
  const rounds = await campaign.sql(
    `select b.state, count(v.*)::int as votes from ballot_rounds b join votes v on v.round_id = b.round_id
     where b.slug like 'demo-%' group by 1 order by 1`,
  )
  expect(rounds.map(({ state }) => state)).toEqual(['closed', 'open'])
  expect(rounds[0].votes + rounds[1].votes).toBe(cast)
  expect(await loadVoting(campaign.payload, new Date(), { voters: 20 })).toBe(0)
})

async function download(path: string, as: string) {
  const { handleEndpoints } = await import('payload')
  const request = new Request(`${process.env.PUBLIC_URL}/api${path}`, {
    headers: { authorization: `JWT ${campaign.people[as]!.token}` },
  })
  const response = await handleEndpoints({ config: campaign.config, request })
  const raw = Buffer.from(await response.arrayBuffer())
  return { status: response.status, headers: response.headers, raw }
}
