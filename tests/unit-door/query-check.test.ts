import fc from 'fast-check'
import * as qs from 'qs-esm'
import { describe, expect, it } from 'vitest'
import { boundedList, bulkLimit } from '../../src/door/bounded-list.ts'
import { checkQuery, withParameter } from '../../src/door/query-check.ts'
import { TurnedAway } from '../../src/door/turn-away.ts'
import { checkWhere } from '../../src/door/where-check.ts'

const asPayloadReads = (search: string) =>
  qs.parse(search, {
    allowEmptyArrays: true,
    arrayLimit: 1000,
    depth: 10,
    ignoreQueryPrefix: true,
  }) as Record<string, unknown>

describe('a query string', () => {
  it('either passes with numbers within bounds, or is refused with both languages', () => {
    const piece = fc.constantFrom(
      ...[
        'limit',
        'depth',
        'page',
        'sort',
        'where',
        'pagination',
        '[',
        ']',
        '[and]',
        '[0]',
        '[or]',
      ],
      ...['=', '&', ',', '0', '1', '100', '101', '-1', '1e3', 'true', 'false', 'title', '[equals]'],
      ...['%5B', '%5D', '%00', '%', '+', '中', '{', '}', '"a":', '__proto__', 'constructor'],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const search = pieces.join('')
        try {
          const asked = { method: 'GET', path: '/api/articles', inAdmin: false }
          const bounded = boundedList(search, { ...asked, query: checkQuery(search) })
          const { limit, depth, page, pagination } = asPayloadReads(bounded)
          if (limit !== undefined) expect(Number(limit)).toSatisfy(between(1, 100))
          if (depth !== undefined) expect(Number(depth)).toSatisfy(between(0, 3))
          if (page !== undefined) expect(Number(page)).toSatisfy(between(1, 1e6))
          if (pagination === 'false') expect(limit).toBeDefined()
        } catch (error) {
          if (!(error instanceof TurnedAway)) throw error
          expect(error.statusCode).toBe(400)
          expect(error.words.zh && error.words.en).toBeTruthy()
        }
      }),
      { numRuns: 5_000 },
    )
  })

  it('sets a parameter however it was written before', () => {
    for (const search of ['?limit=0&a=1', '[limit]=0&a=1', '?%6Cimit=7&a=1&limit=8', 'a=1']) {
      expect(asPayloadReads(withParameter(search, 'limit', '5'))).toEqual({ a: '1', limit: '5' })
    }
  })
})

describe('a list', () => {
  const ask = (search: string, rest: { method?: string; path?: string; inAdmin?: boolean } = {}) =>
    asPayloadReads(
      boundedList(search, {
        method: 'GET',
        path: '/api/units',
        inAdmin: false,
        query: checkQuery(search),
        ...rest,
      }),
    )
  const admin = { inAdmin: true }

  it.each([
    ['a bulk change without a limit', 'where[id][in]=1', { method: 'PATCH' }, bulkLimit],
    ['a bulk change of the admin', 'limit=0', { method: 'PATCH', ...admin }, bulkLimit],
    ['a bulk deletion of the admin', 'limit=0', { method: 'DELETE', ...admin }, bulkLimit],
    ['the count of the trash', 'limit=0&trash=true&depth=0', admin, 1],
    ['the names of a relation column', 'limit=250&where[id][in]=1,2', admin, 100],
    ['a list without pages', 'pagination=false', {}, 100],
  ])('has a bound: %s', (_what, search, rest, limit) => {
    expect(ask(search, rest).limit).toBe(String(limit))
  })

  it.each([
    ['limit=0', {}],
    ['limit=0', admin],
    ['limit=0&trash=true', {}],
    ['limit=250', admin],
    ['limit=250&where[id][in]=1', {}],
    ['limit=251&where[id][in]=1', admin],
    ['limit=0', { method: 'PATCH' }],
    ['limit=0', { method: 'PATCH', path: '/api/units/1', ...admin }],
    ['limit=101', { method: 'DELETE', ...admin }],
  ])('is refused without one: %s %o', (search, rest) => {
    expect(() => ask(search, rest)).toThrow(TurnedAway)
  })

  it('is left alone when one document is changed', () => {
    expect(ask('depth=0', { method: 'PATCH', path: '/api/units/1' })).toEqual({ depth: '0' })
  })
})

describe('a where', () => {
  const leaf = fc.record({
    equals: fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)),
  })
  const field = fc
    .stringMatching(/^[a-z]{1,8}(\.[a-z]{1,4})?$/)
    .filter((name) => !/^(and|or)$/.test(name))
  const { where } = fc.letrec<{ where: Record<string, unknown> }>((tie) => ({
    where: fc.oneof(
      { depthSize: 'small', maxDepth: 4 },
      fc.dictionary(field, leaf, { maxKeys: 3 }),
      fc.record({ and: fc.array(tie('where'), { maxLength: 3 }) }),
      fc.record({ OR: fc.array(tie('where'), { maxLength: 3 }) }),
    ),
  }))

  it('passes when it is a tree of and, or and conditions', () => {
    fc.assert(
      fc.property(where, (tree) => {
        const fault = checkWhere(tree)
        if (fault) expect(fault.code).toBe('where-too-many')
      }),
    )
  })

  it('never throws, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything(), (tree) => {
        const fault = checkWhere(tree)
        if (typeof tree !== 'object' || tree === null || Array.isArray(tree)) {
          expect(fault?.code).toBe('where-shape')
        }
      }),
    )
  })

  it('is walked without recursion', () => {
    let tree: Record<string, unknown> = { a: { equals: 1 } }
    for (let level = 0; level < 100_000; level += 1) tree = { and: [tree] }
    expect(checkWhere(tree)).toMatchObject({ code: 'where-too-deep', limit: 10 })
  })
})

function between(least: number, most: number) {
  return (value: number) => Number.isInteger(value) && value >= least && value <= most
}
