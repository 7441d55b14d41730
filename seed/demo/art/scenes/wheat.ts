/** Harvest: furrows that run to the sun, a combine in its dust, ears of wheat at hand. */

import { mix } from '../colour.ts'
import { person } from '../person.ts'
import { poses } from '../poses.ts'
import { wears } from '../wears.ts'
import { clouds, sky } from '../sky.ts'
import { fog, ridge } from '../land.ts'
import { glow } from '../lamps.ts'
import { tint, type Scene, type Stage } from '../stage.ts'
import {
  circle,
  ellipse,
  faint,
  n,
  path,
  polygon,
  rect,
  stroke,
  times,
  type Point,
} from '../svg.ts'

export const wheat: Scene = (stage) => {
  const { w, h, random, light } = stage
  const horizon = h * random.between(0.44, 0.54)
  const sun: Point = [w * random.between(0.25, 0.75), horizon - h * random.between(0.06, 0.2)]
  const gold = tint(stage, '#e0ac3c', 0)
  const machine: Point = [w * (sun[0] > w / 2 ? 0.3 : 0.66) + stage.time * 14, horizon + h * 0.13]
  return {
    back:
      sky(stage, { horizon, sun }) +
      clouds(stage, { from: h * 0.05, to: horizon - 60, count: 9 }) +
      ridge(stage, {
        y: horizon - 6,
        rough: 26,
        colour: tint(stage, '#3c6a55', 0.62),
        name: 'far',
      }) +
      ridge(stage, {
        y: horizon + 4,
        rough: 12,
        colour: tint(stage, '#3f6b3d', 0.42),
        name: 'trees',
        step: 12,
      }) +
      rect(
        -50,
        horizon + 2,
        w + 100,
        h,
        stage.pencil.linear(
          [0, horizon],
          [0, h],
          [
            [0, mix(gold, light.haze, 0.55)],
            [0.4, gold],
            [1, mix(gold, light.ink, 0.55)],
          ],
        ),
      ),
    front:
      furrows(stage, { horizon, centre: sun[0], gold }) +
      fog(stage, { y: horizon + 6, height: h * 0.12, strength: 0.55 }) +
      combine(stage, machine, h * 0.17) +
      farmer(stage, { x: w * (machine[0] > w / 2 ? 0.24 : 0.76), sun }) +
      ears(stage, gold),
    shine: glow(stage, sun, w * 0.6, light.glow, 0.4) + dust(stage, machine),
  }
}

const furrows = (
  stage: Stage,
  { horizon, centre, gold }: { horizon: number; centre: number; gold: string },
) => {
  const { w, h, light } = stage
  const random = stage.random.fork('furrows')
  const lines = times(46, (i) => {
    const t = i / 45 - 0.5
    const end = centre + t * w * 4.4
    const start = centre + t * w * 0.5
    const colour = i % 2 ? mix(gold, light.ink, 0.35) : mix(gold, light.rim, 0.45)
    return polygon(
      [
        [start, horizon + 4],
        [start + 3, horizon + 4],
        [end + 56, h + 20],
        [end - 10, h + 20],
      ],
      colour,
      faint(0.28),
    )
  })
  const stalks = times(520, () => {
    const depth = random.next() ** 1.5
    const y = horizon + 14 + depth * (h - horizon)
    const x = random.between(-20, w + 20)
    const tall = 6 + depth * 50
    const bend =
      random.between(-0.25, 0.35) * tall + Math.sin(stage.time * 2 + x * 0.01) * depth * 8
    return stroke(
      `M${n(x)} ${n(y)}q${n(bend * 0.3)} ${n(-tall * 0.7)} ${n(bend)} ${n(-tall)}`,
      random.chance(0.5) ? mix(gold, light.rim, 0.6) : mix(gold, light.ink, 0.3),
      0.8 + depth * 2.2,
      faint(0.75),
    )
  })
  return lines + stalks
}

const combine = (stage: Stage, [x, y]: Point, size: number) => {
  const { light, pencil } = stage
  const red = tint(stage, stage.random.pick(['#c5392c', '#2f8a46', '#e0a020']), 0.14)
  const dark = tint(stage, '#2a2d30', 0.14)
  const shaded = pencil.linear(
    [0, y - size],
    [0, y],
    [
      [0, mix(red, light.rim, 0.6)],
      [0.35, red],
      [1, mix(red, light.ink, 0.55)],
    ],
  )
  const spin = stage.time * 2.5
  return (
    ellipse(x, y + 8, size * 1.3, size * 0.1, light.ink, faint(0.35)) +
    path(
      `M${n(x - size * 0.7)} ${n(y - size * 0.2)}L${n(x - size * 0.66)} ${n(y - size * 0.72)}L${n(x + size * 0.14)} ${n(y - size * 0.78)}L${n(x + size * 0.3)} ${n(y - size * 0.2)}Z`,
      shaded,
    ) +
    path(
      `M${n(x + size * 0.12)} ${n(y - size * 0.3)}L${n(x + size * 0.12)} ${n(y - size * 1.02)}L${n(x + size * 0.46)} ${n(y - size * 0.98)}L${n(x + size * 0.56)} ${n(y - size * 0.5)}L${n(x + size * 0.5)} ${n(y - size * 0.3)}Z`,
      tint(stage, '#8fb4c8', 0.2),
    ) +
    rect(x + size * 0.1, y - size * 1.06, size * 0.4, size * 0.07, red) +
    path(
      `M${n(x - size * 0.5)} ${n(y - size * 0.74)}L${n(x - size * 1.05)} ${n(y - size * 1.02)}L${n(x - size * 1.02)} ${n(y - size * 0.94)}L${n(x - size * 0.44)} ${n(y - size * 0.66)}Z`,
      red,
    ) +
    circle(x + size * 0.22, y - size * 0.2, size * 0.25, dark) +
    circle(x + size * 0.22, y - size * 0.2, size * 0.11, mix(red, light.rim, 0.3)) +
    circle(x - size * 0.5, y - size * 0.13, size * 0.17, dark) +
    circle(x - size * 0.5, y - size * 0.13, size * 0.07, mix(red, light.rim, 0.3)) +
    polygon(
      [
        [x + size * 0.5, y - size * 0.35],
        [x + size * 0.92, y - size * 0.18],
        [x + size * 0.94, y],
        [x + size * 0.6, y - size * 0.05],
      ],
      mix(red, light.ink, 0.2),
    ) +
    times(6, (i) => {
      const a = spin + (i * Math.PI) / 3
      const [cx, cy] = [x + size * 0.98, y - size * 0.2]
      return stroke(
        `M${n(cx)} ${n(cy)}L${n(cx + Math.cos(a) * size * 0.24)} ${n(cy + Math.sin(a) * size * 0.24)}`,
        dark,
        3,
      )
    }) +
    circle(
      x + size * 0.98,
      y - size * 0.2,
      size * 0.24,
      'none',
      `stroke="${dark}" stroke-width="3"`,
    )
  )
}

const dust = (stage: Stage, [x, y]: Point) => {
  const random = stage.random.fork('dust')
  const puff = stage.pencil.puff(mix(stage.light.haze, stage.light.glow, 0.5))
  return times(16, (i) =>
    ellipse(
      x - 60 - i * random.between(8, 26),
      y - random.between(0, 90),
      random.between(40, 120),
      random.between(24, 70),
      puff,
      faint(0.16),
    ),
  )
}

const farmer = (stage: Stage, { x, sun }: { x: number; sun: Point }) => {
  const { h, random } = stage
  const lit = sun[0] > x ? 1 : -1
  return person({
    ...stage,
    ground: [x, h * 1.04],
    height: h * 0.5,
    pose: random.pick([poses.look, poses.carry, poses.hold]),
    wear: wears.farmer,
    facing: lit,
    lit,
    shade: 0.1,
  }).svg
}

/** Big ears in the foreground, along the bottom edge. */
const ears = (stage: Stage, gold: string) => {
  const { w, h, light, time } = stage
  const random = stage.random.fork('ears')
  return times(26, () => {
    const x = random.between(-20, w + 20)
    const tall = random.between(0.12, 0.3) * h
    const bend = random.between(-60, 60) + Math.sin(time * 1.7 + x * 0.01) * 14
    const tip: Point = [x + bend, h - tall]
    const stalk = stroke(
      `M${n(x)} ${h + 10}Q${n(x)} ${n(h - tall * 0.5)} ${n(tip[0])} ${n(tip[1])}`,
      mix(gold, light.ink, 0.2),
      3.6,
    )
    const angle = Math.atan2(bend * 1.4, tall)
    const grains = times(9, (i) => {
      const along = i * 12
      const side = i % 2 ? 1 : -1
      const gx = tip[0] + Math.sin(angle) * (along - 20) + Math.cos(angle) * side * 6.5
      const gy = tip[1] - Math.cos(angle) * (along - 20) + Math.sin(angle) * side * 6.5
      const turn = (angle * 180) / Math.PI + side * 24
      return (
        stroke(
          `M${n(gx)} ${n(gy)}l${n(Math.sin(angle + side * 0.3) * 54)} ${n(-Math.cos(angle + side * 0.3) * 54)}`,
          mix(gold, light.glow, 0.35),
          1.1,
          faint(0.8),
        ) +
        ellipse(
          gx,
          gy,
          6,
          12,
          i % 2 ? mix(gold, light.glow, 0.3) : mix(gold, light.ink, 0.1),
          `transform="rotate(${n(turn)} ${n(gx)} ${n(gy)})"`,
        )
      )
    })
    return stalk + grains
  })
}
