import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { displaySize, isMirrored, turnOf } from '../../src/domain/media/display.ts'
import { activePart, isPlainWord, outsideRelation } from '../../src/domain/media/docx.ts'
import { foreignIn } from '../../src/domain/media/foreign-data.ts'
import { differingBits } from '../../src/domain/likeness/picture-print.ts'
import { printOf, printSide } from '../../src/domain/media/print.ts'
import { mediaRefusal, mediaRefusalCodes } from '../../src/domain/media/refusals.ts'
import { filmCopies, posterSize } from '../../src/domain/media/renditions.ts'
import { waveformOf } from '../../src/domain/media/waveform.ts'

const sizes = fc.record({
  width: fc.integer({ min: 16, max: 8192 }),
  height: fc.integer({ min: 16, max: 8192 }),
})

describe('the copies of a film', () => {
  it.each([
    [1920, 1080, ['1080p 1920×1080', '720p 1280×720']],
    [1080, 1920, ['1080p 1080×1920', '720p 720×1280']],
    [3840, 2160, ['1080p 1920×1080', '720p 1280×720']],
    [1280, 720, ['720p 1280×720']],
    [1620, 1080, ['1080p 1620×1080', '720p 1080×720']],
    [1440, 1078, ['720p 962×720']],
    [321, 181, ['720p 322×182']],
    [640, 480, ['720p 640×480']],
  ])('of %i × %i are %j', (width, height, expected) => {
    const copies = filmCopies({ width, height })
    expect(copies.map((copy) => `${copy.name} ${copy.width}×${copy.height}`)).toEqual(expected)
  })

  it('have even sides, keep the ratio and are never larger than the film', () => {
    fc.assert(
      fc.property(sizes, (film) => {
        for (const { name, width, height } of filmCopies(film)) {
          expect([width % 2, height % 2]).toEqual([0, 0])
          expect(Math.min(width, height)).toBeLessThanOrEqual(Number.parseInt(name) + 1)
          expect(width).toBeLessThanOrEqual(film.width + 1)
          expect(height).toBeLessThanOrEqual(film.height + 1)
          expect(Math.abs(width - (height * film.width) / film.height)).toBeLessThan(
            1.01 * (1 + film.width / film.height),
          )
        }
      }),
    )
  })

  it('have a poster that fits a card', () => {
    expect(posterSize({ width: 1920, height: 1080 })).toEqual({ width: 1280, height: 720 })
    expect(posterSize({ width: 1080, height: 1920 })).toEqual({ width: 720, height: 1280 })
    expect(posterSize({ width: 320, height: 180 })).toEqual({ width: 320, height: 180 })
  })
})

describe('how a film is shown', () => {
  const one = 65_536
  it.each([
    [[one, 0, 0, 0, one, 0, 0, 0, 1], 0, false],
    [[0, one, 0, -one, 0, 0, 0, 0, 1], 90, false],
    [[-one, 0, 0, 0, -one, 0, 0, 0, 1], 180, false],
    [[0, -one, 0, one, 0, 0, 0, 0, 1], 270, false],
    [[-one, 0, 0, 0, one, 0, 0, 0, 1], 180, true],
    [[0, 0, 0, 0, 0, 0, 0, 0, 0], 0, false],
    [[one, one, 0], 0, false],
    [null, 0, false],
  ])('follows from the matrix %j', (matrix, turn, mirrored) => {
    expect([turnOf(matrix), isMirrored(matrix)]).toEqual([turn, mirrored])
  })

  it('has square pixels and stands upright', () => {
    const stored = { width: 720, height: 576, turn: 0 as const }
    expect(displaySize(stored)).toEqual({ width: 720, height: 576 })
    expect(displaySize({ ...stored, pixelRatio: 16 / 15 })).toEqual({ width: 768, height: 576 })
    expect(displaySize({ ...stored, pixelRatio: 0.5 })).toEqual({ width: 720, height: 1152 })
    expect(displaySize({ ...stored, turn: 90 })).toEqual({ width: 576, height: 720 })
    expect(displaySize({ ...stored, pixelRatio: 1e9 })).toEqual({ width: 720, height: 576 })
  })
})

describe('a print', () => {
  const apart = (one: string | null, other: string | null) =>
    differingBits(BigInt(one!), BigInt(other!))
  const grey = fc.array(fc.integer({ min: 0, max: 255 }), {
    minLength: printSide ** 2,
    maxLength: printSide ** 2,
  })
  const scene = (shift = 0): number[] =>
    Array.from({ length: printSide ** 2 }, (_, index) => {
      const [x, y] = [index % printSide, Math.floor(index / printSide)]
      return 128 + 70 * Math.sin((x + shift) / 5) * Math.cos(y / 7) + 40 * Math.sin((x + y) / 9)
    })

  it('is 64 bits, half of them set, as a signed number', () => {
    fc.assert(
      fc.property(grey, (values) => {
        const print = printOf(values)
        if (print === null) return
        const bits = BigInt.asUintN(64, BigInt(print)).toString(2)
        expect(BigInt.asIntN(64, BigInt(print))).toBe(BigInt(print))
        expect([...bits].filter((bit) => bit === '1').length).toBeLessThanOrEqual(32)
      }),
    )
  })

  it('stays the same when a picture is brightened or loses contrast', () => {
    const print = printOf(scene())
    expect(apart(print, printOf(scene().map((value) => value * 0.7 + 30)))).toBe(0)
    expect(apart(print, printOf(scene().map((value) => Math.round(value))))).toBeLessThan(4)
  })

  it('is far from that of another picture', () => {
    const other = scene().map((value, index) => (index % printSide < 16 ? 255 - value : value))
    expect(apart(printOf(scene()), printOf(other))).toBeGreaterThan(14)
  })

  it('is none for a picture of one colour', () => {
    expect(printOf(Array.from({ length: printSide ** 2 }, () => 17))).toBeNull()
    expect(() => printOf([1, 2, 3])).toThrow('3 values')
  })
})

describe('a waveform', () => {
  it('has its bars between 0 and 100, the loudest at 100', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 2_000 }),
        (peaks) => {
          const bars = waveformOf(peaks)
          expect(bars).toHaveLength(200)
          expect(bars.every((bar) => Number.isInteger(bar) && bar >= 0 && bar <= 100)).toBe(true)
          if (Math.max(0, ...peaks) >= 0.001) expect(Math.max(...bars)).toBe(100)
        },
      ),
    )
  })

  it('of silence is flat', () => expect(new Set(waveformOf([0, 0.0005]))).toEqual(new Set([0])))
  it('of few peaks repeats them', () => expect(waveformOf([0.5, 1], 4)).toEqual([50, 50, 100, 100]))
})

describe('what is hidden in a picture', () => {
  it.each([
    ['PK\x05\x06\0\0\0\0', 'ZIP'],
    ['PK\x03\x04\x14\0\0\0\x08\0', 'ZIP'],
    ['x%PDF-1.7', 'PDF'],
    ['<SCRIPT>', '脚本'],
    ['<!DOCTYPE html', '网页'],
    ['<?php echo', '代码'],
    ['MZ…This program cannot be run in DOS mode', '程序'],
  ])('%j is found', (text, what) => expect(foreignIn(text)?.zh).toContain(what))

  it.each(['<x:xmpmeta xmlns:x="adobe:ns:meta/">', 'PK', '<?xpacket begin=', 'MPF\0', '%PDF'])(
    '%j is no harm',
    (text) => expect(foreignIn(text)).toBeNull(),
  )
})

describe('a Word document', () => {
  const main =
    '<Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
  const relation = (type: string, mode = 'External') =>
    `<Relationship Id="1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="x" TargetMode="${mode}"/>`

  it('is plain without macros and embedded files', () => {
    expect(isPlainWord(main)).toBe(true)
    expect(isPlainWord(main.replace('document.main', 'document.macroEnabled.main'))).toBe(false)
    expect(isPlainWord(`${main}<Default ContentType="x/vba&#80;roject"/>`)).toBe(false)
    expect(activePart(['word/document.xml', 'word/vbaProject.bin'])).toBe('word/vbaProject.bin')
    expect(activePart(['word/embeddings/oleObject1.bin'])).not.toBeNull()
    expect(activePart(['word/document.xml', 'word/media/image1.png'])).toBeNull()
  })

  it('may link to pages but not fetch templates', () => {
    expect(outsideRelation(relation('hyperlink'))).toBeNull()
    expect(outsideRelation(relation('attachedTemplate'))).toBe('attachedTemplate')
    expect(outsideRelation(relation('attachedTemplate', 'Internal'))).toBeNull()
    expect(outsideRelation(relation('oleObject', '&#x45;xternal'))).toBe('oleObject')
  })
})

describe('a refusal', () => {
  it.each(mediaRefusalCodes)('%s has a sentence in both languages', (code) => {
    const { words } = mediaRefusal(code, { is: 'A', limit: 'B' })
    expect(words.zh).toMatch(/\p{Script=Han}/u)
    expect(words.en).toMatch(/[a-z]/)
    expect(words.zh + words.en).not.toContain('undefined')
  })
})
