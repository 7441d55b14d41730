import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entryKindList, entryKinds, kindOfCode } from '../../src/domain/kinds.ts'
import { formatPublicId, parsePublicId } from '../../src/domain/public-id.ts'

const parts = fc.record({
  year: fc.integer({ min: 1000, max: 9999 }),
  kind: fc.constantFrom(...entryKindList),
  number: fc.oneof(
    fc.integer({ min: 1, max: 2_000_000 }),
    fc.maxSafeNat().map((n) => n || 1),
  ),
})

describe('a public id', () => {
  it('reads as people know it', () => {
    expect(formatPublicId({ year: 2022, kind: 'photos', number: 123 })).toBe('2022-PHO-000123')
    expect(formatPublicId({ year: 2022, kind: 'videos', number: 1_234_567 })).toBe(
      '2022-VID-1234567',
    )
  })

  it('comes back from its text', () => {
    fc.assert(
      fc.property(parts, (id) => {
        expect(parsePublicId(formatPublicId(id))).toEqual(id)
      }),
    )
  })

  it('has one spelling only: what parses is what would have been written', () => {
    const near = fc
      .tuple(parts, fc.nat(), fc.constantFrom('0', ' ', '-', 'x', '１', '', '\n'))
      .map(([id, place, sign]) => {
        const text = formatPublicId(id)
        const at = place % (text.length + 1)
        return text.slice(0, at) + sign + text.slice(at)
      })
    fc.assert(
      fc.property(fc.oneof(fc.string(), near), (text) => {
        const id = parsePublicId(text)
        if (id) expect(formatPublicId(id)).toBe(text)
      }),
    )
  })

  it.each([
    '',
    '2022-PHO-123',
    '2022-PHO-000000',
    '2022-PHO-0000123',
    '2022-pho-000123',
    '2022-XXX-000123',
    '0022-PHO-000123',
    '2022-PHO-000123\n',
    ' 2022-PHO-000123',
    '2022-PHO-99999999999999999999',
    null,
    5,
    ['2022-PHO-000123'],
  ])('%j is none', (text) => {
    expect(parsePublicId(text)).toBeNull()
  })

  it.each([
    { year: 22, number: 1 },
    { year: 2022.5, number: 1 },
    { year: 2022, number: 0 },
    { year: 2022, number: 1.5 },
    { year: 2022, number: 2 ** 53 },
  ])('cannot be written for %j', (bad) => {
    expect(() => formatPublicId({ kind: 'cases', ...bad })).toThrow(RangeError)
  })
})

describe('the kinds', () => {
  it('have one code each', () => {
    const codes = entryKindList.map((kind) => entryKinds[kind].code)
    expect(codes).toEqual(['CAS', 'VID', 'PHO', 'REC', 'COM', 'PLA'])
    expect(codes.map(kindOfCode)).toEqual(entryKindList)
    expect(kindOfCode('constructor')).toBeNull()
  })
})
