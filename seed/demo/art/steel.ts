/** Beams, lattices, cables: the parts that machines and building sites are made of. */

import { mix } from './colour.ts'
import type { Stage } from './stage.ts'
import { at, line, n, polygon, rect, stroke, times, type Point } from './svg.ts'

type Bar = { from: Point; to: Point; width: number; colour: string }

/** A bar with a lit upper edge. */
export const beam = ({ light }: Stage, { from, to, width, colour }: Bar) => {
  const edge = mix(colour, light.rim, 0.6)
  const [dx, dy] = [width * 0.3, -width * 0.3]
  return (
    line(from, to, colour, width, 'stroke-linecap="round"') +
    line([from[0] + dx, from[1] + dy], [to[0] + dx, to[1] + dy], edge, Math.max(0.8, width * 0.2))
  )
}

/**
 * Two chords with zigzag bracing between them: masts, jibs, scaffolds. `width` is the distance of
 * the chords.
 */
export const lattice = (
  stage: Stage,
  { from, to, width, colour, taper = 1 }: Bar & { taper?: number },
) => {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1])
  const side: Point = [-(to[1] - from[1]) / length, (to[0] - from[0]) / length]
  const panels = Math.max(2, Math.round(length / (width * 1.1)))
  const spot = (step: number, sign: number): Point => {
    const t = step / panels
    const half = (width / 2) * (1 + (taper - 1) * t) * sign
    return [
      from[0] + (to[0] - from[0]) * t + side[0] * half,
      from[1] + (to[1] - from[1]) * t + side[1] * half,
    ]
  }
  const edge = mix(colour, stage.light.rim, 0.5)
  const zigzag = Array.from({ length: panels + 1 }, (_, i) => at(spot(i, i % 2 ? 1 : -1))).join('L')
  const back = Array.from({ length: panels + 1 }, (_, i) => at(spot(i, i % 2 ? -1 : 1))).join('L')
  const thin = Math.min(2.4, Math.max(0.8, width * 0.07))
  return (
    stroke(`M${back}`, mix(colour, stage.light.ink, 0.35), thin) +
    stroke(`M${zigzag}`, colour, thin * 1.2) +
    line(spot(0, -1), spot(panels, -1), colour, thin * 2.2) +
    line(spot(0, 1), spot(panels, 1), edge, thin * 2)
  )
}

/** A wire that hangs between two points; `sag` in units at its middle. */
export const cable = (from: Point, to: Point, sag: number, colour: string, width = 1.6) =>
  stroke(
    `M${at(from)}Q${n((from[0] + to[0]) / 2)} ${n((from[1] + to[1]) / 2 + sag * 2)} ${at(to)}`,
    colour,
    width,
  )

/** A tower crane: mast, jib, cab, counterweight, ropes; the trolley runs with time. */
export const towerCrane = (
  stage: Stage,
  {
    x,
    base,
    height,
    reach,
    colour,
    name,
    load = true,
  }: {
    x: number
    base: number
    height: number
    reach: number
    colour: string
    name: string
    load?: boolean
  },
) => {
  const random = stage.random.fork(name)
  const width = height * 0.032
  const top = base - height
  const direction = Math.sign(reach)
  const peak: Point = [x, top - height * 0.12]
  const tip: Point = [x + reach, top - height * 0.005]
  const tail: Point = [x - reach * 0.32, top]
  const edge = mix(colour, stage.light.rim, 0.5)
  const run = 0.35 + 0.5 * ((Math.sin(stage.time * 0.4 + random.between(0, 6)) + 1) / 2)
  const hook: Point = [x + reach * run, top + height * random.between(0.18, 0.42)]
  let svg = lattice(stage, { from: [x, base], to: [x, top], width, colour })
  svg += lattice(stage, { from: [x, top], to: tip, width: width * 0.85, colour, taper: 0.5 })
  svg += lattice(stage, { from: [x, top], to: tail, width: width * 0.7, colour })
  svg += polygon([[x - width * 0.5, top], [x + width * 0.5, top], peak], colour)
  svg += line(peak, [x + reach * 0.62, top - width * 0.3], edge, 1.8) + line(peak, tail, edge, 1.8)
  svg += rect(
    tail[0] - width * 0.7,
    top,
    width * 1.4,
    width * 1.5,
    mix(colour, stage.light.ink, 0.5),
  )
  svg += rect(
    x + (direction > 0 ? width * 0.5 : -width * 1.6),
    top + 2,
    width * 1.1,
    width * 1.1,
    mix(colour, stage.light.ink, 0.2),
  )
  svg += line([hook[0], top], hook, edge, 1.5)
  if (load)
    svg +=
      times(3, (i) =>
        rect(
          hook[0] - width * 1.3,
          hook[1] + 6 + i * width * 0.22,
          width * 2.6,
          width * 0.18,
          mix(colour, stage.light.ink, 0.35),
        ),
      ) +
      polygon(
        [hook, [hook[0] - width * 1.2, hook[1] + 7], [hook[0] + width * 1.2, hook[1] + 7]],
        'none',
        `stroke="${edge}" stroke-width="1.2"`,
      )
  return svg
}
