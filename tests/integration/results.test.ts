import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { resultKeys } from '../../src/database/results/keys.ts'
import { readPublicKey, signatureCheck } from '../../src/database/voting/seal/keys.ts'
import { checkVersions, type ResultList } from '../../src/domain/results/frozen.ts'
import { testCampaign, type TestCampaign } from '../harness/campaign.ts'
import { nodeFor, type Node } from '../harness/delivery.ts'
import { doJobs } from '../harness/do-jobs.ts'
import { lockAgain, lockedRound, noticeIn, setNoticeClock } from '../harness/results.ts'
import { openScene, type Scene } from '../harness/scene.ts'

let campaign: TestCampaign
let scene: Scene
/** Keeps answers; `plain` keeps nothing: what it says is what can be read. */
let node: Node
let plain: Node
/** Public ids, the best first. */
let works: string[]
let ids: number[]
let result: number
let round: number
const id = '2022-photography'
const hash = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest())
const hour = 3_600_000

const post = (path: string, as: string | undefined, body: object = {}) =>
  campaign.call('POST', `/results/${path}`, { as, body })
const pending = async () =>
  (await campaign.sql('select pending from results where id = $1', [result]))[0].pending
const confirm = async (as = 'province2') =>
  post(`${result}/confirm`, as, { sha256: (await pending()).sha256 })

beforeAll(async () => {
  campaign = await testCampaign()
  scene = await openScene(campaign)
  works = []
  ids = []
  for (const title of ['清晨的车间', '塔吊之上', '夜班', '师徒', '归途']) {
    const made = await scene.make('photos', 'yixing', {
      ...{ title, authors: [{ name: `${title}作者`, workplace: '演示公司' }] },
    })
    await scene.bring('photos', made, 'published')
    const [row] = await campaign.sql('select public_id from photos where id = $1', [made])
    ids.push(made)
    works.push(row.public_id)
  }
  const { province, province2 } = campaign.people
  const locked = await lockedRound(campaign.sql, {
    ...{ track: campaign.track('photography'), works },
    by: [province!.id, province2!.id],
  })
  round = locked.round
  node = await nodeFor(campaign)
  plain = await nodeFor(campaign, { cacheBytes: 0 })
}, 60_000)
afterAll(async () => {
  await node?.close()
  await plain?.close()
  await campaign?.close()
})

const draft = (more: object = {}) => {
  const { from, to } = noticeIn(1)
  return {
    ...{ title: '摄影作品评选结果', track: campaign.track('photography'), round },
    ...{ noticeFrom: from, noticeTo: to, contact: '活动办公室 025-80000000', ...more },
  }
}

describe('a list of results in the making', () => {
  it('is made by the province, checked as a whole, and one a track', async () => {
    for (const as of ['wuxi', 'judge', 'supervisor', undefined]) {
      expect((await campaign.call('POST', '/results', { as, body: draft() })).status).toBe(403)
    }
    const bad = await campaign.call('POST', '/results', {
      ...{ as: 'province', body: draft({ ruleDays: 0, restDays: '2022-13-01' }) },
    })
    expect(bad.status).toBe(422)
    expect(bad.body.errors[0].data.errors.map((one: any) => one.path)).toEqual([
      'ruleDays',
      'restDays',
    ])
    const elsewhere = draft({ track: campaign.track('recitations') })
    const other = await campaign.call('POST', '/results', { as: 'province', body: elsewhere })
    expect([other.status, other.body.errors[0].data.code]).toEqual([400, 'wrong-round'])
    const made = await campaign.call('POST', '/results', { as: 'province', body: draft() })
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    result = made.body.doc.id
    const twice = await campaign.call('POST', '/results', { as: 'province', body: draft() })
    expect(twice.status).toBe(409)
    expect(
      (await campaign.call('DELETE', `/judging-rounds/${round}`, { as: 'province' })).status,
    ).toBe(409)
  })

  it('is not frozen by one person, nor by strangers to it, nor as something else', async () => {
    for (const as of ['wuxi', 'judge', 'supervisor']) {
      expect((await post(`${result}/freeze`, as)).status).toBe(403)
    }
    expect((await post(`${result}/freeze`, undefined)).status).toBe(401)
    expect((await post('999/freeze', 'province')).status).toBe(404)
    expect((await post(`${result}/confirm`, 'province2', { sha256: 'x' })).status).toBe(409)
    const asked = await post(`${result}/freeze`, 'province')
    expect(asked.status, JSON.stringify(asked.body)).toBe(200)
    expect((await post(`${result}/freeze`, 'province2')).body.errors[0].data.code).toBe(
      'already-asked',
    )
    const { sha256 } = await pending()
    const own = await post(`${result}/confirm`, 'province', { sha256 })
    expect([own.status, own.body.errors[0].data.code]).toEqual([403, 'second-person-needed'])
    const other = await post(`${result}/confirm`, 'province2', { sha256: 'f'.repeat(64) })
    expect([other.status, other.body.errors[0].data.code]).toEqual([409, 'stale-proposal'])
    // A title changes in between: what was asked for is no longer what would be written.
    await campaign.sql(`update photos set title = '清晨的新车间' where id = $1`, [ids[0]])
    const changed = await post(`${result}/confirm`, 'province2', { sha256 })
    expect([changed.status, changed.body.errors[0].data.code]).toEqual([409, 'result-changed'])
    await campaign.sql(`update photos set title = '清晨的车间' where id = $1`, [ids[0]])
    const edit = await campaign.call('PATCH', `/results/${result}`, {
      ...{ as: 'province', body: { title: '另一标题' } },
    })
    expect([edit.status, edit.body.errors[0].data.code]).toEqual([409, 'already-asked'])
    expect((await campaign.sql('select from result_versions')).length).toBe(0)
  })

  it('is frozen once, however many confirm at the same time', async () => {
    const { sha256 } = await pending()
    await scene.person('province3', 'province', null)
    const answers = await Promise.all(
      ['province2', 'province3', 'province2'].map((as) =>
        post(`${result}/confirm`, as, { sha256 }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    const rows = await campaign.sql('select * from result_versions')
    expect(rows).toHaveLength(1)
    const list = JSON.parse(rows[0].text) as ResultList
    expect(list.awards.map(({ entry, level, rank }) => [entry, level, rank])).toEqual([
      [works[0], 'first', 1],
      [works[1], 'second', 2],
      [works[2], 'second', 3],
    ])
    expect(list.awards[0]).toMatchObject({ title: '清晨的车间', authors: ['清晨的车间作者'] })
    expect(checkVersions(rows, hash)).toEqual([])
    const edit = await campaign.call('PATCH', `/results/${result}`, {
      ...{ as: 'province', body: { contact: '别处' } },
    })
    expect([edit.status, edit.body.errors[0].data.code]).toEqual([409, 'result-frozen'])
    const gone = await campaign.call('DELETE', `/results/${result}`, { as: 'province' })
    expect(gone.status).toBe(409)
  })
})

describe('before its notice opens', () => {
  const graphql = (query: string) => `/v1/graphql?query=${encodeURIComponent(query)}`
  const targets = () => [
    ...['/v1/results', '/v1/results?campaign=2022', `/v1/results/${id}`],
    ...[`/v1/results/${id}/versions/1`, '/v1/stats', '/v1/articles', '/v1/tracks', '/v1/campaigns'],
    ...[
      '/v1/entries?award=first',
      '/v1/entries?limit=100',
      ...works.map((one) => `/v1/entries/${one}`),
    ],
    graphql('{ results { data { id title } page { next } } }'),
    graphql(`{ result(id: "${id}") { id text } }`),
    graphql('{ entries(limit: 20, award: "first") { data { id award { level } } } }'),
  ]
  const changing = /^(?:date|ratelimit-.*|connection|keep-alive|x-request-id)$/
  async function scan(): Promise<Record<string, string>> {
    const answers: Record<string, string> = {}
    for (const target of targets()) {
      const { status, headers, text } = await plain.get(target)
      const kept = [...headers]
        .filter(([name]) => !changing.test(name))
        .map(([name, value]) => [
          name,
          name === 'cache-control' ? value.replace(/\d+/g, '') : value,
        ])
      answers[target] = `${status} ${JSON.stringify(kept)}\n${text}`
    }
    return answers
  }

  it('nothing says that there is a list: byte for byte what is said of none', async () => {
    const before = await scan()
    await campaign.sql('alter table result_versions disable trigger user')
    const [row] = await campaign.sql('delete from result_versions returning *')
    const without = await scan()
    const names = Object.keys(row)
    await campaign.sql(
      `insert into result_versions (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
      Object.values(row),
    )
    await campaign.sql('alter table result_versions enable trigger user')
    expect(before).toEqual(without)
    const other = await plain.get('/v1/results/2022-nothing')
    const asked = await plain.get(`/v1/results/${id}`)
    expect(asked.status).toBe(404)
    expect(asked.text.replaceAll(id, '')).toBe(other.text.replaceAll('2022-nothing', ''))
  })

  it('no one but the province and the supervisor reads it on the staff’s side', async () => {
    for (const path of ['/results', `/results/${result}`, `/results/${result}/desk`]) {
      for (const as of ['province', 'supervisor']) {
        expect((await campaign.call('GET', path, { as })).status).toBe(200)
      }
      for (const as of ['wuxi', 'yixing', 'judge', undefined]) {
        const { status } = await campaign.call('GET', path, { as })
        expect([401, 403, 404], `${as} ${path}`).toContain(status)
      }
    }
    for (const as of ['wuxi', 'judge', undefined]) {
      const { body } = await scene.graphql('{ Results { docs { id title } } }', { as })
      expect(JSON.stringify(body)).not.toContain('摄影作品评选结果')
    }
  })

  it('opens by the clock to the millisecond, without anybody doing anything', async () => {
    const [{ opens_at: opens }] = await campaign.sql('select opens_at from result_versions')
    await setNoticeClock(campaign.sql, opens.getTime() - 1)
    expect((await plain.get(`/v1/results/${id}`)).status).toBe(404)
    expect((await plain.get('/v1/results')).body.data).toEqual([])
    await setNoticeClock(campaign.sql, opens.getTime())
    const { status, body } = await plain.get(`/v1/results/${id}`)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      id,
      version: 1,
      state: 'open',
      contact: '活动办公室 025-80000000',
    })
    expect((await plain.get('/v1/results')).body.data).toHaveLength(1)
    await setNoticeClock(campaign.sql, null)
  })

  it('nobody keeps an answer past the opening', async () => {
    const [{ opens_at: opens }] = await campaign.sql('select opens_at from result_versions')
    // A second before it opens; from there on the clock stands, but the node’s own goes on.
    await setNoticeClock(campaign.sql, opens.getTime() - 800)
    const early = await node.get('/v1/results')
    expect(early.body.data).toEqual([])
    expect(early.headers.get('cache-control')).toContain('max-age=0')
    await setNoticeClock(campaign.sql, opens)
    const seen = async () => (await node.get('/v1/results')).body.data.length
    const until = Date.now() + 5_000
    while ((await seen()) === 0 && Date.now() < until) await new Promise((go) => setTimeout(go, 20))
    expect(await seen()).toBe(1)
  })
})

describe('while it is on notice', () => {
  beforeEach(async () => {
    const [{ opens_at: opens }] = await campaign.sql(
      'select opens_at from result_versions order by version limit 1',
    )
    await setNoticeClock(campaign.sql, opens.getTime() + hour)
  })

  it('is served exactly as it was frozen, signed under a key that is served, too', async () => {
    const { body } = await plain.get(`/v1/results/${id}`)
    const [row] = await campaign.sql('select text, sha256 from result_versions')
    expect([body.text, body.sha256]).toEqual([row.text, row.sha256])
    const bytes = await plain.get(`/v1/results/${id}/versions/1`)
    expect(bytes.text).toBe(row.text)
    expect(createHash('sha256').update(bytes.text).digest('hex')).toBe(body.sha256)
    const { keys } = (await plain.get('/v1/results/keys')).body
    const key = keys.find(({ kid }: any) => kid === body.key)
    const isSigned = signatureCheck(readPublicKey(key)!)
    expect(isSigned(Buffer.from(body.text), Buffer.from(body.signature, 'base64url'))).toBe(true)
    expect(isSigned(Buffer.from(`${body.text} `), Buffer.from(body.signature, 'base64url'))).toBe(
      false,
    )
    expect(resultKeys(Buffer.alloc(32, 7)).id).not.toBe('')
    expect((await plain.get(`/v1/results/${id}/versions/2`)).status).toBe(404)
    expect(body.objections).toEqual({
      ...{ received: 0, handled: 0 },
      text: { zh: '收到异议 0 件，已处理 0 件', en: 'Objections received: 0, dealt with: 0' },
    })
    const query = `{ result(id: "${id}") { id state awards { entry level title authors } sha256 versions { version } } results { data { id version } } }`
    const asked = await plain.get(`/v1/graphql?query=${encodeURIComponent(query)}`)
    expect(asked.body.data.result).toMatchObject({ id, state: 'open', sha256: body.sha256 })
    expect(asked.body.data.results.data).toEqual([{ id, version: 1 }])
  })

  it('shows no award on works yet', async () => {
    expect((await plain.get(`/v1/entries/${works[0]}`)).body.award).toBeNull()
    expect((await plain.get('/v1/entries?award=first')).body.data).toEqual([])
  })

  it('is never changed: the database refuses', async () => {
    for (const statement of [
      `update result_versions set text = replace(text, '"rank":1', '"rank":2')`,
      'delete from result_versions',
      'truncate result_versions cascade',
      'update result_log set reason = null',
      'delete from result_log',
    ]) {
      await expect(campaign.sql(statement)).rejects.toThrow(/append-only/)
    }
  })

  it('is not final before its end, and opens no second list', async () => {
    const { status, body } = await post(`${result}/finish`, 'province')
    expect([status, body.errors[0].data.code]).toEqual([409, 'notice-not-over'])
    expect((await post(`${result}/freeze`, 'province')).body.errors[0].data.code).toBe(
      'already-frozen',
    )
  })

  it.each([
    [{}, 'reason-missing', 400],
    [{ reason: '更名', from: 'x', to: 'y' }, 'bad-value', 400],
    [{ reason: '更名', names: 'yes' }, 'bad-value', 400],
    [{ reason: '更名', extra: 1 }, 'unknown-field', 400],
  ])('is not corrected by %o: %s', async (body, code, status) => {
    const answer = await post(`${result}/correct`, 'province', body)
    expect([answer.status, answer.body.errors[0].data.code]).toEqual([status, code])
  })

  it('is corrected by a new version that names the old one, which is served until then', async () => {
    const [{ opens_at: opens }] = await campaign.sql('select opens_at from result_versions')
    const start = opens.getTime() + 24 * hour
    await campaign.sql(`update photos set title = '塔吊之上（组照）' where id = $1`, [ids[1]])
    const body = {
      ...{ reason: '更正作品名称', names: true },
      ...{ from: new Date(start).toISOString(), to: new Date(start + 6 * 24 * hour).toISOString() },
    }
    expect((await post(`${result}/correct`, 'province', body)).status).toBe(200)
    const before = await plain.get(`/v1/results/${id}`)
    expect((await confirm()).status).toBe(200)
    const rows = await campaign.sql('select * from result_versions order by version')
    expect(checkVersions(rows, hash)).toEqual([])
    expect(await plain.get(`/v1/results/${id}`).then(({ text }) => text)).toBe(before.text)
    expect((await plain.get(`/v1/results/${id}/versions/2`)).status).toBe(404)
    await setNoticeClock(campaign.sql, start)
    const after = (await plain.get(`/v1/results/${id}`)).body
    expect(after).toMatchObject({ version: 2, reason: '更正作品名称', state: 'open' })
    expect(after.awards[1].title).toBe('塔吊之上（组照）')
    expect(after.versions.map(({ version }: any) => version)).toEqual([1, 2])
    expect(after.versions[1].replaces).toEqual({ version: 1, sha256: rows[0].sha256 })
    expect((await plain.get(`/v1/results/${id}/versions/1`)).text).toBe(rows[0].text)
  })
})

describe('after its notice', () => {
  it('becomes final by two people, and only then works bear their awards', async () => {
    const [{ closes_at: closes }] = await campaign.sql(
      'select closes_at from result_versions order by version desc limit 1',
    )
    await setNoticeClock(campaign.sql, closes.getTime() - 1)
    expect((await post(`${result}/finish`, 'province')).body.errors[0].data.code).toBe(
      'notice-not-over',
    )
    await setNoticeClock(campaign.sql, closes.getTime())
    expect((await plain.get(`/v1/results/${id}`)).body.state).toBe('closed')
    expect((await post(`${result}/finish`, 'province')).status).toBe(200)
    expect((await confirm('province')).status).toBe(403)
    expect((await plain.get(`/v1/entries/${works[0]}`)).body.award).toBeNull()
    const done = await confirm()
    expect(done.status, JSON.stringify(done.body)).toBe(200)
    expect((await plain.get(`/v1/results/${id}`)).body.state).toBe('final')
    const { body } = await plain.get(`/v1/entries/${works[0]}`)
    expect(body.award).toMatchObject({ level: 'first', title: '一等奖', result: id })
    const second = (await plain.get('/v1/entries?award=second')).body.data
    expect(second.map((one: any) => one.id).sort()).toEqual([works[1], works[2]].sort())
    const plan = await campaign.sql(
      `explain (format json) select id from showcase_entries where award_level = 'second' order by published_at desc, id desc limit 20`,
    )
    expect(plan).toHaveLength(1)
    expect((await post(`${result}/finish`, 'province')).body.errors[0].data.code).toBe(
      'notice-final',
    )
  })

  it('a work that is taken down and shown again bears its award again', async () => {
    await campaign.sql(`delete from showcase_entries where id = $1`, [works[2]])
    const { rebuildShowcase } = await import('../../src/database/showcase/rebuild.ts')
    await rebuildShowcase(campaign.payload)
    expect((await plain.get(`/v1/entries/${works[2]}`)).body.award).toMatchObject({
      level: 'second',
    })
  })

  it('a later final version moves the awards', async () => {
    const { province, province2 } = campaign.people
    await lockAgain(campaign.sql, {
      ...{ round, track: campaign.track('photography'), version: 2 },
      works: [works[1]!, works[0]!, works[3]!, works[2]!, works[4]!],
      by: [province!.id, province2!.id],
    })
    const [{ now }] = await campaign.sql('select notice_clock() as now')
    const from = now.getTime() + hour
    const body = {
      ...{ reason: '计分有误，重新排名', from: new Date(from).toISOString() },
      to: new Date(from + 6 * 24 * hour).toISOString(),
    }
    expect((await post(`${result}/correct`, 'province', body)).status).toBe(200)
    expect((await confirm()).status).toBe(200)
    // The awards stand until the correction is final.
    expect((await plain.get(`/v1/entries/${works[0]}`)).body.award.level).toBe('first')
    await setNoticeClock(campaign.sql, from + 7 * 24 * hour)
    expect((await post(`${result}/finish`, 'province2')).status).toBe(200)
    expect((await confirm('province')).status).toBe(200)
    const levels = await Promise.all(
      works.map(async (one) => (await plain.get(`/v1/entries/${one}`)).body.award?.level ?? null),
    )
    expect(levels).toEqual(['second', 'first', null, 'second', null])
  })
})

it('tells of an opening once it has come, and of awards when they are final', async () => {
  const told = async (event: string) =>
    (await campaign.sql('select about, ids from notices where event = $1', [event])) as any[]
  const byVersion = async (event: string) => {
    const places = new Map<string, Set<number>>()
    for (const { about, ids } of await told(event)) {
      const of = places.get(ids.version) ?? new Set<number>()
      places.set(ids.version, of.add(works.indexOf(about)))
    }
    return Object.fromEntries([...places].map(([version, of]) => [version, [...of].sort()]))
  }
  // Twice final: the second time only who has another award, and who lost theirs.
  expect(await byVersion('award-given')).toEqual({ 2: [0, 1, 2], 3: [0, 1, 3] })
  expect(await byVersion('award-withdrawn')).toEqual({ 3: [2] })
  expect(await told('results-opened')).toEqual([])
  for (let times = 0; times < 2; times += 1) {
    await campaign.sql(`update jobs set run_at = now() where kind = 'announce-results'`)
    await doJobs(campaign, 'announce-results')
  }
  const log = await campaign.sql(`select detail from result_log where action = 'opened'`)
  expect(log).toHaveLength(3)
  expect(new Set((await told('results-opened')).map(({ about }) => about))).toEqual(
    new Set([`result:${result}:1`]),
  )
  expect((await told('results-corrected')).length).toBeGreaterThan(1)
})
