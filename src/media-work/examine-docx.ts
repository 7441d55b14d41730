import type { Readable } from 'node:stream'
import { promisify } from 'node:util'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { mediaBounds } from '../domain/media/bounds.ts'
import { activePart, contentTypesPart, isPlainWord, outsideRelation } from '../domain/media/docx.ts'
import type { Examined } from '../domain/media/made.ts'
import { orRefuse, refuse } from './refuse.ts'

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const { docxBytes, docxEntries, docxRatio } = mediaBounds
/** Parts that are read; those of real documents have a few kilobytes. */
const readAtMost = 4 * 2 ** 20
/** Small parts of repeated text pack very well; only large ones are a danger. */
const ratioFrom = 2 ** 20

const openZip = promisify<string, yauzl.Options, ZipFile>(yauzl.open)

/** Whether a Word document unpacks within bounds and holds nothing that does something by itself. */
export async function examineDocx(path: string): Promise<Examined> {
  const texts = await orRefuse('docx-damaged', () => unpack(path))
  const active = activePart([...texts.keys()])
  if (active) return refuse('docx-active', { is: active })
  if (!texts.has(contentTypesPart)) return refuse('docx-damaged')
  if (!isPlainWord(texts.get(contentTypesPart)!)) {
    return refuse('docx-active', { is: contentTypesPart })
  }
  for (const [name, text] of texts) {
    const outside = name.endsWith('.rels') ? outsideRelation(text) : null
    if (outside) return refuse('docx-active', { is: outside })
  }
  const nothing = { durationSeconds: null, width: null, height: null }
  return { mimeType: word, ...nothing, facts: { parts: texts.size } }
}

/** The names of all parts, with the text of those that say what the others are. */
async function unpack(path: string): Promise<Map<string, string>> {
  const zip = await openZip(path, { lazyEntries: true, autoClose: false, strictFileNames: true })
  try {
    if (zip.entryCount > docxEntries) refuse('docx-bomb', { limit: `${docxEntries} 项 / parts` })
    const texts = new Map<string, string>()
    let total = 0
    for await (const entry of entriesOf(zip)) {
      const name = entry.fileName
      // Two parts of one name: each reader would take another one for the real.
      if (texts.has(name)) refuse('docx-damaged')
      const isRead = name === contentTypesPart || name.endsWith('.rels')
      const { bytes, text } = await unpackEntry(zip, entry, docxBytes - total, isRead)
      total += bytes
      texts.set(name, text)
      if (texts.size > docxEntries) refuse('docx-bomb', { limit: `${docxEntries} 项 / parts` })
    }
    return texts
  } finally {
    zip.close()
  }
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const next = await new Promise<Entry | null>((resolve, reject) => {
      const end = () => settle(() => resolve(null))
      const entry = (found: Entry) => settle(() => resolve(found))
      const failed = (error: Error) => settle(() => reject(error))
      const settle = (done: () => void) => {
        zip.off('entry', entry).off('end', end).off('error', failed)
        done()
      }
      zip.on('entry', entry).on('end', end).on('error', failed)
      zip.readEntry()
    })
    if (!next) return
    yield next
  }
}

// Counted as it comes out: what the archive says of its sizes is only what it says.
async function unpackEntry(zip: ZipFile, entry: Entry, left: number, isRead: boolean) {
  if (entry.fileName.endsWith('/')) return { bytes: 0, text: '' }
  const stream = await new Promise<Readable>((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)))
  })
  let bytes = 0
  const parts: Buffer[] = []
  for await (const chunk of stream) {
    bytes += (chunk as Buffer).length
    const tooDense = bytes > ratioFrom && bytes > entry.compressedSize * docxRatio
    if (bytes > left || tooDense || (isRead && bytes > readAtMost)) {
      refuse('docx-bomb', { limit: `${docxBytes / 2 ** 20} MB` })
    }
    if (isRead) parts.push(chunk as Buffer)
  }
  return { bytes, text: textOf(Buffer.concat(parts)) }
}

function textOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return bytes
      .subarray(0, bytes.length & ~1)
      .swap16()
      .toString('utf16le')
  }
  return bytes.toString('utf8')
}
