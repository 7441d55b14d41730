import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textsToCompare } from '../../src/domain/likeness/entry-texts.ts'
import {
  bandsOf,
  differingBits,
  filmMeasure,
  isTelling,
  nearBands,
  nearBits,
  pictureMeasure,
} from '../../src/domain/likeness/picture-print.ts'
import {
  gramsOf,
  signatureMeasure,
  textMeasure,
  textPrint,
  textSchemes,
  type TextKind,
} from '../../src/domain/likeness/text-print.ts'
import { likenessWords } from '../../src/domain/likeness/words.ts'

const hash = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })
// Common characters, so that random texts are as unlike as Chinese texts by different people.
const character = fc.integer({ min: 0x4e00, max: 0x55ff }).map((code) => String.fromCharCode(code))
const chinese = (minLength: number, maxLength: number) =>
  fc.array(character, { minLength, maxLength }).map((all) => all.join(''))

describe('the print of a picture', () => {
  it('differs from another in as many bits either way, and from itself in none', () => {
    fc.assert(
      fc.property(hash, hash, (a, b) => {
        expect(differingBits(a, b)).toBe(differingBits(b, a))
        expect(differingBits(a, a)).toBe(0)
        expect(differingBits(a, BigInt.asUintN(64, a))).toBe(0)
      }),
    )
  })

  it('shares a nearly equal band with every print that an index has to find', () => {
    const flips = fc.uniqueArray(fc.nat(63), { maxLength: nearBits })
    fc.assert(
      fc.property(hash, flips, (a, changed) => {
        const b = changed.reduce((value, bit) => value ^ (1n << BigInt(bit)), a)
        expect(differingBits(a, b)).toBe(changed.length)
        const bands = bandsOf(b)
        expect(bandsOf(a).some((band, index) => nearBands(band).includes(bands[index]!))).toBe(true)
      }),
    )
  })

  it('looks for 137 values of a band, itself among them', () => {
    expect(new Set(nearBands(0b1010)).size).toBe(137)
    expect(nearBands(0b1010)).toContain(0b1010)
  })

  it('says nothing when the picture is flat', () => {
    expect(isTelling(0n)).toBe(false)
    expect(isTelling(-1n)).toBe(false)
    expect(isTelling(1n << 63n)).toBe(false)
    expect(isTelling(0x0f0f_f0f0_1234_abcdn)).toBe(true)
  })

  it('gives a measure that falls with every bit', () => {
    expect([0, 2, 8, 64].map(pictureMeasure)).toEqual([1, 1 - 2 / 64, 0.875, 0])
  })
})

describe('two films', () => {
  it.each([
    ['have all frames in common', [8, 8], [8, 8], 1],
    ['of which one is a part of the other', [8, 4], [4, 4], 1],
    ['share half of the frames', [8, 8], [4, 4], 0.5],
  ] as const)('that %s are alike', (_, frames, matched, measure) => {
    expect(filmMeasure({ frames, matched, measure: 1 })).toBe(measure)
  })

  it.each([
    ['share less than half', [8, 8], [3, 3]],
    ['share a title card', [2, 8], [1, 1]],
    ['share one picture that one of them shows all the time', [8, 8], [8, 1]],
    ['have no telling frame', [0, 0], [0, 0]],
  ] as const)('that %s are not', (_, frames, matched) => {
    expect(filmMeasure({ frames, matched, measure: 1 })).toBeNull()
  })
})

describe.each(['title', 'text'] as const)('the print of a %s', (kind: TextKind) => {
  const some = chinese(30, 300)

  it('is like itself, whatever its width, case and punctuation', () => {
    fc.assert(
      fc.property(some, (text) => {
        const spaced = [...`${text}ABC`].join('　').replaceAll('ABC', 'ａｂｃ')
        const [a, b] = [textPrint(`${text}ABC`, kind)!, textPrint(spaced, kind)!]
        expect(b).toEqual(a)
        expect(signatureMeasure(a.signature, b.signature)).toBe(1)
        expect(textMeasure(text, text, kind)).toBe(1)
      }),
      { numRuns: 30 },
    )
  })

  it('is as like another as the other is like it', () => {
    fc.assert(
      fc.property(some, some, (one, other) => {
        const [a, b] = [textPrint(one, kind)!, textPrint(other, kind)!]
        const measure = signatureMeasure(a.signature, b.signature)
        expect(measure).toBe(signatureMeasure(b.signature, a.signature))
        expect(textMeasure(one, other, kind)).toBe(textMeasure(other, one, kind))
        expect(Math.abs(measure - textMeasure(one, other, kind))).toBeLessThan(0.25)
      }),
      { numRuns: 50 },
    )
  })

  it('survives small edits and is found again by a band', () => {
    fc.assert(
      fc.property(chinese(200, 400), fc.nat(199), character, (text, at, put) => {
        const edited = text.slice(0, at) + put + text.slice(at + 1)
        const [a, b] = [textPrint(text, kind)!, textPrint(edited, kind)!]
        expect(textMeasure(text, edited, kind)).toBeGreaterThan(textSchemes[kind].threshold)
        expect(signatureMeasure(a.signature, b.signature)).toBeGreaterThan(
          textSchemes[kind].threshold,
        )
        expect(a.bands.some((band, index) => band === b.bands[index])).toBe(true)
      }),
      { numRuns: 50 },
    )
  })

  it('stays far below the threshold for unrelated texts', () => {
    fc.assert(
      fc.property(chinese(100, 300), chinese(100, 300), (one, other) => {
        const [a, b] = [textPrint(one, kind)!, textPrint(other, kind)!]
        expect(signatureMeasure(a.signature, b.signature)).toBeLessThan(0.3)
        expect(textMeasure(one, other, kind)).toBeLessThan(0.3)
      }),
      { numRuns: 50 },
    )
  })

  it('fits PostgreSQL’s integers', () => {
    const { signature, bands } = textPrint('弘扬劳模精神，'.repeat(20), kind)!
    expect(signature).toHaveLength(128)
    expect([...signature, ...bands].every((value) => value === (value | 0))).toBe(true)
  })
})

describe('what is compared', () => {
  it('leaves out texts that are too short to say anything', () => {
    expect(textPrint('光', 'title')).toBeNull()
    expect(textPrint('光！！！', 'title')).toBeNull()
    expect(textPrint('很短的一段话。', 'text')).toBeNull()
    expect(textPrint('', 'text')).toBeNull()
    expect(gramsOf('匠心', 'text')).toEqual(new Set(['匠心']))
  })

  it('is the work’s own text, or its summary when it has none', () => {
    const entry = { title: '题', summary: '简介', body: '正文', practice: '做法', results: '成效' }
    expect(textsToCompare('commentaries', entry)).toEqual({ title: '题', text: '正文' })
    expect(textsToCompare('cases', entry)).toEqual({ title: '题', text: '做法\n成效' })
    expect(textsToCompare('photos', entry)).toEqual({ title: '题', text: '简介' })
    expect(textsToCompare('recitations', { title: 1 })).toEqual({ title: '', text: '' })
  })
})

describe('a likeness in words', () => {
  const other = { zh: '《匠心》', en: '“匠心”' }
  it.each([
    ['picture', 0.9625, '与《匠心》画面 96% 相似'],
    ['picture', 0.999, '与《匠心》画面 99% 相似'],
    ['text', 1, '与《匠心》正文 100% 相似'],
    ['title', 1, '与《匠心》标题相同'],
    ['film', 0.5, '与《匠心》视频画面 50% 相似'],
  ] as const)('%s %f', (what, measure, zh) => {
    expect(likenessWords(what, measure, other).zh).toBe(zh)
  })
})
