import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { PDFDocument, PDFName, PDFString } from 'pdf-lib'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import yazl from 'yazl'
import { tasks } from '../../src/media-work/tasks.ts'
import {
  animatedWebp,
  docx,
  gif,
  heic,
  jpeg,
  mp4,
  phoneJpeg,
  pictureBomb,
  png,
  program,
  tiff,
  truncatedJpeg,
  webp,
  zip,
} from '../harness/files.ts'
import { film, sound, turned } from '../harness/films.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'examine-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let count = 0
async function look(bytes: Buffer | Uint8Array, claimed: string | null = null): Promise<any> {
  const file = path.join(folder, `${++count}`)
  writeFileSync(file, bytes)
  const outcome = await tasks.examine({ path: file, claimed })
  rmSync(file)
  return 'found' in outcome ? outcome.found : outcome.refusal.code
}

const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"/>')
const page = Buffer.from('<!doctype html><script>alert(1)</script>')

async function pdf(change: (document: PDFDocument) => unknown = () => {}): Promise<Buffer> {
  const document = await PDFDocument.create()
  document.addPage([200, 200])
  await change(document)
  return Buffer.from(await document.save())
}

function archive(parts: Record<string, Buffer | string>): Promise<Buffer> {
  const file = new yazl.ZipFile()
  for (const [name, bytes] of Object.entries(parts)) file.addBuffer(Buffer.from(bytes), name)
  file.end()
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    file.outputStream.on('data', (chunk: Buffer) => chunks.push(chunk))
    file.outputStream.on('end', () => resolve(Buffer.concat(chunks)))
    file.outputStream.on('error', reject)
  })
}

const wordTypes =
  '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
const word = (more: Record<string, Buffer | string> = {}) =>
  archive({ '[Content_Types].xml': wordTypes, 'word/document.xml': '<w:document/>', ...more })

describe('a file', () => {
  it.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['empty', () => Buffer.alloc(0), 'file-empty'],
    ['an SVG', () => svg, 'file-type'],
    ['a GIF', gif, 'file-type'],
    ['a TIFF', tiff, 'file-type'],
    ['a program', program, 'file-type'],
    ['an archive', () => zip(), 'file-type'],
    ['a web page', () => page, 'file-type'],
    ['a truncated JPEG', truncatedJpeg, 'picture-damaged'],
    ['an animated WebP', animatedWebp, 'picture-moves'],
    ['a picture bomb', () => pictureBomb(), 'picture-too-large'],
    ['a tiny picture', () => png({ width: 15, height: 40 }), 'picture-too-small'],
    [
      'a JPEG with an archive behind it',
      async () => Buffer.concat([await jpeg(), zip()]),
      'foreign-data',
    ],
    ['a PNG with a page behind it', async () => Buffer.concat([await png(), page]), 'foreign-data'],
    [
      'a WebP with a PDF behind it',
      async () => Buffer.concat([await webp(), await pdf()]),
      'foreign-data',
    ],
    ['the head of an MP4', () => mp4(), 'film-damaged'],
    ['an MP4 of sound only', () => sound({ codec: 'aac', format: 'mp4' }), 'film-no-picture'],
  ])('that is %s is refused', async (_, make, code) => expect(await look(await make())).toBe(code))

  it('with a page in the comment of a JPEG is refused', async () => {
    const whole = await jpeg()
    const head = Buffer.from([0xff, 0xfe, 0, page.length + 2])
    const mixed = Buffer.concat([whole.subarray(0, 2), head, page, whole.subarray(2)])
    expect(await look(mixed)).toBe('foreign-data')
  })

  it('is what it claims to be, or refused', async () => {
    expect(await look(await jpeg(), 'video/mp4')).toBe('file-not-what-it-claims')
    expect(await look(await film(), 'image/jpeg')).toBe('file-not-what-it-claims')
    expect(await look(await jpeg(), 'IMAGE/PNG; x=y')).toMatchObject({ mimeType: 'image/jpeg' })
    expect(await look(await jpeg(), 'application/octet-stream')).toMatchObject({ width: 320 })
  })
})

describe('a picture', () => {
  it('says its size as people see it, when and with what it was taken, and no place', async () => {
    const found = await look(await phoneJpeg())
    expect(found).toMatchObject({ mimeType: 'image/jpeg', width: 2000, height: 3000 })
    expect(found.facts).toEqual({ camera: 'Beispiel Phone 1', hasPlace: true })
    expect(JSON.stringify(found)).not.toMatch(/118|32\.05|somebody/)
  })

  it('says when it was taken, with the offset where the camera knows it', async () => {
    const taken = await sharp(await jpeg())
      .withExif({ IFD2: { DateTimeOriginal: '2022:05:01 08:30:00', OffsetTimeOriginal: '+08:00' } })
      .jpeg()
      .toBuffer()
    const { facts } = await look(taken)
    expect(facts).toEqual({ takenAt: '2022-05-01T08:30:00+08:00', hasPlace: false })
  })

  it('may be HEIC', async () => {
    expect(await look(heic())).toMatchObject({ mimeType: 'image/heic', width: 64, height: 48 })
    expect(await look(heic().subarray(0, 300))).toBe('picture-damaged')
  })
})

describe('a film', () => {
  it('says how long and large it is and what it is made of', async () => {
    const found = await look(await film({ seconds: 2 }))
    expect(found).toMatchObject({ mimeType: 'video/mp4', width: 320, height: 180 })
    expect(found.durationSeconds).toBeCloseTo(2, 1)
    expect(found.facts).toMatchObject({ videoCodec: 'h264', audioCodec: 'aac', frameRate: 15 })
  })

  it('of a phone that was held upright is upright', async () => {
    const found = await look(turned(await film(), 90))
    expect(found).toMatchObject({ width: 180, height: 320, facts: { rotation: 90 } })
    expect(await look(turned(await film(), 180))).toMatchObject({ width: 320, height: 180 })
  })

  it('with oblong pixels is as wide as it is shown', async () => {
    expect(await look(await film({ filters: 'setsar=4/3' }))).toMatchObject({ width: 427 })
  })

  it.each([
    { faststart: true },
    { faststart: false },
    { format: 'webm', codec: 'libvpx' } as const,
  ])('%j cut off is refused', async (shot) => {
    const whole = await film({ seconds: 4, ...shot })
    expect(await look(whole)).toMatchObject({ height: 180 })
    for (const share of [0.3, 0.6, 0.7]) {
      const code = await look(whole.subarray(0, Math.floor(whole.length * share)))
      expect(code, `${share}`).toBe('film-damaged')
    }
  })

  it('is as long as its pictures, whatever its head says', async () => {
    const bytes = await film({ sound: false })
    for (const [name, place] of [
      ['mvhd', 16],
      ['tkhd', 20],
      ['mdhd', 16],
    ] as const) {
      bytes.writeUInt32BE(0x7fffffff, bytes.indexOf(name) + 4 + place)
    }
    expect((await look(bytes)).durationSeconds).toBeCloseTo(2, 1)
  })

  it('of more than ten hours is refused', async () => {
    const day = await film({ seconds: 36_060, rate: 0.05, width: 32, height: 32, sound: false })
    expect(await look(day)).toBe('film-too-long')
  })
})

describe('a sound', () => {
  it.each([
    ['audio/mpeg', 'libmp3lame', 'mp3'],
    ['audio/wav', 'pcm_s16le', 'wav'],
    ['audio/ogg', 'libopus', 'ogg'],
    ['audio/x-m4a', 'aac', 'ipod'],
    ['audio/aac', 'aac', 'adts'],
  ])('of %s is measured', async (mimeType, codec, format) => {
    const found = await look(await sound({ codec, format }))
    expect(found).toMatchObject({ mimeType, width: null, facts: { sampleRate: 48000 } })
    expect(found.durationSeconds).toBeCloseTo(2, 1)
  })
})

describe('a PDF', () => {
  it('of pages is taken', async () => {
    expect(await look(await pdf())).toMatchObject({ facts: { pages: 1 } })
  })

  it.each<[string, (document: PDFDocument) => unknown, string]>([
    ['a script', (document) => document.addJavaScript('a', 'app.alert(1)'), 'pdf-active'],
    ['a file inside', (document) => document.attach(Buffer.from('x'), 'x.txt'), 'pdf-active'],
    [
      'an action that starts a program',
      ({ catalog, context }) =>
        catalog.set(PDFName.of('OpenAction'), context.obj({ S: 'Launch', F: PDFString.of('cmd') })),
      'pdf-active',
    ],
    [
      'too many pages',
      (document) => {
        for (let i = 0; i < 500; i++) document.addPage([10, 10])
      },
      'pdf-pages',
    ],
  ])('with %s is refused', async (_, change, code) => {
    expect(await look(await pdf(change))).toBe(code)
  })

  it('that is locked, cut off or followed by something else is refused', async () => {
    const whole = await pdf()
    expect(await look(whole.subarray(0, whole.length - 200))).toBe('pdf-damaged')
    expect(await look(Buffer.concat([whole, Buffer.alloc(2_000, 1)]))).toBe('foreign-data')
    const plain = await (await PDFDocument.load(whole)).save({ useObjectStreams: false })
    const trailer = Buffer.from(plain)
      .toString('latin1')
      .replace('/Root', '/Encrypt << /Filter /Standard >> /Root')
    expect(await look(Buffer.from(trailer, 'latin1'))).toBe('pdf-encrypted')
  })
})

describe('a Word document', () => {
  it('of text is taken', async () => {
    expect(await look(docx())).toMatchObject({ facts: { parts: 2 } })
    expect(await look(await word({ 'word/media/a.png': await png() }))).toMatchObject({})
  })

  const template =
    '<Relationships><Relationship Id="1" Type="http://x/attachedTemplate" Target="http://example.org/x.dotm" TargetMode="External"/></Relationships>'
  it.each<[string, Record<string, Buffer | string>, string]>([
    ['macros', { 'word/vbaProject.bin': 'x' }, 'docx-active'],
    ['a file inside', { 'word/embeddings/Sheet1.xlsx': 'x' }, 'docx-active'],
    ['an outside template', { 'word/_rels/settings.xml.rels': template }, 'docx-active'],
    ['a bomb', { 'word/big.xml': Buffer.alloc(30 * 2 ** 20) }, 'docx-bomb'],
    [
      'too many parts',
      Object.fromEntries(Array.from({ length: 2_001 }, (_, i) => [`word/${i}.xml`, ''])),
      'docx-bomb',
    ],
  ])('with %s is refused', async (_, parts, code) => {
    expect(await look(await word(parts))).toBe(code)
  })

  it('whose archive is broken is refused', async () => {
    const whole = await word({ 'word/media/a.png': await png() })
    expect(['docx-damaged', 'file-type']).toContain(
      await look(whole.subarray(0, whole.length - 30)),
    )
  })
})
