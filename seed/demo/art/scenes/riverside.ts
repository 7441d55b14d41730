/** After work: a family by the river with kites, the town across the water. */

import { mix } from '../colour.ts'
import { person } from '../person.ts'
import { poses } from '../poses.ts'
import { wears } from '../wears.ts'
import { clouds, sky } from '../sky.ts'
import { fog, skyline, water } from '../land.ts'
import { glow } from '../lamps.ts'
import { tint, type Scene, type Stage } from '../stage.ts'
import { ellipse, faint, line, n, path, polygon, rect, stroke, times, type Point } from '../svg.ts'

export const riverside: Scene = (stage) => {
  const { w, h, random, light } = stage
  const far = h * 0.56
  const sun: Point = [w * random.between(0.3, 0.7), far - h * random.between(0.06, 0.22)]
  return {
    back:
      sky(stage, { horizon: far, sun }) +
      clouds(stage, { from: h * 0.04, to: far - 80, count: 9 }) +
      skyline(stage, { y: far, tall: h * 0.2, depth: 0.6, name: 'town', gap: 30 }) +
      water(stage, { y: far, sunX: sun[0] }) +
      fog(stage, { y: far + 6, height: h * 0.12, strength: 0.55 }),
    front: bank(stage) + tree(stage) + family(stage, sun),
    shine: glow(stage, sun, w * 0.55, light.glow, 0.4),
  }
}

const bank = (stage: Stage) => {
  const { w, h, light, pencil } = stage
  const random = stage.random.fork('bank')
  const grass = tint(stage, '#5f8f3f', 0)
  const y = h * 0.84
  const edge = `M-60 ${n(y + 20)}Q${n(w * 0.3)} ${n(y - 34)} ${n(w * 0.6)} ${n(y)}T${n(w + 60)} ${n(y - 6)}V${n(h + 60)}H-60Z`
  return (
    path(
      edge,
      pencil.linear(
        [0, y - 20],
        [0, h],
        [
          [0, mix(grass, light.rim, 0.4)],
          [0.2, grass],
          [1, mix(grass, light.ink, 0.7)],
        ],
      ),
    ) +
    path(
      `M-60 ${n(h * 0.95)}Q${n(w * 0.4)} ${n(h * 0.86)} ${n(w + 60)} ${n(h * 0.92)}V${n(h * 0.965)}Q${n(w * 0.4)} ${n(h * 0.91)} -60 ${n(h * 1.0)}Z`,
      mix(tint(stage, '#c9b494', 0), light.rim, 0.15),
    ) +
    times(240, () => {
      const [x, gy] = [random.between(-20, w + 20), y + 6 + random.next() * (h - y)]
      const tall = 6 + ((gy - y) / (h - y)) * 26
      return stroke(
        `M${n(x)} ${n(gy)}q${n(random.between(-4, 4))} ${n(-tall * 0.6)} ${n(random.between(-8, 8) + Math.sin(stage.time * 2 + x) * 3)} ${n(-tall)}`,
        random.chance(0.5) ? mix(grass, light.rim, 0.4) : mix(grass, light.ink, 0.4),
        1.8,
        faint(0.8),
      )
    })
  )
}

/** A willow on one side; its twigs hang into the picture and sway. */
const tree = (stage: Stage) => {
  const { w, h, light, time } = stage
  const random = stage.random.fork('willow')
  const leaf = tint(stage, '#7fae45', 0.05)
  const root: Point = [w * 0.96, h * 0.86]
  const trunk = path(
    `M${n(root[0] - 26)} ${n(root[1] + 10)}C${n(root[0] - 14)} ${n(h * 0.5)} ${n(root[0] - 30)} ${n(h * 0.3)} ${n(root[0] - 80)} ${n(h * 0.1)}L${n(root[0] - 50)} ${n(h * 0.08)}C${n(root[0] + 10)} ${n(h * 0.3)} ${n(root[0] + 22)} ${n(h * 0.5)} ${n(root[0] + 34)} ${n(root[1] + 12)}Z`,
    mix(tint(stage, '#5a4434', 0), light.ink, 0.3),
  )
  return (
    trunk +
    times(46, (i) => {
      const x = root[0] - 240 + i * 8.4 + random.between(-10, 10)
      const y = random.between(-30, h * 0.1)
      const length = h * random.between(0.2, 0.52)
      const sway = Math.sin(time * 1.2 + i * 0.4) * 16
      const end: Point = [x - random.between(10, 50) + sway, y + length]
      const colour = random.chance(0.5) ? mix(leaf, light.rim, 0.3) : mix(leaf, light.ink, 0.35)
      return (
        stroke(
          `M${n(x)} ${n(y)}Q${n(x - 4)} ${n(y + length * 0.6)} ${n(end[0])} ${n(end[1])}`,
          colour,
          1.6,
          faint(0.9),
        ) +
        times(10, (k) => {
          const t = 0.25 + (k / 10) * 0.75
          const [lx, ly] = [x + (end[0] - x) * t * t, y + length * t]
          return ellipse(
            lx,
            ly,
            3.4,
            11,
            colour,
            `transform="rotate(${k % 2 ? 28 : -28} ${n(lx)} ${n(ly)})" ${faint(0.9)}`,
          )
        })
      )
    })
  )
}

const family = (stage: Stage, sun: Point) => {
  const { w, h, random, light } = stage
  const y = h * 0.93
  const x = w * random.between(0.24, 0.36)
  const tall = h * (w > h ? 0.38 : 0.3)
  const lit = (at: number): 1 | -1 => (sun[0] > at ? 1 : -1)
  const colours = random.sample(
    ['#3f7fc0', '#d8574a', '#e8a83a', '#5fa06a', '#8a6ab0', '#f0f0ea'],
    4,
  )
  const adult = (at: number, size: number, top: string, pose: keyof typeof poses, facing: 1 | -1) =>
    person({
      ...stage,
      ground: [at, y],
      height: tall * size,
      pose: poses[pose],
      wear: { ...wears.plain, top, trousers: random.pick(['#39465a', '#5a4a3f', '#2f3f5f']) },
      facing,
      lit: lit(at),
      shade: 0.05,
    })
  const father = adult(x, 1, colours[0]!, 'lift', 1)
  const child = adult(x + w * 0.1, 0.6, colours[1]!, random.pick(['raise', 'walk']), 1)
  const mother = adult(x + w * 0.19, 0.93, colours[2]!, random.pick(['look', 'stand']), -1)
  const old = adult(x - w * 0.12, 0.9, colours[3]!, 'stand', 1)
  const kites = [father.hands[0], child.hands[0]]
    .map((hand, i) =>
      kite(stage, hand, [w * (0.5 + i * 0.2) + random.between(-60, 60), h * (0.14 + i * 0.1)], i),
    )
    .join('')
  const shadow = [x, x + w * 0.1, x + w * 0.19, x - w * 0.12]
    .map((at) => ellipse(at - lit(at) * 40, y + 4, 70, 8, light.ink, faint(0.3)))
    .join('')
  return shadow + kites + old.svg + mother.svg + child.svg + father.svg
}

const kite = (stage: Stage, hand: Point, at: Point, index: number) => {
  const { light, time, pencil } = stage
  const random = stage.random.fork(`kite${index}`)
  const [x, y] = [
    at[0] + Math.sin(time * 1.1 + index) * 24,
    at[1] + Math.cos(time * 1.4 + index) * 14,
  ]
  const [a, b] = random.sample(['#e8453c', '#f7b52c', '#3f8fe0', '#4fae6a', '#a05fc0'], 2)
  const s = 46 - index * 8
  const wing = (side: number, colour: string) =>
    polygon(
      [
        [0, -s],
        [side * s * 0.8, -s * 0.1],
        [0, s * 1.3],
      ],
      pencil.linear(
        [0, -s],
        [0, s],
        [
          [0, mix(tint(stage, colour, 0), light.rim, 0.4)],
          [1, tint(stage, colour, 0)],
        ],
      ),
    )
  const tail = times(
    6,
    (i) =>
      `<ellipse cx="${n(Math.sin(i + time * 4) * 10)}" cy="${n(s * 1.5 + i * 16)}" rx="9" ry="4" fill="${i % 2 ? a : b}"/>`,
  )
  return (
    stroke(
      `M${n(hand[0])} ${n(hand[1])}Q${n((hand[0] + x) / 2 + 30)} ${n((hand[1] + y) / 2 + 90)} ${n(x)} ${n(y)}`,
      light.rim,
      1.3,
      faint(0.7),
    ) +
    `<g transform="translate(${n(x)} ${n(y)}) rotate(24)">${wing(-1, a!)}${wing(1, b!)}${line([0, -s], [0, s * 1.3], light.ink, 1.6)}${rect(-s * 0.8, -s * 0.12, s * 1.6, 2, light.ink)}${tail}</g>`
  )
}
