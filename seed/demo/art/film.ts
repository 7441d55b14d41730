/**
 * Scenes that move: cranes run, gears turn, rain falls while the camera goes in. For clips; the
 * sound and the file around the frames are somebody else's.
 */

import type { Plane } from './develop.ts'
import { provideFonts } from './fonts.ts'
import { posterOverlay } from './poster.ts'
import { renderShot, type Darkroom } from './render.ts'
import { scenes, type SceneName } from './scenes/index.ts'

export type Film = {
  seed: string
  /** Shown one after the other for equal times. */
  shots: readonly SceneName[]
  /** Stands over the first shot for its first seconds; none when empty. */
  title?: string
  subtitle?: string
  /** Pixels; even numbers. */
  width: number
  height: number
  /** Frames a second. */
  rate: number
  seconds: number
}

const FADE = 0.5
const TITLE_SECONDS = 2.2

/**
 * Frames in YUV 4:2:0, planes one after the other, BT.601 with limited range; equal films are
 * equal.
 */
export async function* filmFrames(film: Film): AsyncGenerator<Buffer> {
  const { shots, rate, seconds, width, height } = film
  if (film.title) provideFonts()
  const total = Math.round(rate * seconds)
  const each = total / shots.length
  const darkroom: Darkroom = new Map()
  const draw = (number: number): Promise<Plane> => {
    const shot = Math.min(shots.length - 1, Math.floor(number / each))
    const time = (number - shot * each) / rate
    return renderShot(
      {
        ...scenes[shots[shot]!],
        seed: `${film.seed}/${shot}`,
        width,
        height,
        grain: 0,
        time: time + 0.01,
        push: time * 0.012,
        ...(film.title && shot === 0 && time < TITLE_SECONDS ? { overlay: titleOf(film) } : {}),
      },
      darkroom,
    )
  }
  // One ahead, so that the next is drawn while this one is encoded.
  let next = draw(0)
  for (let number = 0; number < total; number++) {
    const plane = await next
    if (number + 1 < total) next = draw(number + 1)
    yield planar(plane, brightness({ number, total, each, rate }))
  }
}

const titleOf = ({ seed, title = '', subtitle = '' }: Film) =>
  posterOverlay({ seed, title, subtitle })

/** Up from black at the start, down to it at the end, and a short dip at each cut: 0 to 1. */
const brightness = ({
  number,
  total,
  each,
  rate,
}: {
  number: number
  total: number
  each: number
  rate: number
}) => {
  const inShot = number % each
  const edge = Math.min(inShot + 0.5, each - inShot) / rate
  const outer = Math.min(number + 1, total - number) / rate
  return Math.min(1, Math.max(0.35, edge / (FADE / 2)), outer / FADE)
}

const planar = ({ data, width, height }: Plane, bright: number) => {
  const out = Buffer.allocUnsafe((width * height * 3) / 2)
  const half = width / 2
  const [uAt, vAt] = [width * height, (width * height * 5) / 4]
  for (let row = 0, i = 0; row < height; row++) {
    for (let column = 0; column < width; column++, i++) {
      const r = data[i * 3]! * bright
      const g = data[i * 3 + 1]! * bright
      const b = data[i * 3 + 2]! * bright
      out[i] = 16 + (66 * r + 129 * g + 25 * b + 128) / 256
      if ((row | column) & 1) continue
      const chroma = (row >> 1) * half + (column >> 1)
      out[uAt + chroma] = 128 + (-38 * r - 74 * g + 112 * b + 128) / 256
      out[vAt + chroma] = 128 + (112 * r - 94 * g - 18 * b + 128) / 256
    }
  }
  return out
}
