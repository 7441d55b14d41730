/** Pylons over misty hills; linemen at work on the wires. */

import { mix } from '../colour.ts'
import { person } from '../person.ts'
import { poses } from '../poses.ts'
import { wears } from '../wears.ts'
import { clouds, sky } from '../sky.ts'
import { fog, ridge } from '../land.ts'
import { glow } from '../lamps.ts'
import { tint, type Scene, type Stage } from '../stage.ts'
import { cable, lattice } from '../steel.ts'
import { circle, line, times, type Point } from '../svg.ts'

export const powerline: Scene = (stage) => {
  const { w, h, random, light } = stage
  const sun: Point = [w * random.between(0.2, 0.8), h * random.between(0.22, 0.42)]
  const steps = [0.6, 0.68, 0.76, 0.86]
  const back =
    sky(stage, { horizon: h * 0.62, sun }) +
    clouds(stage, { from: h * 0.04, to: h * 0.4, count: 7 }) +
    steps
      .slice(0, 3)
      .map(
        (y, i) =>
          ridge(stage, {
            y: h * y,
            rough: h * (0.15 - i * 0.02),
            colour: tint(stage, '#3f6672', 0.8 - i * 0.2),
            to: mix(tint(stage, '#4f7a6c', 0.8 - i * 0.2), light.haze, 0.5),
            name: `hill${i}`,
          }) + fog(stage, { y: h * (y + 0.08), height: h * 0.16, strength: 0.75 }),
      )
      .join('')
  const pylons = [
    { x: w * 0.86, base: h * 0.66, height: h * 0.2, depth: 0.62 },
    { x: w * 0.66, base: h * 0.76, height: h * 0.38, depth: 0.36 },
    { x: w * 0.3, base: h * 0.96, height: h * 0.84, depth: 0.06 },
  ]
  const front =
    wires(stage, pylons) +
    pylons.map((at) => pylon(stage, at)).join('') +
    ridge(stage, {
      y: h * 0.94,
      rough: h * 0.07,
      colour: tint(stage, '#2f5a44', 0.12),
      to: tint(stage, '#16302a', 0),
      name: 'near',
      step: 12,
    }) +
    linemen(stage, pylons[2]!, sun)
  return { back, front, shine: glow(stage, sun, w * 0.5, light.glow, 0.32) }
}

type Pylon = { x: number; base: number; height: number; depth: number }

const armsOf = ({ x, base, height }: Pylon) =>
  [0.98, 0.84, 0.7].map((up, i) => ({
    y: base - height * up,
    half: height * (0.16 + i * 0.035),
    x,
  }))

const pylon = (stage: Stage, tower: Pylon) => {
  const { x, base, height, depth } = tower
  const colour = tint(stage, '#79868c', depth)
  const foot = height * 0.13
  const waist = height * 0.028
  const neck = base - height * 0.62
  let svg = lattice(stage, {
    from: [x, base],
    to: [x, neck],
    width: foot * 2,
    colour,
    taper: waist / foot,
  })
  svg += lattice(stage, {
    from: [x, neck],
    to: [x, base - height],
    width: waist * 2,
    colour,
    taper: 0.6,
  })
  for (const { y, half } of armsOf(tower)) {
    svg += [-1, 1]
      .map((side) =>
        lattice(stage, {
          from: [x, y],
          to: [x + side * half, y + height * 0.012],
          width: height * 0.036,
          colour,
          taper: 0.12,
        }),
      )
      .join('')
    svg += [-1, 1]
      .map((side) =>
        times(5, (i) =>
          circle(
            x + side * half,
            y + height * (0.02 + i * 0.011),
            height * 0.0075,
            mix(tint(stage, '#9a5a44', depth), stage.light.rim, 0.25),
          ),
        ),
      )
      .join('')
  }
  return svg
}

/** Three phases on each side, from tower to tower and out of the picture on the left. */
const wires = (stage: Stage, pylons: readonly Pylon[]) => {
  const { w, h } = stage
  const ends = pylons.map((tower) =>
    armsOf(tower).flatMap(
      ({ x, y, half }) =>
        [
          [x - half, y + tower.height * 0.075],
          [x + half, y + tower.height * 0.075],
        ] as Point[],
    ),
  )
  const colour = (depth: number) => tint(stage, '#3a444a', depth)
  let svg = ''
  for (let i = 1; i < ends.length; i++) {
    svg += ends[i]!.map((to, k) =>
      cable(ends[i - 1]![k]!, to, h * 0.03 * i, colour(pylons[i]!.depth + 0.1), 0.7 + i * 0.7),
    ).join('')
  }
  svg += ends[2]!
    .map((from, k) =>
      cable(from, [-w * 0.25, from[1] - h * 0.1 + k * 16], h * 0.09, colour(0), 2.6),
    )
    .join('')
  return (
    svg +
    ends[0]!
      .map((from, k) => cable(from, [w * 1.2, from[1] - 10 + k * 4], 14, colour(0.6), 0.8))
      .join('')
  )
}

const linemen = (stage: Stage, tower: Pylon, sun: Point) => {
  const { h, random, time } = stage
  const lit = sun[0] > tower.x ? 1 : -1
  const size = h * 0.15
  const [, middle, lower] = armsOf(tower)
  const sway = Math.sin(time * 1.3) * 5
  const climber = person({
    ...stage,
    ground: [tower.x + 4, tower.base - tower.height * 0.42],
    height: size,
    pose: poses.climb,
    wear: wears.lineman,
    facing: 1,
    lit,
    shade: 0.05,
  })
  const sitter = person({
    ...stage,
    ground: [lower!.x + lower!.half * 0.62 + sway, lower!.y + size * 0.36],
    height: size,
    pose: random.pick([poses.sit, poses.hold, poses.kneel]),
    wear: wears.lineman,
    facing: 1,
    lit,
    shade: 0.05,
  })
  const stander = person({
    ...stage,
    ground: [lower!.x - lower!.half * 0.5, lower!.y - 2],
    height: size * 0.96,
    pose: random.pick([poses.point, poses.lift, poses.stand]),
    wear: wears.lineman,
    facing: -1,
    lit,
    shade: 0.05,
  })
  const rope = (from: Point, to: Point) => line(from, to, tint(stage, '#e8d9a0', 0), 1.8)
  return (
    rope([middle!.x + middle!.half * 0.5, middle!.y], sitter.hip) +
    rope([middle!.x - middle!.half * 0.3, middle!.y], stander.hip) +
    climber.svg +
    sitter.svg +
    stander.svg
  )
}
