/**
 * Pictures that the demo makes itself: drawn scenes of work and life, never a photograph of
 * anybody. Everything is a function of its arguments; nothing comes from the network.
 *
 * - `makePicture`  a scene as a JPEG of any size
 * - `makePoster`   a scene with a Chinese title over it (covers)
 * - `makeScreenshot`, `makeComic`, `makePhoneShow`, `makeQrCode`  what other kinds of entries need
 * - `sceneNames`, `scenesOfTheme`  what there is to draw, and what tells a theme of the campaign
 *
 * How it looks is in art/: scenes/ composes, person.ts and scenery.ts draw, render.ts makes pixels.
 */

import sharp from 'sharp'
import { comicPage } from './art/comic.ts'
import type { Plane } from './art/develop.ts'
import { provideFonts } from './art/fonts.ts'
import { phoneShow } from './art/phone.ts'
import { posterOverlay, type PosterWords } from './art/poster.ts'
import { qrCard } from './art/qr.ts'
import { renderShot } from './art/render.ts'
import { sceneNames, scenes, scenesOfTheme, type SceneName } from './art/scenes/index.ts'
import { articlePage, type ArticlePage } from './art/screenshot.ts'
import { createRandom } from './random.ts'

export { sceneNames, scenesOfTheme, type SceneName }

/** Beyond this long side, in pixels, more detail would only cost time: it is enlarged. */
const DRAWN = 2000

export type PictureOrder = {
  seed: string
  /** One of `sceneNames`; otherwise one that tells `theme`; otherwise any. */
  scene?: string | undefined
  theme?: string | undefined
  width: number
  height: number
  /** JPEG quality, 1–100. */
  quality?: number
}

/**
 * @returns a JPEG; equal orders give equal pictures
 * @throws RangeError when there is no such scene
 */
export const makePicture = async (order: PictureOrder) => develop(order)

/**
 * A cover: `title` up to some 20 characters, `subtitle` one line; upright when taller than wide.
 */
export const makePoster = async (order: PictureOrder & PosterWords) => {
  provideFonts()
  return develop(order, posterOverlay(order))
}

/** The page where a commentary was published, 1080×1920 JPEG. */
export const makeScreenshot = async (page: ArticlePage) => flat(articlePage(page))

/** A four-panel comic, 1200×1600 JPEG. */
export const makeComic = async (order: { seed: string; title: string; lines: readonly string[] }) =>
  flat(comicPage(order))

/** A platform on a phone, 1600×1000 JPEG. */
export const makePhoneShow = async (order: {
  seed: string
  name: string
  tagline: string
  services: readonly string[]
}) => flat(phoneShow(order))

/** A QR code that scans, 800×900 JPEG. */
export const makeQrCode = async (order: { address: string; caption: string }) => flat(qrCard(order))

/** The scene that an order will show. */
export const sceneOf = ({
  seed,
  scene,
  theme,
}: Pick<PictureOrder, 'seed' | 'scene' | 'theme'>): SceneName => {
  if (scene === undefined) return createRandom(`${seed}/scene`).pick(scenesOfTheme(theme ?? ''))
  const known = sceneNames.find((name) => name === scene)
  if (known) return known
  throw new RangeError(`No scene “${scene}”; there are ${sceneNames.join(', ')}`)
}

const develop = async (
  { seed, scene, theme, width, height, quality = 84 }: PictureOrder,
  overlay?: (size: { w: number; h: number }) => string,
) => {
  const scale = Math.min(1, DRAWN / Math.max(width, height))
  const chosen = scenes[sceneOf({ seed, scene, theme })]
  const drawn = await renderShot({
    ...chosen,
    seed,
    width: Math.round(width * scale),
    height: Math.round(height * scale),
    ...(overlay ? { overlay } : {}),
  })
  const image = raw(drawn)
  if (scale < 1) image.resize(width, height, { kernel: 'cubic', fit: 'fill' })
  return image.jpeg({ quality }).toBuffer()
}

const raw = ({ data, width, height }: Plane) => sharp(data, { raw: { width, height, channels: 3 } })

const flat = async (svg: Buffer) => {
  provideFonts()
  return sharp(svg).flatten({ background: '#ffffff' }).jpeg({ quality: 86 }).toBuffer()
}
