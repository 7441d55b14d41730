import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { entryKindList } from '../../src/domain/kinds.ts'
import {
  deliveryScene,
  listening,
  until,
  type DeliveryScene,
  type Node,
} from '../harness/delivery.ts'
import { phasesAround, publicThings, trackSlug } from '../harness/public-things.ts'

let scene: DeliveryScene
let node: Node
let things: ReturnType<typeof publicThings>

beforeAll(async () => {
  scene = await deliveryScene()
  await scene.client.query('truncate showcase_documents')
  things = publicThings(scene.client)
  await things.campaign(1, 2022)
  await things.campaign(2, 2023)
  for (const kind of entryKindList) await things.track(kind)
  await things.track('photos', 2023)
  for (let id = 1; id <= 30; id += 1) await things.article(id)
  await things.article(31, { campaign: null, slug: 'for-all' })
  for (let number = 1; number <= 12; number += 1) await things.entry(number)
  await things.entry(13, { kind: 'photos', year: 2023 })
  node = await scene.node()
  await listening(node)
})
afterAll(() => scene.close())

const slugs = async (target: string) =>
  (await node.get(target)).body.data.map(({ slug }: { slug: string }) => slug)

describe('GET /v1/campaigns', () => {
  it('gives the newest first, each with the phase that is on', async () => {
    const { status, body } = await node.get('/v1/campaigns')
    expect(status).toBe(200)
    expect(body.page).toEqual({ next: null })
    expect(body.data.map(({ slug }: any) => slug)).toEqual(['2023', '2022'])
    expect(body.data[0]).toMatchObject({
      year: 2023,
      phaseNow: 'collect',
      noticeDate: '2023-06-07',
      phases: [
        { key: 'collect', state: 'now' },
        { key: 'judge', state: 'future' },
      ],
    })
  })

  it('gives one by its slug, and 404 for what there is not or could not be', async () => {
    expect((await node.get('/v1/campaigns/2022')).body.title).toBe('2022 年活动')
    for (const name of ['1999', 'No_Such', '%00', 'a'.repeat(100)]) {
      const { status, body } = await node.get(`/v1/campaigns/${name}`)
      expect({ name, status, code: body.code }).toEqual({ name, status: 404, code: 'not-found' })
    }
  })

  it('is never kept beyond the next boundary of a phase', async () => {
    const at = Date.now()
    const soon = at + 5_000
    await things.campaign(3, 2024, [
      {
        key: 'collect',
        title: null,
        from: phasesAround(at)[0]!.from,
        to: new Date(soon).toISOString(),
      },
    ])
    await until(async () => (await node.get('/v1/campaigns/2024')).status === 200)
    const { headers, body } = await node.get('/v1/campaigns/2024')
    expect(body.phaseNow).toBe('collect')
    const [, maxAge, stale] = /max-age=(\d+), stale-while-revalidate=(\d+)/.exec(
      headers.get('cache-control')!,
    )!
    expect(Date.now() + Number(maxAge) * 1000).toBeLessThanOrEqual(soon + 100)
    expect(Number(stale)).toBeLessThanOrEqual(5)
    await until(async () => (await node.get('/v1/campaigns/2024')).body.phaseNow === null)
    expect(Date.now()).toBeGreaterThanOrEqual(soon)
    const after = await node.get('/v1/campaigns/2024')
    expect(after.body.phases[0].state).toBe('past')
    await scene.client.query(
      `delete from showcase_documents where type = 'campaign' and slug = '2024'`,
    )
  })
})

describe('GET /v1/tracks', () => {
  it('gives those of the newest campaign first, as they were set up, without the call', async () => {
    const { body } = await node.get('/v1/tracks')
    expect(body.data.map(({ campaign, kind }: any) => [campaign, kind])).toEqual([
      ['2023', 'photos'],
      ...entryKindList.map((kind) => ['2022', kind]),
    ])
    expect(body.data[0]).toMatchObject({
      openNow: true,
      host: '无锡市总工会',
      coHosts: ['南京市总工会'],
    })
    expect(body.data[0].windows[0]).toMatchObject({ key: 'collect', state: 'now' })
    expect(body.data[0]).not.toHaveProperty('call')
    expect(await slugs('/v1/tracks?campaign=2023')).toEqual([trackSlug('photos')])
    expect(await slugs('/v1/tracks?campaign=1999')).toEqual([])
  })

  it('gives one with its call; of the newest campaign unless one is named', async () => {
    const newest = await node.get('/v1/tracks/photo-track')
    expect(newest.body.campaign).toBe('2023')
    const { body } = await node.get('/v1/tracks/photo-track?campaign=2022')
    expect(body.campaign).toBe('2022')
    expect(body.call.zh.length).toBeGreaterThan(5)
    expect(body.call.en).toHaveLength(body.call.zh.length)
    expect((await node.get('/v1/tracks/photo-track?campaign=2021')).status).toBe(404)
  })
})

describe('GET /v1/articles', () => {
  it('walks all of them, newest first, without their texts', async () => {
    const seen: string[] = []
    let next: string | null = ''
    while (next !== null) {
      const { body }: any = await node.get(`/v1/articles?limit=7${next && `&cursor=${next}`}`)
      for (const one of body.data) expect(one).not.toHaveProperty('body')
      seen.push(...body.data.map(({ slug }: any) => slug))
      next = body.page.next
    }
    expect(seen).toHaveLength(31)
    expect(seen.slice(0, 3)).toEqual(['for-all', 'article-30', 'article-29'])
    expect(new Set(seen).size).toBe(31)
    expect(await slugs('/v1/articles?campaign=2022&limit=100')).toHaveLength(30)
  })

  it('gives one with its text', async () => {
    const { body } = await node.get('/v1/articles/article-3')
    expect(body).toMatchObject({
      campaign: '2022',
      publishedOn: '2022-06-07',
      body: { html: '<p>正文 3</p>', text: '正文 3' },
      cover: { url: '/v1/media/p103-800.webp', width: 800 },
    })
  })

  it('takes no cursor of another list', async () => {
    const { body } = await node.get('/v1/articles?limit=7')
    const { next } = body.page
    for (const target of [
      '/v1/articles?campaign=2022&cursor=',
      '/v1/tracks?cursor=',
      '/v1/articles?cursor=x',
    ]) {
      const refused = await node.get(target + next)
      expect([target, refused.status, refused.body.code]).toEqual([target, 400, 'bad-cursor'])
    }
  })
})

describe('GET /v1/results', () => {
  it('is empty until there is one', async () => {
    expect((await node.get('/v1/results')).body).toEqual({ data: [], page: { next: null } })
    expect((await node.get('/v1/results/2022-photography')).status).toBe(404)
    await things.result(1, '2022-photography')
    await until(async () => (await node.get('/v1/results')).body.data.length === 1)
    const { body } = await node.get('/v1/results/2022-photography')
    expect(body).toMatchObject({ id: '2022-photography', campaign: '2022' })
  })
})

describe('GET /v1/stats', () => {
  it('counts by track, theme, kind and day, and never by unit', async () => {
    const { body } = await node.get('/v1/stats?campaign=2022')
    expect(Object.keys(body)).toEqual([
      'campaign',
      'total',
      'byTrack',
      'byTheme',
      'byKind',
      'byDay',
    ])
    expect(body.total).toBe(12)
    expect(body.byTrack).toHaveLength(6)
    expect(body.byTrack[0]).toEqual({
      ...{ campaign: '2022', track: 'case-track', title: '维权服务案例征集', count: 2 },
    })
    expect(body.byTheme).toEqual([
      { theme: '劳动', count: 6 },
      { theme: '权益', count: 6 },
    ])
    expect(body.byKind).toContainEqual({ kind: 'videos', count: 2 })
    // 1 July 2022 in UTC, hours 1 to 12: all before midnight in Shanghai.
    expect(body.byDay).toEqual([{ day: '2022-07-01', count: 12 }])
    expect((await node.get('/v1/stats')).body).toMatchObject({ campaign: null, total: 13 })
    expect((await node.get('/v1/stats?campaign=1999')).body).toMatchObject({ total: 0, byDay: [] })
  })

  it('counts the day of Shanghai', async () => {
    const id = await things.entry(20)
    await until(async () => (await node.get('/v1/stats?campaign=2022')).body.total === 13)
    const { body } = await node.get('/v1/stats?campaign=2022')
    // Hour 20 in UTC is the second of July there.
    expect(body.byDay).toEqual([
      { day: '2022-07-01', count: 12 },
      { day: '2022-07-02', count: 1 },
    ])
    await scene.rows.takeDown(id)
    await until(async () => (await node.get('/v1/stats?campaign=2022')).body.total === 12)
  })
})

describe('a change', () => {
  it('shows at once, in lists and alone', async () => {
    await node.get('/v1/articles/article-5')
    await node.get('/v1/articles?limit=100')
    await things.article(5, { title: '新标题' })
    await until(async () => (await node.get('/v1/articles/article-5')).body.title === '新标题')
    const { body } = await node.get('/v1/articles?limit=100')
    expect(body.data.find(({ slug }: any) => slug === 'article-5').title).toBe('新标题')
  })

  it('of one thing leaves the answers about others in memory', async () => {
    await node.get('/v1/campaigns')
    const { etag } = Object.fromEntries((await node.get('/v1/campaigns')).headers)
    const before = node.delivery.stats().cache
    await things.article(6, { title: '又一标题' })
    await until(async () => (await node.get('/v1/articles/article-6')).body.title === '又一标题')
    const { hits } = node.delivery.stats().cache
    const again = await node.get('/v1/campaigns', { headers: { 'if-none-match': etag! } })
    expect(again.status).toBe(304)
    expect(node.delivery.stats().cache.hits).toBe(hits + 1)
    expect(hits).toBeGreaterThanOrEqual(before.hits)
  })
})

describe('bad input', () => {
  const paths = ['/v1/campaigns', '/v1/tracks', '/v1/articles', '/v1/results']
  const questions = [
    ...['limit=0', 'limit=-1', 'limit=1e9', 'limit=101', 'limit=abc', 'limit=', 'limit=1&limit=2'],
    ...[
      'cursor=',
      'cursor=x',
      `cursor=${'A'.repeat(2_000)}`,
      'page=2',
      'q=x',
      '%00=1',
      'limit=%00',
    ],
  ]
  it.each(
    paths
      .flatMap((path) => questions.map((question) => `${path}?${question}`))
      .concat('/v1/campaigns?campaign=2022', '/v1/tracks?campaign=A', '/v1/stats?campaign=%27')
      .concat('/v1/stats?unit=1', '/v1/stats?campaign=2022&campaign=2023', '/v1/campaigns/2022?x=1')
      .concat('/v1/articles/article-1?campaign=2022', '/v1/tracks/photo-track?campaign='),
  )('is refused with 400: %s', async (target) => {
    const { status, body, headers } = await node.get(target)
    expect(status).toBe(400)
    expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(['invalid-parameter', 'unknown-parameter', 'bad-cursor']).toContain(body.code)
  })
})
