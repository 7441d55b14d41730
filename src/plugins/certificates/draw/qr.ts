import { encode } from 'uqr'
import type { Drawing } from './draw.ts'
import type { Pen } from './pen.ts'

const side = 76

type Place = { drawing: Drawing; left: number; bottom: number; color: string; faint: string }

/** The code that leads to the page of this number, and beside it the number in letters. */
export function drawQr(
  doc: PDFKit.PDFDocument,
  write: Pen,
  { drawing, left, bottom, color, faint }: Place,
): void {
  const { data, size } = encode(drawing.address, { ecc: 'M', border: 0 })
  const cell = side / size
  const top = bottom - side
  doc.save().fillColor(color)
  data.forEach((row, y) => {
    // Runs instead of cells: no hairlines between them.
    for (let x = 0; x < size; x += 1) {
      if (!row[x]) continue
      let end = x
      while (end + 1 < size && row[end + 1]) end += 1
      doc.rect(left + x * cell, top + y * cell, (end - x + 1) * cell, cell + 0.02)
      x = end
    }
  })
  doc.fill().restore()
  const x = left + side + 14
  const say = (text: string, y: number, size: number, ink: string) =>
    write.line(text, {
      ...{ x, y, width: 300, align: 'left', hand: 'plain', size, color: ink, spacing: 0.3 },
    })
  say('证书编号', bottom - 60, 9, faint)
  say(drawing.number, bottom - 46, 12, color)
  say('扫码验证真伪', bottom - 24, 9, faint)
}
