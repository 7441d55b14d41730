import { Worker } from 'node:worker_threads'
import exifr from 'exifr'
import sharp from 'sharp'
import { largestPicturePixels } from '../../domain/media-types.ts'

type Decoded = { width: number; height: number; data: ArrayBuffer }

// Decoding HEVC takes seconds of CPU in WebAssembly: on a thread of its own, with bounded memory.
const decode = `
  const { parentPort, workerData } = require('node:worker_threads')
  const decodeHeic = require('heic-decode')
  decodeHeic.all({ buffer: workerData.bytes }).then(async (pictures) => {
    const [first] = pictures
    if (!first || first.width * first.height > workerData.mostPixels) throw new Error('Input image exceeds pixel limit')
    const { width, height, data } = await first.decode()
    const copy = new Uint8Array(data).buffer
    parentPort.postMessage({ width, height, data: copy }, [copy])
  }).catch((error) => parentPort.postMessage({ error: String(error && error.message || error) }))
`

const longest = 60_000

/**
 * Turns a phone's HEIC picture into an upright JPEG. Of its metadata only when and with which camera it
 * was taken stay: the reviewers ask for them.
 *
 * @throws when it cannot be decoded, has too many pixels, or takes longer than a minute
 */
export async function heicToJpeg(bytes: Buffer): Promise<Buffer> {
  const { width, height, data } = await decodeApart(bytes)
  return sharp(Buffer.from(data), { raw: { width, height, channels: 4 } })
    .flatten({ background: '#fff' })
    .withExif(await takenWith(bytes))
    .jpeg({ quality: 92 })
    .toBuffer()
}

const camera = ['Make', 'Model']
const moment = ['DateTimeOriginal', 'OffsetTimeOriginal']

async function takenWith(bytes: Buffer): Promise<Record<string, Record<string, string>>> {
  const options = { pick: [...camera, ...moment], reviveValues: false, translateValues: false }
  // Broken metadata is none.
  const found: Record<string, unknown> = (await exifr.parse(bytes, options).catch(() => null)) ?? {}
  const texts = (names: string[]) =>
    Object.fromEntries(
      names.flatMap((name) => {
        const value = found[name]
        const isText = typeof value === 'string' && /^[\x20-\x7e]{1,80}$/.test(value)
        return isText ? [[name, value] as const] : []
      }),
    )
  return { IFD0: texts(camera), IFD2: texts(moment) }
}

async function decodeApart(bytes: Buffer): Promise<Decoded> {
  const worker = new Worker(decode, {
    eval: true,
    workerData: { bytes: new Uint8Array(bytes), mostPixels: largestPicturePixels },
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  })
  let timer: NodeJS.Timeout | undefined
  try {
    return await new Promise<Decoded>((resolve, reject) => {
      timer = setTimeout(() => reject(new Error('Decoding took too long')), longest)
      worker.once('error', reject)
      worker.once('message', (message: Decoded | { error: string }) =>
        'error' in message ? reject(new Error(message.error)) : resolve(message),
      )
    })
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}
