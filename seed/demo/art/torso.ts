/** Trunks and what hangs on them: waistcoats with bands, seams of suits, aprons. */

import { mix } from './colour.ts'
import type { Light } from './light.ts'
import { polygon, type Pencil, type Point } from './svg.ts'
import type { Wear } from './wears.ts'

/** @param hip where the legs begin, `neck` where the head does; `height` of the whole person. */
export const torso = ({
  pencil,
  light,
  hip,
  neck,
  height,
  facing,
  lit,
  paint,
  wear,
  bent,
}: {
  pencil: Pencil
  light: Light
  hip: Point
  neck: Point
  height: number
  facing: 1 | -1
  lit: 1 | -1
  paint: (colour: string) => string
  wear: Wear
  /** Sitting or kneeling: an apron ends at the lap. */
  bent: boolean
}) => {
  const along: Point = [(neck[0] - hip[0]) / height / 0.335, (neck[1] - hip[1]) / height / 0.335]
  const across: Point = [-along[1], along[0]]
  const spot = (up: number, side: number): Point => [
    hip[0] + (along[0] * up + across[0] * side) * height,
    hip[1] + (along[1] * up + across[1] * side) * height,
  ]
  const outline = [
    spot(-0.05, 0.072),
    spot(0.05, 0.07),
    spot(0.18, 0.084),
    spot(0.27, 0.088),
    spot(0.31, 0.07),
    spot(0.34, 0.032),
    spot(0.34, -0.032),
    spot(0.31, -0.068),
    spot(0.27, -0.082),
    spot(0.16, -0.074),
    spot(0.05, -0.066),
    spot(-0.05, -0.072),
  ]
  const shaded = (colour: string) =>
    pencil.linear(spot(0.1, -0.085 * lit), spot(0.14, 0.09 * lit), [
      [0, mix(colour, light.ink, 0.55)],
      [0.5, colour],
      [0.86, mix(colour, light.rim, 0.3)],
      [1, mix(colour, light.rim, 0.8)],
    ])
  const band = (from: number, to: number, left: number, right: number, fill: string) =>
    polygon([spot(from, left), spot(from, right), spot(to, right), spot(to, left)], fill)
  const main = paint(wear.suit?.colour ?? wear.vest ?? wear.top)
  const shine = mix(paint('#dfe6e8'), light.rim, 0.35)
  let svg = polygon(outline, shaded(main), 'stroke-linejoin="round"')
  if (wear.vest) {
    svg += band(0.06, 0.09, -0.07, 0.073, shine) + band(0.16, 0.19, -0.078, 0.083, shine)
    svg += band(0.19, 0.33, 0.03, 0.046, shine) + band(0.19, 0.33, -0.046, -0.03, shine)
  }
  if (wear.suit) {
    const seam = paint(wear.suit.seam)
    svg += band(-0.05, 0.33, -0.006 + 0.03 * facing, 0.006 + 0.03 * facing, seam)
    svg += band(0.05, 0.062, -0.066, 0.07, seam)
  }
  if (wear.apron) {
    const hem = bent ? -0.05 : -0.16
    svg += polygon(
      [
        spot(0.25, -0.05),
        spot(0.25, 0.05),
        spot(0.05, 0.066),
        spot(hem, 0.07),
        spot(hem, -0.066),
        spot(0.05, -0.06),
      ],
      shaded(paint(wear.apron)),
    )
  }
  return svg
}
