import { encode } from 'blurhash'
import sharp, { type Sharp } from 'sharp'
import type { Made, MediaInput } from '../domain/media/made.ts'
import { printOf, printSide } from '../domain/media/print.ts'
import { openPicture } from './decode-picture.ts'
import { picturesOwnFacts } from './picture-facts.ts'

/**
 * What a page shows while a picture loads (a blurred one in thirty characters, its colour), how it is
 * recognised, and how it was taken. Its public copies are made while it is stored.
 */
export async function makePicture({ path, mimeType }: MediaInput): Promise<Made> {
  const picture = await openPicture({ path, mimeType })
  // One decoding: all that follows is made of this small one.
  const small = await upright(picture)
    .resize(256, 256, { fit: 'inside', withoutEnlargement: true })
    .png()
    .toBuffer()
  const { width = 0, height = 0, orientation = 1 } = await picture.metadata()
  const lies = orientation >= 5
  const again = () => sharp(small)
  const hash = printOf(await greyOf(again()))
  return {
    ...{ durationSeconds: null, width: lies ? height : width, height: lies ? width : height },
    facts: {
      ...(await picturesOwnFacts(path)),
      blurhash: await blurhashOf(again()),
      colour: await colourOf(again()),
    },
    files: [],
    prints: hash === null ? [] : [{ frame: 0, hash }],
  }
}

const upright = (picture: Sharp): Sharp =>
  picture.clone().rotate().flatten({ background: '#fff' }).toColourspace('srgb')

async function greyOf(picture: Sharp): Promise<Uint8Array> {
  const size = { fit: 'fill', kernel: 'cubic' } as const
  return picture.resize(printSide, printSide, size).greyscale().raw().toBuffer()
}

async function blurhashOf(picture: Sharp): Promise<string> {
  const { data, info } = await picture
    .resize(32, 32, { fit: 'inside' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const across = info.width >= info.height
  const pixels = new Uint8ClampedArray(data)
  return encode(pixels, info.width, info.height, across ? 4 : 3, across ? 3 : 4)
}

/** `#rrggbb` */
async function colourOf(picture: Sharp): Promise<string> {
  const { dominant } = await picture.stats()
  const { r, g, b } = dominant
  return `#${[r, g, b].map((value) => value.toString(16).padStart(2, '0')).join('')}`
}
