/** Lamps, halos, lights out of focus, sparks. */

import { mix } from './colour.ts'
import type { Stage } from './stage.ts'
import { circle, faint, n, stroke, times, type Point } from './svg.ts'

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

/**
 * Sparks thrown from a point; each flies its own curve and is drawn as the piece of it that the
 * shutter saw.
 */
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
