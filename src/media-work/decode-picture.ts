import { createRequire } from 'node:module'
import { readFile } from 'node:fs/promises'
import sharp, { type Sharp } from 'sharp'
import { mediaBounds } from '../domain/media/bounds.ts'
import { largestPicturePixels } from '../domain/media-types.ts'
import { orRefuse, refuse } from './refuse.ts'

type HeicPicture = {
  width: number
  height: number
  decode: () => Promise<{ data: Uint8ClampedArray }>
}
type HeicDecode = {
  all: (given: { buffer: Uint8Array }) => Promise<HeicPicture[] & { dispose?: () => void }>
}

const heicDecode = createRequire(import.meta.url)('heic-decode') as HeicDecode

const isHeic = (mimeType: string): boolean => mimeType === 'image/heic' || mimeType === 'image/heif'

/**
 * A picture ready to be worked on, not yet turned upright. Everything is checked: bounds before a
 * pixel is decoded, then every pixel.
 */
export async function openPicture(given: { path: string; mimeType: string }): Promise<Sharp> {
  if (isHeic(given.mimeType)) return openHeic(given.path)
  const picture = sharp(given.path, { limitInputPixels: false, failOn: 'truncated' })
  const {
    width = 0,
    height = 0,
    pages = 1,
  } = await orRefuse('picture-damaged', () => picture.metadata())
  checkPicture({ width, height, pages })
  // A truncated or damaged picture shows only at the end.
  await orRefuse('picture-damaged', () =>
    picture.clone().resize(64, 64, { fit: 'inside' }).raw().toBuffer(),
  )
  return picture
}

async function openHeic(path: string): Promise<Sharp> {
  const buffer = await readFile(path)
  return orRefuse('picture-damaged', async () => {
    const [first] = await heicDecode.all({ buffer: new Uint8Array(buffer) })
    if (!first) return refuse('picture-damaged')
    const { width, height } = first
    checkPicture({ width, height, pages: 1 })
    const { data } = await first.decode()
    // The decoder has turned it upright already.
    return sharp(data, { raw: { width, height, channels: 4 } })
  })
}

function checkPicture(given: { width: number; height: number; pages: number }): void {
  const { width, height, pages } = given
  const least = mediaBounds.shortestSide
  if (pages > 1) refuse('picture-moves')
  if (width * height > largestPicturePixels) {
    refuse('picture-too-large', { limit: largestPicturePixels / 1e6 })
  }
  if (width < least || height < least) {
    refuse('picture-too-small', { is: `${width}×${height}`, limit: least })
  }
}
