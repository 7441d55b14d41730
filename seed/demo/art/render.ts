/** From a scene to pixels: the sharp layer over the soft one, light on top, vignette and grain. */

import sharp from 'sharp'
import { createRandom } from '../random.ts'
import { develop, type Plane } from './develop.ts'
import { pickLight, type Light } from './light.ts'
import type { Scene } from './stage.ts'
import { createPencil, svgFile } from './svg.ts'

/** The soft layers are drawn at this fraction of the size. */
const SOFT = 1 / 4

export type Shot = {
  scene: Scene
  lights: readonly Light['name'][]
  seed: string
  width: number
  height: number
  /** Strength of the film grain in grey levels; 0 for none. */
  grain?: number
  /** Seconds into a clip. */
  time?: number
  /** How far the camera has moved in since the start: 0 is not at all, 0.1 a tenth. */
  push?: number
  /**
   * SVG in picture units that is drawn over the scene as it is (titles), given the size in units.
   */
  overlay?: (size: { w: number; h: number }) => string
}

/** Keeps what stays the same between the frames of a clip: its titles. */
export type Darkroom = Map<string, Promise<Plane>>

/** @returns RGB pixels, `width`×`height`; equal arguments give equal bytes. */
export const renderShot = async (shot: Shot, darkroom: Darkroom = new Map()): Promise<Plane> => {
  const { seed, width, height, grain = 6, time = 0, push = 0 } = shot
  const random = createRandom(seed)
  const camera = random.fork('camera')
  const light = pickLight(random.fork('light'), shot.lights)
  const unit = 1000 / Math.min(width, height)
  const [w, h] = [width * unit, height * unit]
  const pencil = createPencil('g')
  const { back, front, shine } = shot.scene({ w, h, random, light, pencil, time })

  const mirrored = camera.chance(0.5)
  const turn = (body: string) =>
    pencil.defs(body) +
    (mirrored ? `<g transform="translate(${w} 0) scale(-1 1)">${body}</g>` : body)
  const zoom = camera.between(1, 1.14)
  const frame = (depth: number) => {
    const scale = zoom * (1 + push * depth)
    const [vw, vh] = [w / scale, h / scale]
    return [(w - vw) * (mirrored ? 0.58 : 0.42), (h - vh) * 0.72, vw, vh] as const
  }
  const softly = (body: string, depth: number) => {
    const file = svgFile({
      width: Math.round(width * SOFT),
      height: Math.round(height * SOFT),
      view: frame(depth),
      body: turn(body),
    })
    return pixels(file, 3)
  }
  const over = shot.overlay?.({ w, h }) ?? ''
  const sharpFile = svgFile({ width, height, view: frame(1), body: turn(front) })
  const [soft, sharpened, shining, titles] = await Promise.all([
    softly(back, 0.35),
    pixels(sharpFile, 4),
    shine
      ? softly(`<rect x="-500" y="-500" width="9000" height="9000" fill="#000"/>${shine}`, 1)
      : undefined,
    over
      ? remember(darkroom, over, () =>
          pixels(svgFile({ width, height, view: [0, 0, w, h], body: over }), 4),
        )
      : undefined,
  ])
  return develop({ soft, sharp: sharpened, shine: shining, over: titles, grain, seed })
}

const pixels = async (file: Buffer, channels: 3 | 4): Promise<Plane> => {
  const image = sharp(file)
  const { data, info } = await (channels === 3 ? image.removeAlpha() : image.ensureAlpha())
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

const remember = (darkroom: Darkroom, key: string, make: () => Promise<Plane>) => {
  const known = darkroom.get(key)
  if (known) return known
  const made = make()
  darkroom.set(key, made)
  return made
}
