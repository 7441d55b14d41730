import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskPhone, normalisePhone } from '../../src/domain/phone.ts'

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((list) => list.join(''))
const mobile = fc
  .tuple(fc.integer({ min: 3, max: 9 }), digits(9))
  .map(([second, rest]) => `1${second}${rest}`)

describe('one spelling for a number', () => {
  it.each([
    ['13800001234', '13800001234'],
    [' 138 0000 1234 ', '13800001234'],
    ['138-0000-1234', '13800001234'],
    ['+86 138 0000 1234', '13800001234'],
    ['+86-13800001234', '13800001234'],
    ['008613800001234', '13800001234'],
    ['8613800001234', '13800001234'],
    ['（+86）138 0000 1234', '13800001234'],
    ['１３８００００１２３４', '13800001234'],
    ['138–0000–1234', '13800001234'],
    ['0510-80001234', '0510-80001234'],
    ['051080001234', '0510-80001234'],
    ['(025) 8000 1234', '025-80001234'],
    ['+86 25 8000 1234', '025-80001234'],
    ['+86 510 8000 1234', '0510-80001234'],
    ['010-80001234', '010-80001234'],
    ['0517-8000123', '0517-8000123'],
  ])('%j is %s', (typed, normal) => {
    expect(normalisePhone(typed)).toBe(normal)
  })

  it.each([
    '',
    ' ',
    '12345678901',
    '1380000123',
    '138000012345',
    '80001234',
    '+1 212 555 0100',
    '0510-00001234',
    '138a0001234',
    'abc',
    '13800001234 13800001235',
    '1'.repeat(1000),
    null,
    undefined,
    13800001234,
    {},
  ])('%j is none', (typed) => {
    expect(normalisePhone(typed)).toBeNull()
  })

  it('stays as it is when it is normal already', () => {
    fc.assert(
      fc.property(mobile, (number) => {
        expect(normalisePhone(number)).toBe(number)
        expect(normalisePhone(`+86 ${number.slice(0, 3)}-${number.slice(3)}`)).toBe(number)
      }),
    )
  })
})

describe('the mask', () => {
  it.each([
    ['13800001234', '138****1234'],
    ['0510-80001234', '051*****1234'],
    ['025-80001234', '025****1234'],
    ['80001234', '****1234'],
    ['8000123', '*****23'],
    ['12345', '*****'],
    ['1234', '****'],
    ['12', '****'],
    ['+8613800001234', '861******1234'],
    ['无', '****'],
    ['', ''],
    [null, ''],
    [undefined, ''],
  ])('of %j is %j', (value, masked) => {
    expect(maskPhone(value)).toBe(masked)
  })

  it('never shows the middle digits, nor more than the first three and last four', () => {
    const any = fc.integer({ min: 1, max: 40 }).chain(digits)
    fc.assert(
      fc.property(any, (number) => {
        const masked = maskPhone(number)
        const [, first = '', stars = '', last = ''] = /^(\d*)(\*+)(\d*)$/.exec(masked) ?? []
        expect(stars.length).toBeGreaterThanOrEqual(4)
        expect(first.length).toBeLessThanOrEqual(3)
        expect(last.length).toBeLessThanOrEqual(4)
        expect(number.startsWith(first) && number.endsWith(last)).toBe(true)
        // At least four digits, and of short numbers at least half, are not shown.
        expect(number.length - first.length - last.length).toBeGreaterThanOrEqual(
          Math.min(4, number.length),
        )
      }),
    )
  })

  it('tells two mobiles apart by nothing in their middle', () => {
    fc.assert(
      fc.property(mobile, digits(4), (number, other) => {
        const twin = number.slice(0, 3) + other + number.slice(7)
        expect(maskPhone(number)).toBe(maskPhone(twin))
      }),
    )
  })

  it('lets no letter through from a text in the wrong field', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(maskPhone(text)).toMatch(/^[\d*]*$/)
      }),
    )
  })
})
