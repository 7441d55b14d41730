/**
 * One pass over the pixels that lays the planes of a picture together; faster than a pass for each.
 */

import { createRandom } from '../random.ts'

export type Plane = { data: Uint8Array; width: number; height: number }

/**
 * @param soft RGB, smaller than the picture; enlarged. `sharp` and `over`: RGBA in full size.
 * `shine`: RGB in the size of `soft`, its light is added (screen). `grain`: grey levels.
 */
export const develop = ({
  soft,
  sharp,
  shine,
  over,
  grain,
  seed,
}: {
  soft: Plane
  sharp: Plane
  shine?: Plane | undefined
  over?: Plane | undefined
  grain: number
  seed: string
}): Plane => {
  const { width, height } = sharp
  const out = Buffer.allocUnsafe(width * height * 3)
  const noise = noiseTable(seed, grain)
  const across = positions(width, soft.width)
  const down = positions(height, soft.height)
  const fade = falloff(width, height)
  const under = new Float32Array(soft.width * 3 + 3)
  const light = new Float32Array(soft.width * 3 + 3)
  let turn = 7
  for (let y = 0, i = 0, j = 0; y < height; y++) {
    blendRows(soft, down.index[y]!, down.rest[y]!, under)
    if (shine) blendRows(shine, down.index[y]!, down.rest[y]!, light)
    turn = (turn * 75 + 74 + y * 31) & 65535
    const fadeY = fade.y[y]!
    for (let x = 0; x < width; x++, i += 3, j += 4) {
      const left = across.index[x]! * 3
      const rest = across.rest[x]!
      const alpha = sharp.data[j + 3]! / 255
      const dark = fade.x[x]! * fadeY
      const speck = noise[(x * 7 + turn) & 65535]!
      const cover = over ? over.data[j + 3]! / 255 : 0
      for (let k = 0; k < 3; k++) {
        let value = sharp.data[j + k]!
        if (alpha < 1) {
          const behind = under[left + k]! + (under[left + k + 3]! - under[left + k]!) * rest
          value = behind + (value - behind) * alpha
        }
        if (shine) {
          const added = light[left + k]! + (light[left + k + 3]! - light[left + k]!) * rest
          value += (added * (255 - value)) / 255
        }
        value = value * dark + speck
        if (cover > 0) value += (over!.data[j + k]! - value) * cover
        out[i + k] = value < 0 ? 0 : value > 255 ? 255 : value
      }
    }
  }
  return { data: out, width, height }
}

/** The row between two rows of a small plane, with its last pixel repeated. */
const blendRows = (plane: Plane, index: number, rest: number, row: Float32Array) => {
  const length = plane.width * 3
  const a = index * length
  const b = Math.min(index + 1, plane.height - 1) * length
  for (let i = 0; i < length; i++) {
    const value = plane.data[a + i]!
    row[i] = value + (plane.data[b + i]! - value) * rest
  }
  for (let k = 0; k < 3; k++) row[length + k] = row[length - 3 + k]!
}

/**
 * For each pixel of the large row: the small pixel left of it and how far it is towards the next.
 */
const positions = (large: number, small: number) => {
  const index = new Int32Array(large)
  const rest = new Float32Array(large)
  for (let i = 0; i < large; i++) {
    const place = Math.max(0, ((i + 0.5) * small) / large - 0.5)
    index[i] = Math.min(small - 1, Math.floor(place))
    const part = place - index[i]!
    rest[i] = part * part * (3 - 2 * part)
  }
  return { index, rest }
}

/** Vignette as a product of both directions: 1 in the middle, about 0.75 in the corners. */
const falloff = (width: number, height: number) => {
  const curve = (length: number, centre: number) =>
    Float32Array.from({ length }, (_, i) => {
      const t = Math.abs(i / length - centre) * 2
      return 1 - 0.15 * Math.max(0, t - 0.35) ** 1.6
    })
  return { x: curve(width, 0.5), y: curve(height, 0.47) }
}

const noiseTable = (seed: string, strength: number) => {
  if (strength === 0) return new Float32Array(65536)
  const random = createRandom(`${seed}/grain`)
  return Float32Array.from({ length: 65536 }, () => (random.next() + random.next() - 1) * strength)
}
