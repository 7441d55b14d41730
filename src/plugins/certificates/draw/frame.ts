const gold = '#c9a557'
const pale = '#e9d9b0'
const red = '#a4161a'

/** Paper, a frame of three lines and an ornament in each corner. */
export function drawFrame(doc: PDFKit.PDFDocument): void {
  const { width, height } = doc.page
  doc.save()
  doc.rect(0, 0, width, height).fill('#fffdf7')
  drawRays(doc)
  const frame = (inset: number, line: number, color: string) =>
    doc
      .lineWidth(line)
      .strokeColor(color)
      .rect(inset, inset, width - 2 * inset, height - 2 * inset)
      .stroke()
  frame(24, 5, red)
  frame(31, 1.4, gold)
  frame(40, 0.6, gold)
  const corners = [
    [40, 40, 1, 1],
    [width - 40, 40, -1, 1],
    [40, height - 40, 1, -1],
    [width - 40, height - 40, -1, -1],
  ] as const
  for (const [x, y, across, down] of corners) {
    doc.save().translate(x, y).scale(across, down)
    drawCorner(doc)
    doc.restore()
  }
  doc.restore()
}

// Faint waves behind the text, as on paper that is hard to copy.
function drawRays(doc: PDFKit.PDFDocument): void {
  const { width, height } = doc.page
  doc
    .save()
    .rect(42, 42, width - 84, height - 84)
    .clip()
  doc.lineWidth(0.35).strokeColor(pale).strokeOpacity(0.55)
  const step = 9
  for (let y = 42; y < height; y += step) {
    doc.moveTo(42, y)
    for (let x = 42; x < width; x += 60) {
      doc.bezierCurveTo(x + 20, y - 6, x + 40, y + 6, x + 60, y)
    }
  }
  doc.stroke()
  doc.restore()
}

// A meander (回纹), towards the right and down.
function drawCorner(doc: PDFKit.PDFDocument): void {
  doc.rect(-3, -3, 46, 46).fill('#fffdf7')
  doc.lineWidth(2.2).strokeColor(red).lineJoin('miter')
  doc
    .moveTo(42, 0)
    .lineTo(0, 0)
    .lineTo(0, 42)
    .moveTo(0, 36)
    .lineTo(36, 36)
    .lineTo(36, 0)
    .moveTo(8, 28)
    .lineTo(8, 8)
    .lineTo(28, 8)
    .lineTo(28, 28)
    .lineTo(16, 28)
    .lineTo(16, 16)
    .lineTo(21, 16)
    .stroke()
}
