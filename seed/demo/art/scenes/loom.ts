/** A weaving hall: threads run from the beams to a vanishing point, a weaver minds them. */

import { mix } from '../colour.ts'
import { person } from '../person.ts'
import { poses } from '../poses.ts'
import { wears } from '../wears.ts'
import { glow } from '../lamps.ts'
import { tint, type Scene, type Stage } from '../stage.ts'
import {
  circle,
  ellipse,
  faint,
  line,
  polygon,
  rect,
  stroke,
  n,
  times,
  type Point,
} from '../svg.ts'

const YARNS = [
  ['#e8e2d4', '#d7b77a', '#b6452f', '#274c77', '#f5f1e8'],
  ['#f2c14e', '#f78154', '#b4436c', '#4d9078', '#f6e7cb'],
  ['#dfe8ee', '#9bbcd4', '#3f7cac', '#1f4e79', '#f4f7f8'],
  ['#f6d5e0', '#d8668f', '#8e3b6b', '#f3ecd8', '#c9a24a'],
] as const

export const loom: Scene = (stage) => {
  const { w, h, random, light } = stage
  const eye: Point = [w * random.between(0.42, 0.58), h * 0.34]
  const yarns = random.pick(YARNS)
  const lit = random.chance(0.5) ? 1 : -1
  const x = w * (lit > 0 ? 0.3 : 0.68) + random.between(-40, 40)
  return {
    back: hall(stage, eye, lit),
    front:
      spools(stage, eye, yarns) +
      warp(stage, eye, yarns) +
      weaver(stage, { x, lit }) +
      cloth(stage, yarns),
    shine:
      times(4, (i) => shaft(stage, eye, i, lit)) +
      glow(stage, [lit > 0 ? w : 0, h * 0.08], w * 0.7, light.glow, 0.42),
  }
}

const hall = (stage: Stage, eye: Point, lit: number) => {
  const { w, h, pencil, light } = stage
  const wall = tint(stage, '#6f7f88', 0.1)
  const far: [number, number, number, number] = [
    eye[0] - w * 0.13,
    eye[1] - h * 0.12,
    w * 0.26,
    h * 0.2,
  ]
  let svg = rect(
    -100,
    -100,
    w + 200,
    h + 200,
    pencil.linear(
      [0, 0],
      [0, h],
      [
        [0, tint(stage, '#46545c', 0)],
        [0.4, wall],
        [1, tint(stage, '#33393c', 0)],
      ],
    ),
  )
  svg += polygon(
    [
      [-50, -50],
      [w + 50, -50],
      [far[0] + far[2], far[1]],
      [far[0], far[1]],
    ],
    tint(stage, '#3a4650', 0.06),
  )
  svg += times(9, (i) => {
    const t = (i / 9) ** 0.6
    const y = -40 + (far[1] + 40) * t
    const half = (w / 2 + 50) * (1 - t) + (far[2] / 2) * t
    const cx = w / 2 + (eye[0] - w / 2) * t
    return (
      rect(cx - half * 0.5, y, half, 6 * (1 - t) + 2, '#f4fbff', faint(0.75)) +
      line([cx - half, y], [cx + half, y], mix(wall, light.ink, 0.5), 3 * (1 - t) + 1)
    )
  })
  svg += times(6, (i) => {
    const t = i / 6
    const t2 = (i + 0.62) / 6
    const edge = (s: number): Point =>
      lit > 0 ? [w + 60 + (far[0] + far[2] - w - 60) * s, 0] : [-60 + (far[0] + 60) * s, 0]
    const top = (s: number) => h * 0.02 + (far[1] + 10 - h * 0.02) * s
    const foot = (s: number) => h * 0.5 + (far[1] + far[3] * 0.55 - h * 0.5) * s
    const [s, e] = [t ** 0.7, t2 ** 0.7]
    return polygon(
      [
        [edge(s)[0], top(s)],
        [edge(e)[0], top(e)],
        [edge(e)[0], foot(e)],
        [edge(s)[0], foot(s)],
      ],
      mix(light.glow, '#ffffff', 0.4),
      faint(0.9),
    )
  })
  return svg + rect(...far, mix(wall, light.glow, 0.45))
}

const shaft = ({ w, h, pencil, light }: Stage, eye: Point, i: number, lit: number) => {
  const from = lit > 0 ? w - i * w * 0.12 : i * w * 0.12
  const to = from - lit * w * 0.42
  return polygon(
    [
      [from, 0],
      [from - lit * w * 0.06, 0],
      [to - lit * w * 0.1, h],
      [to + lit * w * 0.04, h],
    ],
    pencil.linear(
      [from, 0],
      [to, h],
      [
        [0, light.glow, 0.26],
        [0.7, light.glow, 0.05],
        [1, light.glow, 0],
      ],
    ),
  )
}

/** Creels on both sides: rows of spools that shrink with distance. */
const spools = (stage: Stage, eye: Point, yarns: readonly string[]) => {
  const { w, h, light } = stage
  const random = stage.random.fork('spools')
  return [-1, 1]
    .map((side) =>
      times(9, (back) => {
        const t = 1 - (8 - back) * 0.1 - 0.12
        const scale = 0.16 + t * 0.84
        const x = eye[0] + side * (w * 0.1 + w * 0.46 * scale)
        const rail = line(
          [x, eye[1] - h * 0.1 * scale],
          [x, eye[1] + h * 0.6 * scale],
          tint(stage, '#7b8892', 0.3 * (1 - scale)),
          7 * scale,
        )
        return (
          rail +
          times(6, (row) => {
            const y = eye[1] + h * (-0.04 + row * 0.1) * scale
            const colour = tint(stage, random.pick(yarns), 0.4 * (1 - scale))
            const r = 34 * scale
            return (
              rect(
                x - side * r * 1.4 - r * 0.7,
                y - r * 0.8,
                r * 1.4,
                r * 1.6,
                stage.pencil.linear(
                  [0, y - r],
                  [0, y + r],
                  [
                    [0, mix(colour, light.rim, 0.55)],
                    [0.35, colour],
                    [1, mix(colour, light.ink, 0.6)],
                  ],
                ),
                `rx="${n(r * 0.2)}"`,
              ) +
              ellipse(x - side * r * 2.1, y, r * 0.26, r * 0.86, mix(colour, light.rim, 0.3)) +
              circle(x - side * r * 2.1, y, r * 0.2, tint(stage, '#4a3a2c', 0))
            )
          })
        )
      }),
    )
    .join('')
}

/** The warp: hundreds of threads fanning out from the eye to the beam at the front. */
const warp = (stage: Stage, eye: Point, yarns: readonly string[]) => {
  const { w, h, time, light } = stage
  const random = stage.random.fork('warp')
  const count = 150
  return times(count, (i) => {
    const t = i / (count - 1)
    const end = w * (-0.12 + 1.24 * t)
    const start = eye[0] + (t - 0.5) * w * 0.16
    const colour = tint(stage, yarns[Math.floor(t * 40 + random.next() * 1.6) % yarns.length]!, 0)
    const lift = Math.sin(time * 5 + i) * 4
    const shimmer = mix(colour, light.rim, 0.5 * (0.5 + 0.5 * Math.sin(t * 26 + time * 3)))
    return stroke(
      `M${n(start)} ${n(eye[1] + 40)}Q${n((start + end) / 2)} ${n(h * 0.56 + lift)} ${n(end)} ${n(h * 0.86)}`,
      shimmer,
      2.2,
      faint(0.9),
    )
  })
}

const cloth = (stage: Stage, yarns: readonly string[]) => {
  const { w, h, light, pencil } = stage
  const top = h * 0.86
  const colour = tint(stage, yarns[2]!, 0)
  const bar = tint(stage, '#c7cdd0', 0)
  return (
    rect(
      -50,
      top,
      w + 100,
      h - top + 60,
      pencil.linear(
        [0, top],
        [0, h],
        [
          [0, mix(colour, light.rim, 0.4)],
          [0.5, colour],
          [1, mix(colour, light.ink, 0.6)],
        ],
      ),
    ) +
    times(yarns.length * 9, (i) =>
      rect(
        i * (w / 40),
        top,
        w / 110,
        h - top + 60,
        tint(stage, yarns[i % yarns.length]!, 0),
        faint(0.55),
      ),
    ) +
    times(12, (i) =>
      line([-20, top + 10 + i * 11], [w + 20, top + 10 + i * 11], light.ink, 1, faint(0.16)),
    ) +
    rect(
      -50,
      top - 16,
      w + 100,
      20,
      pencil.linear(
        [0, top - 16],
        [0, top + 4],
        [
          [0, mix(bar, light.ink, 0.3)],
          [0.3, mix(bar, '#ffffff', 0.6)],
          [1, mix(bar, light.ink, 0.6)],
        ],
      ),
    )
  )
}

const weaver = (stage: Stage, { x, lit }: { x: number; lit: 1 | -1 }) => {
  const { h, random } = stage
  const facing = lit
  return (
    ellipse(x, h * 0.9, 120, 24, stage.light.ink, faint(0.35)) +
    person({
      ...stage,
      ground: [x, h * 0.97],
      height: h * 0.64,
      pose: random.pick([poses.hold, poses.point, poses.hold]),
      wear: wears.weaver,
      facing,
      lit,
    }).svg
  )
}
