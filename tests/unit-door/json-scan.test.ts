import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { atBest } from '../harness/at-best.ts'
import { scanJson } from '../../src/door/json-scan.ts'

const reasonOf = (text: string) => scanJson(text)?.reason

describe('the JSON scanner', () => {
  it('lets every JSON value pass', () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ stringUnit: 'binary', maxDepth: 8 }),
        fc.nat(4),
        (value, indent) => {
          const text = JSON.stringify(value, null, indent)
          const expected = /\\u0000/.test(text) && JSON.stringify(value).includes('\\u0000')
          const found = reasonOf(text)
          if (expected) expect(['nul', undefined]).toContain(found)
          else if (!text.includes('"__proto__":')) expect(found).toBeUndefined()
        },
      ),
    )
  })

  it('agrees with JSON.parse on what is JSON, for mangled JSON too', () => {
    const pieces = fc.constantFrom(
      ...[
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"',
        '"a"',
        '"b":',
        '1',
        '-',
        '0',
        '1.5',
        '1e3',
        '01',
        '.5',
      ],
      ...[
        'true',
        'nul',
        'null',
        ' ',
        '\n',
        '\t',
        '\\',
        '"\\n"',
        '"\\x"',
        '"\\u00e9"',
        '"\\u12"',
        '\u00a0',
      ],
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = parts.join('')
        const found = reasonOf(text)
        // Another fault may stand before the first error of syntax, and it is reported first.
        if (found === undefined || found === 'syntax')
          expect(found === 'syntax').toBe(!isJson(text))
      }),
      { numRuns: 5_000 },
    )
  })

  it('agrees with JSON.parse when one character of a JSON text is changed', () => {
    fc.assert(
      fc.property(
        fc.json({ maxDepth: 4 }),
        fc.nat(),
        fc.string({ maxLength: 2 }),
        (text, at, put) => {
          const place = at % (text.length + 1)
          const mangled = text.slice(0, place) + put + text.slice(place + 1)
          const found = reasonOf(mangled)
          if (found === undefined || found === 'syntax')
            expect(found === 'syntax').toBe(!isJson(mangled))
        },
      ),
      { numRuns: 3_000 },
    )
  })

  it.each([
    ['a NUL', '{"a":"x\\u0000"}', 'nul'],
    ['a lone high surrogate', '"\\ud83d"', 'lone-surrogate'],
    ['a lone low surrogate', '"\\ude00"', 'lone-surrogate'],
    ['two high surrogates', '"\\ud83d\\ud83d"', 'lone-surrogate'],
    ['a whole pair', '"\\ud83d\\ude00"', undefined],
    ['the prototype', '{"a":[{"__proto__":{}}]}', 'forbidden-key'],
    ['the prototype, escaped', '{"\\u005f_proto__":1}', 'forbidden-key'],
    ['the constructor’s prototype', '{"constructor":{"prototype":{}}}', 'forbidden-key'],
    ['a field that is called constructor', '{"constructor":"某建筑公司"}', undefined],
    ['a value that is called __proto__', '["__proto__"]', undefined],
    ['a number that is no number any more', '[1e999]', 'number-too-large'],
    ['64 levels', '['.repeat(64) + ']'.repeat(64), undefined],
    ['65 levels', '['.repeat(65) + ']'.repeat(65), 'too-deep'],
    ['100,000 levels', '['.repeat(100_000), 'too-deep'],
    ['too many values', `[${'1,'.repeat(100_000)}1]`, 'too-many-values'],
    ['nothing', '', 'syntax'],
    ['a raw line feed in a string', '"\n"', 'syntax'],
    ['two values', '{} {}', 'syntax'],
    ['a trailing comma', '{"a":1,}', 'syntax'],
  ])('judges %s', (_what, text, reason) => {
    expect(reasonOf(text)).toBe(reason)
  })

  it('reads a megabyte in well under a second', async () => {
    const text = JSON.stringify({ title: '字'.repeat(400_000), rows: Array(50_000).fill('a') })
    const read = await atBest(500, async () => {
      const started = performance.now()
      expect(scanJson(text)).toBeUndefined()
      return performance.now() - started
    })
    expect(read).toBeLessThan(500)
  })
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
