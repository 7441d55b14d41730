/** Skies and clouds. */

import { mix } from './colour.ts'
import type { Stage } from './stage.ts'
import { circle, ellipse, faint, rect, times, type Point } from './svg.ts'

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
