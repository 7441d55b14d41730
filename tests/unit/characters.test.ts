import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countCharacters, formatDuration } from '../../src/domain/characters.ts'

describe('the length of a text as Word counts it in Chinese', () => {
  it.each([
    ['', 0],
    [' \n\t\u3000\u00A0', 0],
    ['争做中国好网民', 7],
    ['争做，中国好网民！', 9],
    ['“劳动”——最光荣……', 11],
    ['《工会法》第3条', 8],
    ['hello', 1],
    ['hello, world', 2],
    ['hello,world', 1],
    ['don’t', 1],
    ['don’t “stop”', 4],
    ['2022-06-07', 1],
    ['2022年6月7日', 6],
    ['使用App办理', 5],
    ['使用 App 办理 3 件', 7],
    ['ＡＢＣ１２', 5],
    ['ひらがなカタカナー', 9],
    ['한글', 2],
    ['ㄅㄆ', 2],
    ['𠮷野家', 3],
    ['〇〡㊣', 3],
    ['👍', 1],
    ['赞👍👍', 3],
    ['👩‍👩‍👧', 1],
    ['👍🏽', 1],
    ['劳\u200B动\uFEFF', 2],
    ['葛\u{E0100}', 1],
    ['cafe\u0301', 1],
    ['\u1112\u1161\u11AB', 1],
    ['\u0301', 0],
  ])('%j has %i', (text, count) => {
    expect(countCharacters(text)).toBe(count)
  })

  const han = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code))
  const rareHan = fc
    .integer({ min: 0x20000, max: 0x2a6df })
    .map((code) => String.fromCodePoint(code))

  it('counts Han one by one, rare ones too', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(han, rareHan)), (list) => {
        expect(countCharacters(list.join(''))).toBe(list.length)
      }),
    )
  })

  it('does not change with white space around Han, nor with how a text is composed', () => {
    fc.assert(
      fc.property(fc.array(han), fc.constantFrom(' ', '\n', '\u3000', '\uFE0F'), (list, gap) => {
        expect(countCharacters(list.join(gap))).toBe(list.length)
      }),
    )
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(countCharacters(text.normalize('NFD'))).toBe(countCharacters(text.normalize('NFC')))
      }),
    )
  })

  it('adds up over paragraphs', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        expect(countCharacters(`${a}\n${b}`)).toBe(countCharacters(a) + countCharacters(b))
      }),
    )
  })

  it('counts words of Latin letters by the white space between them', () => {
    const word = fc.stringMatching(/^[a-zA-Z0-9.,'!?-]{1,12}$/)
    fc.assert(
      fc.property(fc.array(word), (list) => {
        expect(countCharacters(list.join('  '))).toBe(list.length)
      }),
    )
  })

  it('never counts more than there are code points, and survives anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(countCharacters(text)).toBeLessThanOrEqual([...text.normalize('NFC')].length)
      }),
    )
    expect(countCharacters('a\uD800b')).toBe(1)
  })

  it('takes a megabyte of text in its stride', () => {
    expect(countCharacters('字'.repeat(350_000))).toBe(350_000)
    expect(countCharacters('a'.repeat(1_000_000))).toBe(1)
    expect(countCharacters('\u0301'.repeat(500_000))).toBe(0)
  })
})

describe('a duration', () => {
  it.each([
    [0, '0:00'],
    [9, '0:09'],
    [60, '1:00'],
    [521, '8:41'],
    [480.9, '8:00'],
    [3599, '59:59'],
    [3600, '1:00:00'],
    [3723, '1:02:03'],
    [-1, '?'],
    [NaN, '?'],
    [Infinity, '?'],
  ])('of %d seconds reads %s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text)
  })

  it('can be read back', () => {
    fc.assert(
      fc.property(fc.nat({ max: 400_000 }), (seconds) => {
        const parts = formatDuration(seconds).split(':').map(Number)
        expect(parts.reduce((sum, part) => sum * 60 + part, 0)).toBe(seconds)
      }),
    )
  })
})
