import { readFile } from 'node:fs/promises'
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFStream, type PDFObject } from 'pdf-lib'
import { mediaBounds } from '../domain/media/bounds.ts'
import type { Examined } from '../domain/media/made.ts'
import { orRefuse, refuse } from './refuse.ts'

/** Names under which a PDF does something by itself or carries something along. */
const active = new Set([
  ...['/JavaScript', '/JS', '/Launch', '/EmbeddedFiles', '/EmbeddedFile', '/RichMedia', '/XFA'],
  ...['/ImportData', '/SubmitForm', '/GoToE', '/Movie', '/Sound', '/3D'],
])

/** Whether a PDF is whole, no longer than it may be, and nothing but pages to read. */
export async function examinePdf(path: string): Promise<Examined> {
  const bytes = await readFile(path)
  checkEnds(bytes)
  const document = await orRefuse('pdf-damaged', () => open(bytes))
  for (const [, object] of document.context.enumerateIndirectObjects()) checkObject(object)
  const pages = await orRefuse('pdf-damaged', () => document.getPageCount())
  if (pages < 1) return refuse('pdf-damaged')
  if (pages > mediaBounds.pdfPages) {
    return refuse('pdf-pages', { is: pages, limit: mediaBounds.pdfPages })
  }
  const nothing = { durationSeconds: null, width: null, height: null }
  return { mimeType: 'application/pdf', ...nothing, facts: { pages } }
}

async function open(bytes: Buffer): Promise<PDFDocument> {
  try {
    return await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true })
  } catch (error) {
    // The library's own class of error is lost in how it is compiled.
    if (/is encrypted/.test(String(error))) return refuse('pdf-encrypted')
    throw error
  }
}

// A reader looks for both within a kilobyte; what stands before or behind belongs to something else.
function checkEnds(bytes: Buffer): void {
  if (bytes.toString('latin1', 0, 5) !== '%PDF-') refuse('pdf-damaged')
  const end = bytes.lastIndexOf('%%EOF')
  if (end < 0) refuse('pdf-damaged')
  if (bytes.length - end > 1_024)
    refuse('foreign-data', { is: '%%EOF 之后的数据 / data after its end' })
}

function checkObject(root: PDFObject): void {
  const waiting = [root]
  // References are not followed: each object that they mean comes by itself.
  for (let object = waiting.pop(); object; object = waiting.pop()) {
    if (object instanceof PDFName) {
      if (active.has(object.asString())) refuse('pdf-active', { is: object.asString() })
    } else if (object instanceof PDFArray) waiting.push(...object.asArray())
    else if (object instanceof PDFStream) waiting.push(object.dict)
    else if (object instanceof PDFDict) {
      for (const [name, value] of object.entries()) waiting.push(name, value)
    }
  }
}
