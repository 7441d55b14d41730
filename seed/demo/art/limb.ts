/** Arms and legs: capsules that taper, shaded across as if round. */

import { mix } from './colour.ts'
import type { Light } from './light.ts'
import { at, path, type Pencil, type Point } from './svg.ts'

/** @param ra radius at `a`, `rb` at `b`; `lit` 1 has the light on the right. */
export const taperedLimb = ({
  pencil,
  light,
  a,
  b,
  ra,
  rb,
  colour,
  lit,
}: {
  pencil: Pencil
  light: Light
  a: Point
  b: Point
  ra: number
  rb: number
  colour: string
  lit: 1 | -1
}) => {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1
  let normal: Point = [-(b[1] - a[1]) / length, (b[0] - a[0]) / length]
  const bright = normal[0] * lit - normal[1] * 0.8 > 0 ? 1 : -1
  const fill = pencil.linear(offset(a, normal, -ra * bright), offset(a, normal, ra * bright), [
    [0, mix(colour, light.ink, 0.6)],
    [0.55, colour],
    [0.82, mix(colour, light.rim, 0.3)],
    [1, mix(colour, light.rim, 0.75)],
  ])
  normal = [-(b[1] - a[1]) / length, (b[0] - a[0]) / length]
  const [p1, p2, p3, p4] = [
    offset(a, normal, ra),
    offset(b, normal, rb),
    offset(b, normal, -rb),
    offset(a, normal, -ra),
  ]
  const arc = (radius: number, to: Point) =>
    `A${radius.toFixed(1)} ${radius.toFixed(1)} 0 0 0 ${at(to)}`
  return path(`M${at(p1)}L${at(p2)}${arc(rb, p3)}L${at(p4)}${arc(ra, p1)}Z`, fill)
}

const offset = (from: Point, [x, y]: Point, length: number): Point => [
  from[0] + x * length,
  from[1] + y * length,
]
