import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deliveryScene, listening, type DeliveryScene, type Node } from '../harness/delivery.ts'

let scene: DeliveryScene
let node: Node
let cursor: string
let randomCursor: string

beforeAll(async () => {
  scene = await deliveryScene()
  for (let number = 1; number <= 30; number += 1) await scene.rows.entry({ number })
  node = await scene.node()
  await listening(node)
  cursor = (await node.get('/v1/entries?limit=5')).body.page.next
  randomCursor = (await node.get('/v1/entries?sort=random&seed=a&limit=5')).body.page.next
})
afterAll(() => scene.close())

/** Refused as a problem, fast: the best of three, for the machine may be busy with others. */
async function refused(target: string, init?: RequestInit) {
  let fastest = Infinity
  let got = await node.get(target, init)
  for (let time = 0; time < 3; time += 1) {
    const from = performance.now()
    got = await node.get(target, init)
    fastest = Math.min(fastest, performance.now() - from)
  }
  expect(fastest).toBeLessThan(50)
  expect(got.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  expect(got.headers.get('cache-control')).toBe('no-store')
  expect(got.body).toMatchObject({
    type: `/v1/docs/problems#${got.body.code}`,
    title: expect.stringMatching(/[\u4e00-\u9fff]/),
    status: got.status,
    detail: expect.stringMatching(/[\u4e00-\u9fff].* \/ .*[a-zA-Z]/),
    instance: target.split('?')[0]!.slice(0, 200),
  })
  expect(got.text).not.toMatch(/node_modules|select |\.ts:|stack/)
  return {
    status: got.status,
    code: got.body.code,
    findings: got.body.findings,
    headers: got.headers,
  }
}

const long = 'a'.repeat(101)

describe('a parameter', () => {
  it.each([
    ...[
      '0',
      '-1',
      '101',
      '1e9',
      '1e1',
      '0x10',
      'abc',
      '',
      ' 7',
      '7.5',
      '+5',
      '９',
      'null',
      '99999999999',
    ].map((value) => ['limit', value]),
    ...['0', '-1', '1000000', 'abc', '1.5', ''].map((value) => ['unit', value]),
    ...['Photos', 'photo', '', 'photos,videos', '__proto__'].map((value) => ['kind', value]),
    ...['best', 'NEWEST', '', 'id'].map((value) => ['sort', value]),
    ...['', long, 'a b', 'a/b', 'ＡＢ', '-a', 'A'].map((value) => ['campaign', value]),
    ...['', long, 'x'.repeat(10_000), '../x'].map((value) => ['track', value]),
    ...['', long, 'a\0', 'a\u0007'].map((value) => ['theme', value]),
    ...['', 'a'.repeat(41)].map((value) => ['award', value]),
    ...['', '班'.repeat(101), 'a\0b', '\u001b', 'x'.repeat(8_000)].map((value) => ['q', value]),
    ...['', 'a b', 'é', 'a'.repeat(65)].map((value) => ['seed', value]),
    ['seed', 'a'],
    ['cursor', ''],
    ['cursor', 'a'.repeat(1_001)],
  ])('%s=%j is refused by name', async (name, value) => {
    const { status, code, findings } = await refused(
      `/v1/entries?${name}=${encodeURIComponent(value!)}`,
    )
    expect({ status, code }).toEqual({ status: 400, code: 'invalid-parameter' })
    expect(findings[0].path).toBe(name)
  })

  it.each(['limit=1&limit=2', 'kind=photos&kind=photos', 'q=a&q=b', 'cursor=a&cursor=b'])(
    'given twice (%s) is refused',
    async (query) => {
      const { status, findings } = await refused(`/v1/entries?${query}`)
      expect(status).toBe(400)
      expect(findings[0]).toEqual({
        path: query.split('=')[0],
        message: expect.stringContaining('一次'),
      })
    },
  )

  it.each([
    'page=2',
    'limits=3',
    'where[status]=draft',
    'limit[]=1',
    'depth=9',
    '__proto__=1',
    'constructor=1',
    '%E5%90%8D=1',
    '=1',
    'a',
  ])('that does not exist (%s) is refused', async (query) => {
    const { status, code } = await refused(`/v1/entries?${query}`)
    expect({ status, code }).toEqual({ status: 400, code: 'unknown-parameter' })
  })

  it.each(['/v1/entries/2022-PHO-000002?x=1', '/v1/media/a.webp?w=10'])(
    'is refused where there are none: %s',
    async (target) => {
      expect(await refused(target)).toMatchObject({ status: 400, code: 'unknown-parameter' })
    },
  )

  it('tells of all that is wrong at once', async () => {
    const { findings } = await refused('/v1/entries?limit=0&kind=x&unit=-3')
    expect(findings.map(({ path }: { path: string }) => path).sort()).toEqual([
      'kind',
      'limit',
      'unit',
    ])
  })

  it('may be any text where texts are asked for', async () => {
    for (const q of [
      "'",
      '"',
      '\\',
      '%',
      '_',
      '&',
      '|',
      '!',
      ':*',
      '<->',
      '()',
      '班长 & | !',
      '😀',
      '\u200b',
      "';drop table x--",
    ]) {
      for (const name of ['q', 'theme', 'award']) {
        const { status } = await node.get(`/v1/entries?${name}=${encodeURIComponent(q)}`)
        expect([name, q, status]).toEqual([name, q, 200])
      }
    }
  })
})

describe('a cursor', () => {
  const other = (text: string, at: number) =>
    text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1)

  it('that was changed anywhere is refused', async () => {
    for (const at of [...cursor].keys()) {
      const { status, body } = await node.get(`/v1/entries?limit=5&cursor=${other(cursor, at)}`)
      expect([at, status, body.code]).toEqual([at, 400, 'bad-cursor'])
    }
  })

  it.each(['A', 'AAAA', 'nonsense', '{}', '%00', '班', 'eyJhIjoxfQ', `${'A'.repeat(60)}=`])(
    'that is none (%s) is refused',
    async (text) => {
      const { status, code } = await refused(`/v1/entries?cursor=${text}`)
      expect(status).toBe(400)
      expect(['bad-cursor', 'invalid-parameter']).toContain(code)
    },
  )

  it.each([
    'kind=photos',
    'sort=votes',
    'q=作品',
    'unit=1',
    'campaign=2022',
    'theme=x',
    'award=x',
    'sort=random&seed=a',
  ])('of another question (%s) is refused', async (query) => {
    expect(await refused(`/v1/entries?${query}&cursor=${cursor}`)).toMatchObject({
      status: 400,
      code: 'bad-cursor',
    })
  })

  it('belongs to its seed', async () => {
    expect((await node.get(`/v1/entries?sort=random&seed=a&cursor=${randomCursor}`)).status).toBe(
      200,
    )
    expect((await node.get(`/v1/entries?sort=random&cursor=${randomCursor}`)).status).toBe(200)
    expect(await refused(`/v1/entries?sort=random&seed=b&cursor=${randomCursor}`)).toMatchObject({
      code: 'bad-cursor',
    })
  })

  it('leads on with any length of page, on any node with the same secret', async () => {
    const second = await scene.node()
    expect((await second.get(`/v1/entries?limit=9&cursor=${cursor}`)).body.data).toHaveLength(9)
    const stranger = await scene.node({ secret: 'another-secret-altogether' })
    expect((await stranger.get(`/v1/entries?cursor=${cursor}`)).body.code).toBe('bad-cursor')
  })
})

describe('an address', () => {
  it.each(['/v1/nothing', '/v1/entries/2022-PHO-000001/x', '/v1/Entries', '/v1/entries/'])(
    '%s is nothing',
    async (target) => {
      expect(await refused(target)).toMatchObject({ status: 404, code: 'not-found' })
    },
  )

  it.each([
    ['/v1/entries', 'POST'],
    ['/v1/entries', 'PUT'],
    ['/v1/entries', 'PATCH'],
    ['/v1/entries', 'DELETE'],
    ['/v1/entries/2022-PHO-000002', 'POST'],
    ['/v1/media/a.webp', 'DELETE'],
  ])('%s answers no %s, and says what it answers', async (target, method) => {
    for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded']) {
      const init = { method, body: '{', headers: { 'content-type': type } }
      const { status, code, headers } = await refused(target, init)
      expect({ status, code }).toEqual({ status: 405, code: 'method-not-allowed' })
      expect(headers.get('allow')).toBe('GET, HEAD')
    }
  })

  it('never fails', () => expect(node.errors).toEqual([]))
})
