import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deliveryScene, listening, type DeliveryScene, type Node } from '../harness/delivery.ts'

let scene: DeliveryScene
let node: Node
const ids = async (target: string) =>
  (await node.get(target)).body.data.map(({ id }: { id: string }) => id)
const numbers = async (target: string) =>
  (await ids(target)).map((id: string) => Number(id.slice(9)))

beforeAll(async () => {
  scene = await deliveryScene()
  const { entry } = scene.rows
  for (let number = 1; number <= 60; number += 1) {
    await entry({
      number,
      theme: number % 2 ? '劳动' : '权益',
      unitPath: number % 3 === 0 ? '000001000002000007' : '000001000003',
      votes: number % 10,
      award: number % 20 === 0 ? { level: 'first' } : null,
    })
  }
  node = await scene.node()
  await listening(node)
})
afterAll(() => scene.close())

describe('GET /v1/entries', () => {
  it('gives the newest twenty, with all that a card has', async () => {
    const { status, body, headers } = await node.get('/v1/entries')
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(body.data).toHaveLength(20)
    expect(Object.keys(body.data[0]).sort()).toEqual(
      [
        'authors',
        'award',
        'cover',
        'id',
        'kind',
        'publishedAt',
        'summary',
        'theme',
        'title',
      ].concat(['track', 'unit', 'votes']),
    )
    expect(body.data[0]).toMatchObject({
      id: '2022-CAS-000060',
      votes: 0,
      award: { level: 'first' },
    })
    expect(body.page.next).toEqual(expect.any(String))
  })

  it.each([
    ['campaign=2022', 60],
    ['campaign=2021', 0],
    ['kind=photos', 10],
    ['track=photo-track', 10],
    ['track=photo-track&campaign=2022', 10],
    ['track=photo-track&kind=videos', 0],
    ['track=no-such', 0],
    ['unit=1', 60],
    ['unit=2', 20],
    ['unit=3', 40],
    ['unit=7', 20],
    ['unit=99', 0],
    [`theme=${encodeURIComponent('劳动')}`, 30],
    ['award=first', 3],
    ['unit=7&track=photo-track', 0],
    ['unit=7&track=case-track', 10],
    [`unit=7&campaign=2022&theme=${encodeURIComponent('权益')}`, 10],
    [`kind=cases&theme=${encodeURIComponent('劳动')}`, 0],
    ['award=first&unit=7', 1],
    ['sort=votes&unit=7', 20],
    ['sort=votes&campaign=2022', 60],
    ['sort=votes&unit=7&campaign=2022', 20],
    ['sort=random&unit=7&kind=cases', 10],
    ['sort=random&campaign=2022', 60],
    ['sort=random&seed=a&award=first', 3],
  ])('%s finds %i', async (query, count) => {
    expect(await ids(`/v1/entries?limit=100&${query}`)).toHaveLength(count)
    const walked = await node.walk(`/v1/entries?limit=7&${query}`)
    expect(new Set(walked).size).toBe(count)
    expect(walked).toHaveLength(count)
  })

  it('orders by votes, the newer first among equals', async () => {
    const { body } = await node.get('/v1/entries?sort=votes&limit=100')
    const keys = body.data.map((one: any) => [one.votes, one.publishedAt])
    expect(keys).toEqual([...keys].sort(([a, s], [b, t]) => b - a || (s < t ? 1 : -1)))
  })

  it('keeps a random order for a seed, and has another for another', async () => {
    const a = await node.walk('/v1/entries?sort=random&seed=a&limit=9')
    expect(await node.walk('/v1/entries?sort=random&seed=a&limit=4')).toEqual(a)
    const others = await Promise.all(
      [...'bcdefgh'].map((seed) => node.walk(`/v1/entries?sort=random&seed=${seed}&limit=50`)),
    )
    for (const other of others) {
      expect(other).not.toEqual(a)
      expect([...other].sort()).toEqual([...a].sort())
    }
  })

  it('names the seed that it chose, and walks on with it', async () => {
    const first = await node.get('/v1/entries?sort=random&limit=40')
    const { next, seed } = first.body.page
    const rest = await node.get(`/v1/entries?sort=random&limit=40&cursor=${next}`)
    expect(rest.body.page).toEqual({ next: null, seed })
    const whole = await ids(`/v1/entries?sort=random&limit=100&seed=${seed}`)
    expect([...first.body.data, ...rest.body.data].map(({ id }: any) => id)).toEqual(whole)
  })

  it('takes the track of the newest campaign unless one is named', async () => {
    const old = { id: 91, slug: 'photo-track', kind: 'photos', campaign: '2021' }
    await scene.rows.campaign('2021', 9)
    await scene.rows.track(old)
    await scene.rows.entry({ number: 1, kind: 'photos', campaign: '2021', trackId: 91 })
    expect(await node.walk('/v1/entries?track=photo-track')).not.toContain('2021-PHO-000001')
    expect(await ids('/v1/entries?track=photo-track&campaign=2021')).toEqual(['2021-PHO-000001'])
    expect(await node.walk('/v1/entries?kind=photos')).toContain('2021-PHO-000001')
    await scene.rows.takeDown('2021-PHO-000001')
  })
})

describe('a search', () => {
  beforeAll(async () => {
    const { entry } = scene.rows
    const workplace = '二号车间'
    await entry({ number: 101, title: '老班长的一天', text: '老班长在车间里' })
    await entry({ number: 102, title: '夜班', authors: [{ name: '班长甲', workplace }] })
    await entry({ number: 103, title: '早班', text: '那天班长说，ＡＢＣ很重要' })
    await entry({ number: 104, title: '班，长', text: '班 长' })
    await entry({ number: 105, title: '我们的班长', text: 'x' })
  })

  it('finds a word of two characters, best match first, each newest first', async () => {
    expect(await numbers('/v1/entries?q=班长')).toEqual([105, 101, 102, 103])
    expect(await numbers('/v1/entries?q=班长&sort=newest')).toEqual([105, 103, 102, 101])
  })

  it.each([
    ['班长 二号', [102]],
    ['老班长', [101]],
    ['abc', [103]],
    ['长甲', [102]],
    ['！！', []],
    ["' | '班长", [101, 102, 103, 105]],
    ['没有这样的词', []],
  ])('for %s finds %j', async (q, found) => {
    expect((await numbers(`/v1/entries?q=${encodeURIComponent(q)}`)).sort()).toEqual(found)
  })

  it('finds by one character', async () => {
    expect(await numbers('/v1/entries?q=甲')).toEqual([102])
  })

  it('pages through the matches in the same order', async () => {
    expect(
      (await node.walk('/v1/entries?q=班长&limit=1')).map((id) => Number(id.slice(9))),
    ).toEqual([105, 101, 102, 103])
  })

  it('looks within a track and a unit', async () => {
    expect(await numbers('/v1/entries?q=班长&track=recitation-track')).toEqual([105])
    expect(await numbers('/v1/entries?q=班长&unit=1&kind=platforms')).toEqual([101])
  })
})

describe('GET /v1/entries/{publicId}', () => {
  it('gives the whole of it', async () => {
    const { status, body } = await node.get('/v1/entries/2022-PLA-000101')
    expect(status).toBe(200)
    expect(body).toMatchObject({ title: '老班长的一天', votes: null, award: null, media: [] })
    expect(body.body).toEqual({ html: '<p>老班长在车间里</p>', text: '老班长在车间里' })
  })

  it.each(['2022-PHO-999999', 'nonsense', '2022-PHO-1', '%E4%BD%9C', '2022-PHO-000001%00'])(
    'knows nothing of %s',
    async (id) => {
      const { status, body, headers } = await node.get(`/v1/entries/${id}`)
      expect(status).toBe(404)
      expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
      expect(body).toMatchObject({ code: 'not-found', status: 404, title: '没有找到' })
    },
  )
})
