import PDFDocument from 'pdfkit'
import type { CertificateTexts } from '../../../domain/results/certificates.ts'
import type { Orientation } from '../../../domain/results/certificates/template.ts'
import { drawFrame } from './frame.ts'
import { pen, type Pen } from './pen.ts'
import { drawQr } from './qr.ts'

/** All that a certificate shows. */
export type Drawing = {
  texts: CertificateTexts
  orientation: Orientation
  /** `2022-PHO-00017-X`. */
  number: string
  /** Where the number can be verified. */
  address: string
  /** A PNG or JPEG that pdfkit can read, transparent where paper shows. */
  seal: Buffer | null
  /** When the file was made; part of its bytes. */
  madeAt: Date
  /** Written across a page that is no certificate. */
  specimen?: boolean
}

const red = '#a4161a'
const ink = '#2b2118'
const faint = '#8a7350'

const sizes = {
  landscape: { inset: 92, title: 46, titleTop: 84, body: 19, award: 34, foot: 92 },
  portrait: { inset: 78, title: 46, titleTop: 130, body: 18, award: 34, foot: 120 },
} as const

/**
 * The PDF of one certificate, A4. The same drawing gives the same bytes.
 *
 * @throws Error for a character that no typeface has: nothing is left blank
 */
export async function drawCertificate(drawing: Drawing): Promise<Buffer> {
  const { orientation, texts, number, madeAt } = drawing
  const doc = new PDFDocument({
    ...{ size: 'A4', layout: orientation, margin: 0, lang: 'zh-CN', pdfVersion: '1.7' },
    displayTitle: true,
    // No typeface but ours.
    font: null as never,
    info: {
      Title: `${texts.title} ${number}`,
      ...{ CreationDate: madeAt, ModDate: madeAt, Producer: 'pdfkit', Creator: 'certificates' },
    },
  })
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((resolve, reject) => {
    doc.on('end', resolve)
    doc.on('error', reject)
  })
  drawPage(doc, drawing)
  doc.end()
  await ended
  return Buffer.concat(chunks)
}

function drawPage(doc: PDFKit.PDFDocument, drawing: Drawing): void {
  const { width, height } = doc.page
  const { texts, orientation } = drawing
  const size = sizes[orientation]
  drawFrame(doc)
  const write = pen(doc)
  write.line(texts.title, {
    ...{ x: 0, y: size.titleTop, width, align: 'center', hand: 'bold' },
    ...{ size: size.title, color: red, spacing: size.title * 0.35 },
  })
  drawRule(doc, { x: width / 2, y: size.titleTop + size.title * 1.62 })
  const footTop = height - size.foot - 96
  drawBody(write, {
    ...{ text: texts.body, left: size.inset, width: width - 2 * size.inset },
    ...{ top: size.titleTop + size.title * 1.62 + 22, bottom: footTop - 6 },
    ...{ body: size.body, award: size.award },
  })
  drawIssuer(doc, write, drawing, { right: width - size.inset, top: footTop })
  drawQr(doc, write, {
    drawing,
    left: size.inset,
    bottom: height - size.foot + 14,
    color: ink,
    faint,
  })
  if (drawing.specimen) drawSpecimen(doc, write)
}

// Two short lines and a lozenge under the title.
function drawRule(doc: PDFKit.PDFDocument, { x, y }: { x: number; y: number }): void {
  doc.save().lineWidth(0.8).strokeColor('#c9a557').fillColor('#c9a557')
  doc
    .moveTo(x - 96, y)
    .lineTo(x - 10, y)
    .moveTo(x + 10, y)
    .lineTo(x + 96, y)
    .stroke()
  doc
    .moveTo(x, y - 4)
    .lineTo(x + 5, y)
    .lineTo(x, y + 4)
    .lineTo(x - 5, y)
    .closePath()
    .fill()
  doc.restore()
}

type Body = {
  text: string
  left: number
  width: number
  top: number
  bottom: number
  body: number
  award: number
}

/** As large as it fits: long titles make the body smaller, and nothing runs over the foot. */
function drawBody(write: Pen, { text, left, width, top, bottom, body, award }: Body): void {
  const given = text.split('\n')
  const room = bottom - top
  for (let scale = 1; ; scale -= 0.05) {
    const laid = given.flatMap((line) => {
      const isAward = line.startsWith('# ')
      const size = (isAward ? award : body) * scale
      const hand = isAward ? ('bold' as const) : ('plain' as const)
      const spacing = isAward ? size * 0.18 : size * 0.03
      const plain = isAward ? line.slice(2).trim() : line
      const lines = write.lines(plain, { width, hand, size, spacing })
      return lines.map((one) => ({ text: one, isAward, size, hand, spacing, high: size * 1.75 }))
    })
    const high = laid.reduce((sum, one) => sum + one.high, 0)
    if (high > room && scale > 0.35) continue
    // What is left over is shared between above and below.
    let y = top + Math.max(0, Math.min((room - high) / 2, 40))
    for (const { text: one, isAward, size, hand, spacing, high: step } of laid) {
      write.line(one, {
        ...{ x: left, y: y + (step - size) / 2 - size * 0.12, width, hand, size, spacing },
        ...{ align: isAward ? 'center' : 'left', color: isAward ? red : ink },
      })
      y += step
    }
    return
  }
}

function drawIssuer(
  doc: PDFKit.PDFDocument,
  write: Pen,
  { texts, seal }: Drawing,
  { right, top }: { right: number; top: number },
): void {
  const lines = [...texts.issuers.split('\n'), texts.date].filter((line) => line.trim() !== '')
  const widest = Math.max(
    120,
    ...lines.map((line) => write.width(line, { hand: 'plain', size: 15, spacing: 0.6 })),
  )
  const middle = right - widest / 2
  const step = 25
  const first = top + Math.max(0, (96 - lines.length * step) / 2)
  // Under the text, as a seal is pressed over it: both are read.
  if (seal) {
    const side = 104
    const at = first + (lines.length * step) / 2
    doc.image(seal, middle - side / 2, at - side / 2, {
      fit: [side, side],
      align: 'center',
      valign: 'center',
    })
  }
  lines.forEach((line, index) =>
    write.line(line, {
      ...{ x: middle - 200, y: first + index * step, width: 400, align: 'center', hand: 'plain' },
      ...{ size: 15, color: ink, spacing: 0.6 },
    }),
  )
}

function drawSpecimen(doc: PDFKit.PDFDocument, write: Pen): void {
  const { width, height } = doc.page
  doc
    .save()
    .fillOpacity(0.1)
    .rotate(-24, { origin: [width / 2, height / 2] })
  const size = Math.min(76, width / 10)
  write.line('样张 SPECIMEN', {
    ...{ x: 0, y: (height - size) / 2, width, align: 'center', hand: 'bold', size },
    ...{ color: red, spacing: 6 },
  })
  doc.restore()
}
