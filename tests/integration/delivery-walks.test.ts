import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../src/delivery/database.ts'
import { searchAlong } from '../../src/delivery/read/entry-search.ts'
import { gramQuery } from '../../src/domain/search-grams.ts'
import { deliveryScene, listening, type DeliveryScene, type Node } from '../harness/delivery.ts'

let scene: DeliveryScene
let node: Node
let uncached: Node
const initial = 150

beforeAll(async () => {
  scene = await deliveryScene()
  for (let number = 1; number <= initial; number += 1) {
    await scene.rows.entry({
      number,
      // Many at one instant, and many with as many votes: only the id tells them apart.
      publishedAt: new Date(Date.UTC(2022, 6, 1 + (number % 5))),
      votes: number % 4 === 0 ? null : number % 7,
      theme: `主题${number % 3}`,
      unitPath: ['000001', '000001000002', '000001000002000003'][number % 3]!,
      title: number % 2 ? `班长的故事${number}` : `工会${number}`,
      authors: [{ name: number % 5 ? '张三' : '班长', workplace: null }],
      text: number % 3 ? '我们的班长' : '没有',
    })
  }
  node = await scene.node()
  uncached = await scene.node({ cacheBytes: 0 })
  await listening(node)
})
afterAll(() => scene.close())

const maybe = (values: string[]) => fc.option(fc.constantFrom(...values), { nil: undefined })

const filters = fc.record({
  campaign: maybe(['2022']),
  track: maybe(['photo-track', 'video-track']),
  kind: maybe(['photos', 'cases']),
  unit: maybe(['1', '2', '3']),
  theme: maybe(['主题1']),
})
const order = fc.oneof(
  fc.constantFrom(
    { sort: 'newest' },
    { sort: 'votes' },
    { q: '班长' },
    { q: '班长', sort: 'votes' },
  ),
  fc
    .string({ minLength: 1, maxLength: 5, unit: fc.constantFrom(...'abcXYZ019_-') })
    .map((seed) => ({
      sort: 'random',
      seed,
    })),
)
const queryOf = (parts: Record<string, string | undefined>) =>
  Object.entries(parts)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(value!)}`)
    .join('&')

describe('a walk from page to page', () => {
  it('is the whole list once, whatever is asked and however long the pages are', async () => {
    await fc.assert(
      fc.asyncProperty(filters, order, fc.integer({ min: 3, max: 40 }), async (some, by, limit) => {
        const query = queryOf({ ...some, ...by })
        const walked = await node.walk(`/v1/entries?${query}&limit=${limit}`)
        const whole = await uncached.walk(`/v1/entries?${query}&limit=100`)
        expect(walked).toEqual(whole)
        expect(new Set(walked).size).toBe(walked.length)
      }),
      { numRuns: 60 },
    )
  })

  it('finds what the filters say and no more', async () => {
    const all = await Promise.all(
      (await node.walk('/v1/entries?limit=100')).map(
        async (id) => (await node.get(`/v1/entries/${id}`)).body,
      ),
    )
    await fc.assert(
      fc.asyncProperty(filters, async (some) => {
        const found = await node.walk(`/v1/entries?${queryOf({ ...some, limit: '50' })}`)
        const below: Record<string, number[]> = { 1: [1, 2, 3], 2: [2, 3], 3: [3] }
        const want = all.filter(
          (entry) =>
            (some.track === undefined || entry.track.slug === some.track) &&
            (some.kind === undefined || entry.kind === some.kind) &&
            (some.theme === undefined || entry.theme === some.theme) &&
            (some.unit === undefined || below[some.unit]!.includes(entry.unit.id)),
        )
        expect([...found].sort()).toEqual(want.map(({ id }) => id).sort())
      }),
      { numRuns: 40 },
    )
  })

  it.each(['sort=newest', 'sort=votes', 'sort=random&seed=x', 'q=班长', 'unit=2', 'campaign=2022'])(
    'under %s neither skips nor repeats while works are published and taken down',
    async (query) => {
      const target = `/v1/entries?${query}&limit=4`
      const before = new Set(await uncached.walk(target))
      let going = true
      const taken = new Set<string>()
      const added = new Set<string>()
      const work = async () => {
        for (let number = 10_000; going; number += 1) {
          const at = new Date(Date.UTC(2023, 0, 1) + number * 1_000)
          added.add(
            await scene.rows.entry({
              number,
              title: '班长',
              unitPath: '000001000002',
              publishedAt: at,
            }),
          )
          const old = [...before][number % 13]
          if (number % 3 === 0 && old && !taken.has(old)) {
            taken.add(old)
            await scene.rows.takeDown(old)
          }
          await new Promise((resolve) => setImmediate(resolve))
        }
      }
      const working = work()
      const walks = await Promise.all([node.walk(target), uncached.walk(target), node.walk(target)])
      going = false
      await working
      for (const id of added) await scene.rows.takeDown(id)
      for (const walked of walks) {
        expect(new Set(walked).size).toBe(walked.length)
        const seen = new Set(walked)
        const skipped = [...before].filter((id) => !seen.has(id) && !taken.has(id))
        expect(skipped).toEqual([])
        expect(walked.filter((id) => !before.has(id) && !added.has(id))).toEqual([])
        if (query === 'sort=newest') {
          // New ones come before the start: what a walk sees of them was there when it began, and
          // lies at its beginning, newest first.
          const fresh = walked.filter((id) => added.has(id))
          const number = (id: string) => Number(id.slice(-6))
          const newestFirst = [...fresh].sort((a, b) => number(b) - number(a))
          expect(walked.slice(0, fresh.length)).toEqual(newestFirst)
        }
      }
    },
  )
})

describe('a search', () => {
  const everywhere = { tracks: null, unit: undefined, theme: undefined, award: undefined }
  const scopes = [everywhere, { ...everywhere, unit: 2 }]
  const cases = ['班长', '故事1', '张三', '没有', '无此词'].flatMap((q) =>
    (['title', 'people', 'all'] as const).flatMap((column) =>
      scopes.flatMap((scope) =>
        (['newest', 'votes'] as const).flatMap((order) =>
          [5, 60].map((take) => ({ q, column, scope, order, take })),
        ),
      ),
    ),
  )

  it('finds the same, whether its word is remembered as common or as rare', async () => {
    const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
    const database = openDatabase(scene.databaseUrl, silent)
    const along = ({ q, column, scope, order, take }: (typeof cases)[number], common: boolean) => {
      const words = { isCommon: () => common, learn: () => undefined }
      const grams = { query: gramQuery(q)!, in: column, notIn: [] }
      return searchAlong({ database, words }, { scope, order, take, grams })
    }
    const cardsOf = (rows: { card: string }[]) => rows.map(({ card }) => card)
    try {
      let found = 0
      for (const one of cases) {
        const [asCommon, asRare] = [
          cardsOf(await along(one, true)),
          cardsOf(await along(one, false)),
        ]
        expect(asCommon, JSON.stringify(one)).toEqual(asRare)
        found += asRare.length
      }
      expect(found).toBeGreaterThan(cases.length)
    } finally {
      await database.close()
    }
  })
})
