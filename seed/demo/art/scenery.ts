/** Skies, hills, water, towns, fog: what stands behind the work. */

import { mix } from './colour.ts'
import type { Stage } from './stage.ts'
import { circle, ellipse, faint, n, path, rect, stroke, times, type Point } from './svg.ts'

/** Sky down to `horizon` (units from the top) with a sun or moon at `sun`, if any. */
export const sky = (
  stage: Stage,
  { horizon, sun }: { horizon: number; sun?: Point | undefined },
) => {
  const { w, h, light, pencil } = stage
  const [top, middle, low] = light.sky
  const base = rect(
    -200,
    -200,
    w + 400,
    h + 400,
    pencil.linear(
      [0, 0],
      [0, horizon],
      [
        [0, top],
        [0.55, middle],
        [1, low],
      ],
    ),
  )
  if (!sun) return base
  const reach = Math.max(w, h) * 0.75
  const size = light.name === 'night' ? 34 : 52
  return (
    base +
    circle(
      sun[0],
      sun[1],
      reach,
      pencil.radial(sun, reach, [
        [0, light.glow, 0.85],
        [0.12, light.glow, 0.5],
        [0.4, light.glow, 0.16],
        [1, light.glow, 0],
      ]),
    ) +
    circle(
      sun[0],
      sun[1],
      size * 1.35,
      pencil.radial(sun, size * 1.35, [
        [0, '#ffffff'],
        [0.62, light.glow],
        [0.74, light.glow, 0.6],
        [1, light.glow, 0],
      ]),
    )
  )
}

/** Soft clouds lit from below; they drift with time. */
export const clouds = (
  stage: Stage,
  { from, to, count }: { from: number; to: number; count: number },
) => {
  const { w, light, pencil, time } = stage
  const random = stage.random.fork('clouds')
  const bright = pencil.puff(mix(light.sky[2], light.glow, 0.6))
  const dim = pencil.puff(mix(light.sky[1], light.sky[0], 0.35))
  return times(count, () => {
    const y = random.between(from, to)
    const x = random.between(-0.1, 1.1) * w + time * random.between(4, 9)
    const length = random.between(120, 420)
    const thick = random.between(14, 46)
    const strength = random.between(0.35, 0.8)
    return times(12, (i) => {
      const cx = x + random.between(-1, 1) * length
      const cy = y + random.between(-1, 1) * thick * 0.6
      const rx = length * random.between(0.25, 0.7)
      const ry = thick * random.between(0.5, 1.3)
      const lower = i % 3 !== 0
      return ellipse(
        cx,
        cy + (lower ? thick * 0.3 : -thick * 0.3),
        rx,
        ry,
        lower ? bright : dim,
        faint(strength),
      )
    })
  })
}

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
      `opacity="${road ? 0.75 : 0.22}"`,
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
          `opacity="${dark ? 0.85 - depth * 0.5 : 0.3}"`,
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

/** Discs of light out of focus. */
export const bokeh = (
  stage: Stage,
  {
    count,
    from,
    to,
    colours,
    size,
    name = 'bokeh',
  }: {
    count: number
    from: number
    to: number
    colours: readonly string[]
    size: number
    name?: string
  },
) => {
  const random = stage.random.fork(name)
  return times(count, () => {
    const [x, y, r] = [
      random.between(0, stage.w),
      random.between(from, to),
      size * random.between(0.35, 1),
    ]
    const colour = random.pick(colours)
    const pulse = 0.85 + 0.15 * Math.sin(stage.time * 2 + random.between(0, 6))
    return circle(
      x,
      y,
      r,
      stage.pencil.radial([x, y], r, [
        [0, colour, 0.3 * pulse],
        [0.82, colour, 0.42 * pulse],
        [0.93, colour, 0.6 * pulse],
        [1, colour, 0],
      ]),
    )
  })
}

/** A lamp, flame or arc: a white core in a wide halo. */
export const glow = (stage: Stage, [x, y]: Point, radius: number, colour: string, strength = 1) =>
  circle(
    x,
    y,
    radius,
    stage.pencil.radial([x, y], radius, [
      [0, '#ffffff', strength],
      [0.06, mix(colour, '#ffffff', 0.6), 0.9 * strength],
      [0.2, colour, 0.42 * strength],
      [0.5, colour, 0.13 * strength],
      [1, colour, 0],
    ]),
  )

/** Sparks thrown from a point; each flies its own curve and is drawn as the piece of it that the shutter saw. */
export const sparks = (
  stage: Stage,
  {
    from,
    count,
    reach,
    colour,
    name = 'sparks',
    up = 0.5,
  }: { from: Point; count: number; reach: number; colour: string; name?: string; up?: number },
) => {
  const random = stage.random.fork(name)
  return times(count, () => {
    const angle =
      random.between(-Math.PI * (0.5 + up), Math.PI * (up - 0.5)) + random.between(-0.2, 0.2)
    const speed = reach * (0.25 + random.next() ** 1.6)
    const age = (random.next() + stage.time * random.between(0.8, 1.4)) % 1
    const place = (t: number): Point => [
      from[0] + Math.cos(angle) * speed * t,
      from[1] + Math.sin(angle) * speed * t + reach * 0.95 * t * t,
    ]
    const [a, b, c] = [place(age), place(age + 0.04), place(age + 0.08)]
    const bright = random.pick([colour, '#fff4d0', '#ffffff'])
    return stroke(
      `M${n(a[0])} ${n(a[1])}Q${n(b[0])} ${n(b[1])} ${n(c[0])} ${n(c[1])}`,
      bright,
      random.between(1, 3.6) * (1.15 - age),
      `stroke-linecap="round" ${faint(1 - age * 0.8)}`,
    )
  })
}
