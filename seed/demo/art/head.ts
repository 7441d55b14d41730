/** Heads from behind or in the shade of what they wear; nobody's face. */

import { mix } from './colour.ts'
import type { Light } from './light.ts'
import { at, ellipse, group, n, path, rect, type Pencil, type Point, faint } from './svg.ts'
import type { Wear } from './wears.ts'

export type Headgear = 'helmet' | 'cap' | 'straw' | 'hood' | 'visor' | 'hair'

export const drawHead = ({
  pencil,
  light,
  centre,
  neck,
  height,
  facing,
  lit,
  tilt,
  paint,
  wear,
}: {
  pencil: Pencil
  light: Light
  centre: Point
  neck: Point
  height: number
  facing: 1 | -1
  lit: 1 | -1
  tilt: number
  paint: (colour: string) => string
  wear: Wear
}) => {
  const r = 0.06 * height
  const [x, y] = centre
  const f = facing
  const shaded = (colour: string, size = r) =>
    pencil.radial([x + size * 0.55 * lit, y - size * 0.6], size * 1.9, [
      [0, mix(colour, light.rim, 0.75)],
      [0.35, colour],
      [1, mix(colour, light.ink, 0.65)],
    ])
  const skin = paint('#e2b594')
  const gear = paint(wear.headColour ?? '#2a2422')
  const face =
    ellipse(x, y + r * 0.08, r * 0.8, r * 1.02, shaded(skin)) +
    path(
      `M${at([x + r * 0.7 * f, y - r * 0.1])}l${n(r * 0.22 * f)} ${n(r * 0.36)}l${n(-r * 0.24 * f)} ${n(r * 0.1)}Z`,
      skin,
    )
  const throat = `M${at([neck[0] - r * 0.42, neck[1] + r * 0.2])}L${at([x - r * 0.4, y + r * 0.5])}L${at([x + r * 0.4, y + r * 0.5])}L${at([neck[0] + r * 0.42, neck[1] + r * 0.2])}Z`
  const covered = wear.suit ? paint(wear.suit.colour) : mix(skin, light.ink, 0.35)
  const mask = wear.mask
    ? path(
        `M${at([x + r * 0.02 * f, y + r * 0.12])}Q${at([x + r * 0.7 * f, y])} ${at([x + r * 0.94 * f, y + r * 0.3])}Q${at([x + r * 0.8 * f, y + r * 1.0])} ${at([x + r * 0.2 * f, y + r * 0.98])}Z`,
        shaded(paint('#dfeef6')),
      )
    : ''
  return (
    path(throat, covered) +
    group(
      face + mask + gearOf[wear.headgear]({ x, y, r, f, gear, shaded, light, paint }),
      `transform="rotate(${n(tilt * f)} ${n(x)} ${n(y + r)})"`,
    )
  )
}

type GearInput = {
  x: number
  y: number
  r: number
  f: 1 | -1
  gear: string
  shaded: (colour: string, size?: number) => string
  light: Light
  paint: (colour: string) => string
}

const gearOf: Record<Headgear, (input: GearInput) => string> = {
  helmet: ({ x, y, r, f, gear, shaded }) =>
    path(
      `M${at([x - r * 1.1, y - r * 0.12])}C${at([x - r * 1.15, y - r * 1.7])} ${at([x + r * 1.15, y - r * 1.7])} ${at([x + r * 1.1, y - r * 0.12])}Z`,
      shaded(gear, r * 1.15),
    ) +
    path(
      `M${at([x - r * 1.16, y - r * 0.22])}L${at([x + (f > 0 ? 1.55 : 1.16) * r, y - r * 0.2])}L${at([x + (f > 0 ? 1.5 : 1.16) * r, y - r * 0.02])}L${at([x - (f < 0 ? 1.5 : 1.16) * r, y - r * 0.02])}L${at([x - (f < 0 ? 1.55 : 1.16) * r, y - r * 0.2])}Z`,
      shaded(gear, r * 1.3),
    ) +
    rect(x - r * 0.12, y - r * 1.36, r * 0.24, r * 1.1, '#ffffff', `${faint(0.18)} rx="2"`),
  cap: ({ x, y, r, f, gear, shaded }) =>
    path(
      `M${at([x - r * 1.06, y + r * 0.1])}C${at([x - r * 1.2, y - r * 1.45])} ${at([x + r * 1.1, y - r * 1.5])} ${at([x + r * 0.98, y - r * 0.18])}L${at([x + r * (f > 0 ? 1.25 : 0.9), y - r * 0.12])}L${at([x - r * (f < 0 ? 1.25 : 1.0), y + r * 0.06])}Z`,
      shaded(gear, r * 1.1),
    ),
  straw: ({ x, y, r, gear, shaded, light }) =>
    ellipse(x, y - r * 0.3, r * 2.2, r * 0.42, shaded(mix(gear, light.ink, 0.15), r * 2)) +
    path(
      `M${at([x - r * 1.5, y - r * 0.38])}Q${at([x, y - r * 2.3])} ${at([x + r * 1.5, y - r * 0.38])}Q${at([x, y - r * 0.1])} ${at([x - r * 1.5, y - r * 0.38])}Z`,
      shaded(gear, r * 1.6),
    ),
  hood: ({ x, y, r, f, gear, shaded, paint }) =>
    path(
      `M${at([x + r * 0.62 * f, y - r * 0.5])}C${at([x + r * 0.9 * f, y - r * 1.5])} ${at([x - r * 1.3 * f, y - r * 1.6])} ${at([x - r * 1.12 * f, y + r * 0.2])}L${at([x - r * 0.8 * f, y + r * 1.3])}L${at([x + r * 0.2 * f, y + r * 1.2])}Q${at([x + r * 0.1 * f, y + r * 0.1])} ${at([x + r * 0.62 * f, y - r * 0.5])}Z`,
      shaded(gear, r * 1.2),
    ) +
    path(
      `M${at([x + r * 0.24 * f, y - r * 0.42])}L${at([x + r * 0.98 * f, y - r * 0.36])}L${at([x + r * 0.98 * f, y + r * 0.04])}L${at([x + r * 0.24 * f, y + r * 0.06])}Z`,
      paint('#8fc1de'),
      faint(0.85),
    ),
  visor: ({ x, y, r, f, gear, shaded }) =>
    path(
      `M${at([x - r * 0.9 * f, y - r * 0.1])}C${at([x - r * 1.0 * f, y - r * 1.6])} ${at([x + r * 1.2 * f, y - r * 1.5])} ${at([x + r * 1.15 * f, y - r * 0.3])}L${at([x + r * 1.05 * f, y + r * 1.05])}L${at([x + r * 0.1 * f, y + r * 1.2])}Z`,
      shaded(gear, r * 1.1),
    ) +
    rect(
      x + (f > 0 ? 0.35 : -1.05) * r,
      y - r * 0.25,
      r * 0.7,
      r * 0.34,
      '#9fe8ff',
      `${faint(0.7)} rx="2"`,
    ),
  hair: ({ x, y, r, f, gear, shaded }) =>
    path(
      `M${at([x + r * 0.78 * f, y - r * 0.42])}C${at([x + r * 0.8 * f, y - r * 1.5])} ${at([x - r * 1.2 * f, y - r * 1.6])} ${at([x - r * 1.0 * f, y + r * 0.4])}C${at([x - r * 0.7 * f, y + r * 0.8])} ${at([x - r * 0.4 * f, y + r * 0.2])} ${at([x - r * 0.1 * f, y - r * 0.3])}Z`,
      shaded(gear, r * 1.1),
    ),
}
