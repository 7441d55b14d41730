import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gramQuery, gramVector, searchRuns } from '../../src/domain/search-grams.ts'

describe('the runs of a text', () => {
  it.each([
    ['「老班长」，ＡＢＣ', ['老班长', 'abc']],
    ['ΟΔΟΣ ΟΔΟΣΑ', ['οδοσ', 'οδοσα']],
    ['2022年 Welding-焊花', ['2022年', 'welding', '焊花']],
    ["O'Brien \\ 100%", ['o', 'brien', '100']],
    ['𠮷野家👍', ['𠮷野家']],
    ['  \u0000…', []],
  ])('%j', (text, runs) => expect(searchRuns(text)).toEqual(runs))
})

describe('a vector', () => {
  it('has each pair at its place, and the last character of a run alone', () => {
    expect(gramVector(['老班长，好'])).toBe("'老班':1 '班长':2 '长':3 '好':5")
  })

  it('keeps texts apart', () => {
    expect(gramVector(['老班', '长'])).toBe("'老班':1 '班':2 '长':4")
  })

  it('counts characters, not halves of them', () => {
    expect(gramVector(['𠮷野'])).toBe("'𠮷野':1 '野':2")
  })

  it('keeps of a very long text what PostgreSQL would keep', () => {
    expect(gramVector(['哈'.repeat(1_000)]).split(',')).toHaveLength(255)
    const long = Array.from({ length: 20_000 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join(
      '',
    )
    expect(gramVector([long])).toMatch(/:16383$/)
  })

  it('of nothing is empty', () => expect(gramVector(['', '——'])).toBe(''))
})

describe('a query', () => {
  it.each([
    ['老班长', "('老班' <-> '班长')"],
    ['老班 焊', "('老班') & '焊':*"],
    ['焊，焊', "'焊':*"],
    [" '':* | !", null],
    ['', null],
  ])('%j', (q, query) => expect(gramQuery(q)).toBe(query))

  it('finds each word that a vector holds, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const vector = ` ${gramVector([text])}`
        for (const run of searchRuns(text)) {
          const grams = gramQuery(run)?.match(/'[^']+'/gu) ?? []
          expect(grams.length).toBeGreaterThan(0)
          for (const gram of grams) expect(vector).toContain(` ${gram.slice(0, -1)}`)
        }
        expect(gramQuery(text) === null).toBe(searchRuns(text).length === 0)
      }),
    )
  })
})
