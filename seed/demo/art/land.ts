/** Hills, water, towns, fog: what lies between the sky and the work. */

import { mix } from './colour.ts'
import type { Stage } from './stage.ts'
import { ellipse, faint, n, path, rect, times } from './svg.ts'

/** Mountains or a far bank: `y` is its mean height, `rough` how far the peaks go. */
export const ridge = (
  stage: Stage,
  {
    y,
    rough,
    colour,
    to,
    name,
    step = 26,
  }: { y: number; rough: number; colour: string; to?: string; name: string; step?: number },
) => {
  const { w, h, pencil } = stage
  const random = stage.random.fork(name)
  const phases = Array.from({ length: 5 }, () => random.between(0, Math.PI * 2))
  const weights = [0.5, 0.27, 0.13, 0.07, 0.04]
  const height = (x: number) =>
    y -
    rough *
      weights.reduce(
        (sum, weight, i) => sum + weight * Math.sin((x / w) * Math.PI * 2 ** i * 1.6 + phases[i]!),
        0,
      )
  const points = Array.from({ length: Math.ceil((w + 400) / step) + 1 }, (_, i) => -200 + i * step)
  const d = points.map((x) => `${n(x)} ${n(height(x))}`).join('L')
  return path(
    `M-200 ${h + 200}L${d}L${w + 200} ${h + 200}Z`,
    to
      ? pencil.linear(
          [0, y - rough],
          [0, y + rough * 1.6],
          [
            [0, colour],
            [1, to],
          ],
        )
      : colour,
  )
}

/** A band of fog: densest in its middle. */
export const fog = (
  stage: Stage,
  { y, height, strength }: { y: number; height: number; strength: number },
) => {
  const { w, light, pencil } = stage
  return rect(
    -200,
    y - height / 2,
    w + 400,
    height,
    pencil.linear(
      [0, y - height / 2],
      [0, y + height / 2],
      [
        [0, light.haze, 0],
        [0.5, light.haze, strength],
        [1, light.haze, 0],
      ],
    ),
  )
}

/** Water from `y` to the bottom, with the sun's road at `sunX` and waves that run with time. */
export const water = (
  stage: Stage,
  { y, sunX, bottom }: { y: number; sunX?: number; bottom?: number },
) => {
  const { w, h, light, pencil, time } = stage
  const random = stage.random.fork('water')
  const end = bottom ?? h + 200
  const deep = mix(light.sky[0], light.ink, 0.45)
  let svg = rect(
    -200,
    y,
    w + 400,
    end - y,
    pencil.linear(
      [0, y],
      [0, h],
      [
        [0, mix(light.sky[2], light.haze, 0.4)],
        [0.25, mix(light.sky[1], deep, 0.35)],
        [1, deep],
      ],
    ),
  )
  svg += times(90, () => {
    const depth = random.next() ** 1.7
    const cy = y + 3 + depth * (h - y)
    const length = 12 + depth * 150 * random.between(0.4, 1.1)
    const road = sunX !== undefined && random.chance(0.5)
    const spread = 18 + depth * 150
    const swing = Math.sin(time * 1.6 + random.between(0, 6)) * (4 + depth * 18)
    const cx = (road ? sunX + random.between(-1, 1) * spread : random.between(-50, w + 50)) + swing
    const bright = road ? light.glow : mix(light.sky[2], light.sky[1], random.next())
    return ellipse(
      cx,
      cy,
      length / (road ? 2.4 : 1.6),
      0.8 + depth * 3.4,
      bright,
      faint(road ? 0.75 : 0.22),
    )
  })
  return svg
}

/** A town along the horizon; windows are lit when it is dark. */
export const skyline = (
  stage: Stage,
  {
    y,
    tall,
    depth,
    name,
    gap = 0,
  }: { y: number; tall: number; depth: number; name: string; gap?: number },
) => {
  const { w, light, pencil } = stage
  const random = stage.random.fork(name)
  const dark = light.name === 'night' || light.name === 'dusk'
  const colour = mix(mix(light.ink, light.sky[0], 0.3), light.haze, depth)
  const foot = mix(colour, light.haze, 0.45)
  let svg = ''
  for (let x = -120; x < w + 120;) {
    const width = random.between(26, 84)
    const height = tall * (0.3 + 0.7 * random.next() ** 1.8)
    svg += rect(
      x,
      y - height,
      width,
      height + 4,
      pencil.linear(
        [0, y - tall],
        [0, y],
        [
          [0, colour],
          [1, foot],
        ],
      ),
    )
    if (random.chance(0.22))
      svg += rect(x + width * 0.46, y - height * 1.25, 3, height * 0.3, colour)
    if (random.chance(0.3)) svg += rect(x + width * 0.2, y - height - 12, width * 0.6, 14, colour)
    const columns = Math.floor(width / 11)
    for (let row = 0; row < height / 15 - 1; row++) {
      for (let column = 0; column < columns; column++) {
        if (!random.chance(dark ? 0.42 : 0.16)) continue
        svg += rect(
          x + 4 + column * 11,
          y - height + 7 + row * 15,
          5,
          7,
          dark ? random.pick(['#ffd98a', '#ffe9bd', '#bcd9ff']) : mix(colour, '#ffffff', 0.3),
          faint(dark ? 0.85 - depth * 0.5 : 0.3),
        )
      }
    }
    x += width + random.between(0, 10) + gap * random.next()
  }
  return svg
}

/** Ground from `y` down, lighter far away. */
export const ground = (stage: Stage, { y, far, near }: { y: number; far: string; near: string }) =>
  rect(
    -200,
    y,
    stage.w + 400,
    stage.h - y + 200,
    stage.pencil.linear(
      [0, y],
      [0, stage.h],
      [
        [0, far],
        [1, near],
      ],
    ),
  )
