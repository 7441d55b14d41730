import { mkdtempSync, readdirSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { expect, inject } from 'vitest'
import type { Answer, TestCampaign } from './campaign.ts'

/** Files that tests send: real ones in small, broken ones, and ones that pretend. All made here. */

type Flat = { width?: number; height?: number; background?: string }

const flat = ({ width = 320, height = 240, background = '#c2410c' }: Flat = {}) =>
  sharp({ create: { width, height, channels: 3, background } })

/**
 * A phone's picture: 3,000 × 2,000 as stored, to be shown a quarter turned, with the place where it
 * was taken (32°3′ N 118°46′ E), a camera, an owner, XMP. Its left half is red, its right half blue.
 */
export async function phoneJpeg(): Promise<Buffer> {
  const right = await flat({ width: 1500, height: 2000, background: '#1d4ed8' }).png().toBuffer()
  return flat({ width: 3000, height: 2000, background: '#dc2626' })
    .composite([{ input: right, left: 1500, top: 0 }])
    .withExif({
      IFD0: { Make: 'Beispiel', Model: 'Phone 1', Artist: 'somebody-invented', Copyright: 'none' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '32/1 3/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '118/1 46/1 0/1',
      },
    })
    .withXmp(
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="xmp-somebody"/></rdf:RDF></x:xmpmeta>',
    )
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 95 })
    .toBuffer()
}

export const jpeg = (size?: Flat) => flat(size).jpeg().toBuffer()
export const png = (size?: Flat) => flat(size).png().toBuffer()
export const webp = (size?: Flat) => flat(size).webp().toBuffer()
export const gif = () => flat().gif().toBuffer()
export const tiff = () => flat().tiff().toBuffer()
export const avif = () => flat({ width: 64, height: 64 }).avif({ effort: 0 }).toBuffer()
export const cmykJpeg = () => flat().toColourspace('cmyk').jpeg().toBuffer()

export async function truncatedJpeg(): Promise<Buffer> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 }
  const create = { width: 400, height: 300, channels: 3 as const, background: '#888', noise }
  const whole = await sharp({ create }).jpeg().toBuffer()
  return whole.subarray(0, Math.floor(whole.length * 0.6))
}

export async function animatedWebp(): Promise<Buffer> {
  const frames = await Promise.all(['#dc2626', '#1d4ed8'].map((background) => png({ background })))
  return sharp(frames, { join: { animated: true } })
    .webp()
    .toBuffer()
}

/** A PNG that says it is 20,000 × 20,000 and really is: 50 MB of zeros in some 50 KB. */
export function pictureBomb(side = 20_000): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([1, 0, 0, 0, 0], 8)
  const rows = deflateSync(Buffer.alloc(side * (1 + Math.ceil(side / 8))))
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const nothing = Buffer.alloc(0)
  const chunks = [chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', nothing)]
  return Buffer.concat([signature, ...chunks])
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), body])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(body.length, 0)
  frame.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)])
}

function crc32(bytes: Buffer): number {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}

/** The head of an MP4 and some bytes behind it: what tells its type, nothing that plays. */
export function mp4(size = 4_096): Buffer {
  const ftyp = Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from('ftypisom\0\0\u0002\0isommp42'),
  ])
  return Buffer.concat([
    ftyp,
    Buffer.from([0, 0, (size + 8) >> 8, (size + 8) & 255]),
    Buffer.from('mdat'),
    counting(size),
  ])
}

/** Sixteen silent frames of MPEG-1 layer III, 128 kbit/s at 44.1 kHz: 417 bytes each. */
export function mp3(): Buffer {
  const frame = Buffer.alloc(417)
  frame.set([0xff, 0xfb, 0x90, 0x64])
  return Buffer.concat(Array.from({ length: 16 }, () => frame))
}

export const pdf = () =>
  Buffer.from(
    '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\nxref\n0 1\n0000000000 65535 f \ntrailer<</Root 1 0 R>>\nstartxref\n45\n%%EOF\n',
  )

/** The least that is told to be a Word document: a ZIP of two stored files. */
export function docx(): Buffer {
  const types =
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
  return zip({ '[Content_Types].xml': types, 'word/document.xml': '<w:document/>' })
}

export function zip(files: Record<string, string> = { 'a.txt': 'a' }): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(files)) {
    const body = Buffer.from(text)
    const fixed = Buffer.alloc(26)
    fixed.writeUInt16LE(20, 0)
    fixed.writeUInt32LE(crc32(body), 10)
    fixed.writeUInt32LE(body.length, 14)
    fixed.writeUInt32LE(body.length, 18)
    fixed.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fixed, Buffer.from(name), body])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    directory.push(
      Buffer.concat([
        Buffer.from('PK\u0001\u0002'),
        Buffer.from([20, 0]),
        fixed,
        place,
        Buffer.from(name),
      ]),
    )
    parts.push(local)
    offset += local.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(list.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, list, Buffer.from('PK\u0005\u0006'), end])
}

/** A Windows program's first bytes. */
export const program = () => Buffer.concat([Buffer.from('MZ'), counting(510)])

/**
 * A HEIC of 64 × 48, left half dark, right half light, in 346 bytes: one HEVC picture that x265 made
 * (preset ultrafast, qp 30), put into the boxes of ISO/IEC 23008-12 by hand.
 */
export const heic = () =>
  Buffer.from(
    'AAAAGGZ0eXBoZWljAAAAAG1pZjFoZWljAAABJW1ldGEAAAAAAAAAIWhkbHIAAAAAAAAAAHBpY3QAAAAAAAAAAAAAAAAAAAAADnBpdG0AAAAAAAEAAAAeaWxvYwAAAABEAAABAAEAAAABAAABRQAAABUAAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABodmMxAAAAAKlpcHJwAAAAjGlwY28AAABwaHZjQwEECAAAAJ+oAAAAAB7wAPz9+PgAAA8DoAABABdAAQwB//8ECAAAAwCfqAAAAwAAHroCQKEAAQAlQgEBBAgAAAMAn6gAAAMAAB6gIIMWW6SkwuaAgAAAAwCAAAAMhKIAAQAGRAHAcYESAAAAFGlzcGUAAAAAAAAAQAAAADAAAAAVaXBtYQAAAAAAAAABAAECgQIAAAAdbWRhdAAAABEoAa1gBTv/UN1Kh2MgKNpx+A==',
    'base64',
  )

function counting(size: number): Buffer {
  return Buffer.from(Array.from({ length: size }, (_, index) => index % 251))
}

export type Sent = { name?: string; type?: string; data?: unknown; query?: string }

/** Sends a file as the admin does: multipart, with the fields as JSON in `_payload`. */
export async function send(
  { call }: TestCampaign,
  as: string | undefined,
  bytes: Buffer,
  { name = 'picture.jpg', type = 'image/jpeg', data, query = '?depth=0' }: Sent = {},
): Promise<Answer> {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(bytes)], name, { type }))
  if (data !== undefined) form.set('_payload', JSON.stringify(data))
  return call('POST', `/media${query}`, { as, raw: form })
}

export type Stored = {
  id: number
  filename: string
  mimeType: string
  width: number
  height: number
  sizes: Record<'wide' | 'card' | 'thumb', { filename: string; width: number; height: number }>
}

/** Sends a file that must be taken. */
export async function upload(
  campaign: TestCampaign,
  as: string,
  bytes: Buffer,
  sent?: Sent,
): Promise<Stored> {
  const { status, body } = await send(campaign, as, bytes, sent)
  expect(status, JSON.stringify(body)).toBe(201)
  return body.doc
}

/** A file as it is fetched, bytes and all. */
export async function fetchFile(
  { config, people }: TestCampaign,
  filename: string,
  { as, headers = {} }: { as?: string; headers?: Record<string, string> } = {},
): Promise<{ status: number; headers: Headers; bytes: Buffer }> {
  const { handleEndpoints } = await import('payload')
  const request = new Request(`${process.env.PUBLIC_URL}/api/media/file/${filename}`, {
    headers: { ...headers, ...(as ? { authorization: `JWT ${people[as]!.token}` } : {}) },
  })
  const response = await handleEndpoints({ config, request })
  const bytes = Buffer.from(await response.arrayBuffer())
  return { status: response.status, headers: response.headers, bytes }
}

/** A folder for uploads under way that no other test file shares. Call before `testCampaign()`. */
export function ownTempFolder(): void {
  process.env.TMPDIR = mkdtempSync(path.join(inject('workFolder'), 'tmp-'))
}

/** What lies in the folders of files and of uploads under way. */
export function onDisk(): { media: string[]; underWay: string[] } {
  const names = (folder: string) => {
    try {
      return readdirSync(folder).sort()
    } catch {
      return []
    }
  }
  return {
    media: names(process.env.MEDIA_DIR!),
    underWay: names(path.join(os.tmpdir(), 'campaign-uploads')),
  }
}
