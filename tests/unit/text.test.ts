import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badText, findBadText, walkStrings } from '../../src/domain/text.ts'

describe('an unfit text', () => {
  it.each([
    ['a\u0000b', 'NUL'],
    ['\uD800', '孤立'],
    ['好\uDC00好', '孤立'],
    ['\uDC00\uD800', '孤立'],
    ['a\u0008', 'U+0008'],
    ['\u001B[31m', 'U+001B'],
    ['a\u007F', 'U+007F'],
    ['a\u0085', 'U+0085'],
  ])('%j is told by what is wrong with it', (text, part) => {
    expect(badText(text)?.zh).toContain(part)
    expect(badText(text)?.en).toBeTruthy()
  })

  it.each(['', '好\n好\r\n\t好', '𠮷👍', 'é', '\u200D\uFEFF'])('%j is none', (text) => {
    expect(badText(text)).toBeNull()
  })

  it('is exactly what PostgreSQL would refuse, and control characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        // An encoder replaces half characters, so the text does not come back.
        const comesBack =
          new TextDecoder().decode(new TextEncoder().encode(`x${text}`)) === `x${text}`
        const typed = [...text].every((sign) => /[\n\r\t]|\P{Cc}/u.test(sign))
        expect(badText(text) === null).toBe(comesBack && typed)
      }),
      { numRuns: 500 },
    )
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (units) => {
        const text = String.fromCharCode(...units)
        const comesBack =
          new TextDecoder().decode(new TextEncoder().encode(`x${text}`)) === `x${text}`
        if (!comesBack) expect(badText(text)).not.toBeNull()
      }),
    )
  })
})

describe('a walk over the strings of a value', () => {
  it('visits every string and every key once, in order, with its path', () => {
    const seen: [string, string][] = []
    const value = { title: '题', authors: [{ name: '甲' }, { name: '乙' }], n: 5, no: null }
    walkStrings(value, (text, path) => {
      seen.push([path, text])
    })
    expect(seen.filter(([path, text]) => !path.endsWith(text))).toEqual([
      ['title', '题'],
      ['authors.0.name', '甲'],
      ['authors.1.name', '乙'],
    ])
    expect(seen.filter(([path, text]) => path.endsWith(text)).map(([path]) => path)).toEqual(
      expect.arrayContaining(['title', 'authors', 'authors.0.name', 'n', 'no']),
    )
  })

  it('visits as many strings as JSON holds', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const expected: string[] = []
        JSON.stringify(value, (key, inner: unknown) => {
          if (typeof inner === 'string') expected.push(inner)
          return inner
        })
        const seen: string[] = []
        const keys: string[] = []
        walkStrings(value, (text) => void seen.push(text))
        JSON.stringify(value, function (this: unknown, key, inner: unknown) {
          if (key !== '' || !isRoot(this, value)) if (!Array.isArray(this)) keys.push(key)
          return inner
        })
        expect(seen.sort()).toEqual([...expected, ...keys].sort())
      }),
    )
  })

  it('stops where it is told to', () => {
    const visited: string[] = []
    const walk = walkStrings(['a', 'b', 'c'], (text) => {
      visited.push(text)
      return text === 'b'
    })
    expect(walk).toEqual({ found: '1', tooDeep: null })
    expect(visited).toEqual(['a', 'b'])
  })

  it('stops at its depth instead of running out of stack', () => {
    let deep: unknown = '底'
    for (let level = 0; level < 100_000; level += 1) deep = { inner: deep }
    const walk = walkStrings(deep, () => false)
    expect(walk.tooDeep?.split('.')).toHaveLength(64)
    expect(findBadText(deep)?.message.zh).toContain('64')
  })

  it('allows exactly its depth', () => {
    const value = { a: { b: '文' } }
    expect(walkStrings(value, () => false, { maxDepth: 2 }).tooDeep).toBeNull()
    expect(walkStrings(value, () => false, { maxDepth: 1 }).tooDeep).toBe('a')
  })
})

describe('looking for unfit text anywhere', () => {
  it('names the field', () => {
    const found = findBadText({ authors: [{ name: '甲' }, { name: 'x\u0000' }] })
    expect(found?.path).toBe('authors.1.name')
    expect(found?.message.zh).toContain('NUL')
  })

  it('looks at keys too', () => {
    expect(findBadText(JSON.parse('{"a":{"b\\u0000":1}}'))).not.toBeNull()
  })

  it('finds nothing in clean values', () => {
    expect(findBadText({ a: ['b', 1, null, true] })).toBeNull()
    expect(findBadText(undefined)).toBeNull()
  })
})

/** `JSON.stringify` first calls its function with a wrapper around the value. */
function isRoot(holder: unknown, value: unknown): boolean {
  return (
    typeof holder === 'object' &&
    holder !== null &&
    Object.keys(holder).length === 1 &&
    (holder as Record<string, unknown>)[''] === value
  )
}
