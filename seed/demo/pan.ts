/** A slow camera over stills: each is panned across and fades into the next. */
import sharp from 'sharp'
import type { Moving } from './encoding.ts'

/** The still is this much wider than the picture, in pixels: the way of the camera. */
const way = 320
const fadeSeconds = 0.8

type Planes = { y: Buffer; u: Buffer; v: Buffer; width: number; height: number }

/** Frames as YUV 4:2:0, planes one after the other. */
export async function* movingFrames(moving: Moving): AsyncGenerator<Buffer> {
  const { stills, width, height, rate, seconds } = moving
  const size = { width: width + way, height }
  const planes = await Promise.all(stills.map((file) => planesOf(file, size)))
  const total = Math.round(rate * seconds)
  const each = Math.ceil(total / planes.length)
  const fade = Math.round(rate * fadeSeconds)
  const place = (still: number, number: number) => {
    // Whole pairs of pixels in even steps: a colour sample stands for two, and uneven steps judder.
    const gone = 2 * Math.round(((number - still * each + fade) * way) / (each + 2 * fade) / 2)
    const bounded = Math.min(Math.max(gone, 0), way)
    return still % 2 === 0 ? bounded : way - bounded
  }
  for (let number = 0; number < total; number++) {
    const still = Math.floor(number / each)
    const frame = cut(planes[still]!, place(still, number), width)
    const left = (still + 1) * each - number
    const next = planes[still + 1]
    if (next && left <= fade) {
      blend(frame, cut(next, place(still + 1, number), width), 1 - left / (fade + 1))
    }
    yield frame
  }
}

function cut({ y, u, v, width: whole, height }: Planes, left: number, width: number): Buffer {
  const out = Buffer.allocUnsafe((width * height * 3) / 2)
  let at = 0
  const rows = (plane: Buffer, stride: number, from: number, length: number, count: number) => {
    for (let row = 0; row < count; row++, at += length) {
      plane.copy(out, at, row * stride + from, row * stride + from + length)
    }
  }
  rows(y, whole, left, width, height)
  rows(u, whole / 2, left / 2, width / 2, height / 2)
  rows(v, whole / 2, left / 2, width / 2, height / 2)
  return out
}

function blend(frame: Buffer, other: Buffer, share: number): void {
  const weight = Math.round(share * 256)
  for (let i = 0; i < frame.length; i++) {
    frame[i] = (frame[i]! * (256 - weight) + other[i]! * weight) >> 8
  }
}

/** BT.601 with limited range, as players expect of a stream that does not say. */
async function planesOf(file: string, size: { width: number; height: number }): Promise<Planes> {
  const { width, height } = size
  const rgb = await sharp(file)
    .resize(width, height, { fit: 'cover' })
    .removeAlpha()
    .raw()
    .toBuffer()
  const y = Buffer.allocUnsafe(width * height)
  const u = Buffer.allocUnsafe((width * height) / 4)
  const v = Buffer.allocUnsafe((width * height) / 4)
  for (let row = 0, i = 0, c = 0; row < height; row++) {
    for (let column = 0; column < width; column++, i++) {
      const [r, g, b] = [rgb[i * 3]!, rgb[i * 3 + 1]!, rgb[i * 3 + 2]!]
      y[i] = 16 + (66 * r + 129 * g + 25 * b + 128) / 256
      if (row % 2 === 0 && column % 2 === 0) {
        u[c] = 128 + (-38 * r - 74 * g + 112 * b + 128) / 256
        v[c++] = 128 + (112 * r - 94 * g - 18 * b + 128) / 256
      }
    }
  }
  return { y, u, v, width, height }
}
