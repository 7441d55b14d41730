import { faceOf, typefaces, type Hand } from './fonts.ts'
import { breakLines } from './lines.ts'

type Look = { hand: Hand; size: number; spacing: number }
type Place = Look & {
  x: number
  y: number
  width: number
  align: 'left' | 'center'
  color: string
}

/** Writes lines on a page, each character in the first typeface of its hand that has it. */
export type Pen = {
  width: (text: string, look: Look) => number
  lines: (text: string, look: Look & { width: number }) => string[]
  /** @throws Error for a character that no typeface has */
  line: (text: string, place: Place) => void
}

type Run = { text: string; face: number }

export function pen(doc: PDFKit.PDFDocument): Pen {
  const used = new Set<string>()
  const widths = new Map<string, number>()

  function take(hand: Hand, face: number, size: number): void {
    const name = `${hand}${face}`
    if (!used.has(name)) {
      // An open typeface is taken as it is: reading its tables anew would be most of the work of a page.
      doc.registerFont(name, typefaces()[hand][face]! as never)
      used.add(name)
    }
    doc.font(name).fontSize(size)
  }

  // In thousandths of the size, by the tables of the typeface: nothing is laid out to measure it.
  function advance(hand: Hand, character: string): number {
    const key = hand + character
    const known = widths.get(key)
    if (known !== undefined) return known
    const code = character.codePointAt(0)!
    const font = typefaces()[hand][Math.max(0, faceOf(hand, code))]!
    const wide = font.glyphForCodePoint(code).advanceWidth / font.unitsPerEm
    widths.set(key, wide)
    return wide
  }

  const width: Pen['width'] = (text, { hand, size, spacing }) =>
    [...text].reduce((sum, one) => sum + advance(hand, one) * size + spacing, 0)

  return {
    width,
    lines: (text, { width: most, ...look }) => breakLines(text, most, (part) => width(part, look)),
    line(text, { x, y, width: most, align, hand, size, spacing, color }) {
      const plain = text.normalize('NFC')
      const wide = width(plain, { hand, size, spacing }) - spacing
      let at = align === 'center' ? x + (most - wide) / 2 : x
      doc.fillColor(color)
      for (const { text: run, face } of runs(plain, hand)) {
        take(hand, face, size)
        doc.text(run, at, y, {
          ...{ lineBreak: false, characterSpacing: spacing, features: [] as never },
        })
        at += width(run, { hand, size, spacing })
      }
    },
  }
}

function runs(text: string, hand: Hand): Run[] {
  const found: Run[] = []
  for (const one of text) {
    const isUnseen = /^[\p{Variation_Selector}\u200B-\u200D\u2060\uFEFF]$/u.test(one)
    if (isUnseen) continue
    const face = faceOf(hand, one.codePointAt(0)!)
    if (face < 0) throw new Error(`No typeface has ${one} (U+${one.codePointAt(0)!.toString(16)})`)
    const last = found.at(-1)
    if (last?.face === face) last.text += one
    else found.push({ text: one, face })
  }
  return found
}
