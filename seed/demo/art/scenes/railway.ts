/** Rails at first light: a fast train comes out of the haze, track workers walk their section. */

import { mix } from '../colour.ts'
import { person } from '../person.ts'
import { poses } from '../poses.ts'
import { wears } from '../wears.ts'
import { clouds, sky } from '../sky.ts'
import { fog, ridge, skyline } from '../land.ts'
import { glow } from '../lamps.ts'
import { tint, type Scene, type Stage } from '../stage.ts'
import { beam, cable } from '../steel.ts'
import { ellipse, faint, line, n, path, polygon, rect, times, type Point } from '../svg.ts'

export const railway: Scene = (stage) => {
  const { w, h, random, light } = stage
  const eye: Point = [w * random.between(0.36, 0.44), h * 0.46]
  const sun: Point = [
    eye[0] + w * random.between(-0.2, 0.25),
    eye[1] - h * random.between(0.02, 0.16),
  ]
  const lead = Math.min(0.86, random.between(0.4, 0.52) + stage.time * 0.045)
  const lamps = headlamps(stage, eye, lead)
  return {
    back:
      sky(stage, { horizon: eye[1], sun }) +
      clouds(stage, { from: h * 0.04, to: eye[1] - 40, count: 8 }) +
      ridge(stage, {
        y: eye[1] + 4,
        rough: 40,
        colour: tint(stage, '#4b6f72', 0.68),
        name: 'hills',
      }) +
      skyline(stage, { y: eye[1] + 12, tall: h * 0.09, depth: 0.6, name: 'town', gap: 60 }) +
      rect(
        -50,
        eye[1] + 8,
        w + 100,
        h,
        stage.pencil.linear(
          [0, eye[1]],
          [0, h],
          [
            [0, tint(stage, '#7c8a5a', 0.5)],
            [0.5, tint(stage, '#5c6a48', 0.12)],
            [1, tint(stage, '#32382e', 0)],
          ],
        ),
      ) +
      fog(stage, { y: eye[1] + 20, height: h * 0.16, strength: 0.75 }),
    front:
      track(stage, eye, 0.26) +
      track(stage, eye, -0.34) +
      overhead(stage, eye) +
      train(stage, eye, lead) +
      crew(stage, eye, sun),
    shine:
      glow(stage, sun, w * 0.5, light.glow, 0.36) +
      lamps.map((lamp) => glow(stage, lamp, 60 + lead * 240, '#fff4d8', 0.9)).join(''),
  }
}

/**
 * A point on the ground: `side` in half widths of the picture at the front, `t` 0 at the eye, 1 at
 * the front.
 */
const onGround = ({ w, h }: Stage, eye: Point, side: number, t: number): Point => [
  eye[0] + (w / 2 + side * w - eye[0]) * t,
  eye[1] + 10 + (h * 1.04 - eye[1]) * t,
]

const track = (stage: Stage, eye: Point, side: number) => {
  const { light, pencil } = stage
  const ballast = tint(stage, '#8b857c', 0.08)
  const half = 0.17
  const gauge = 0.085
  const at = (offset: number, t: number) => onGround(stage, eye, side + offset, t)
  const bed = polygon(
    [at(-half * 0.2, 0), at(half * 0.2, 0), at(half, 1.1), at(-half, 1.1)],
    pencil.linear(
      [0, eye[1]],
      [0, stage.h],
      [
        [0, mix(ballast, light.haze, 0.6)],
        [1, mix(ballast, light.ink, 0.35)],
      ],
    ),
  )
  const sleepers = times(46, (i) => {
    const t = (i / 46) ** 2.4 * 1.1
    const thick = 0.011 * t + 0.0006
    return polygon(
      [
        at(-half * 0.78, t),
        at(half * 0.78, t),
        at(half * 0.78, t + thick),
        at(-half * 0.78, t + thick),
      ],
      tint(stage, '#b5b2aa', 0.5 * (1 - t)),
    )
  })
  const rails = [-gauge, gauge]
    .map(
      (offset) =>
        polygon(
          [at(offset, 0), at(offset + 0.0006, 0), at(offset + 0.011, 1.1), at(offset - 0.004, 1.1)],
          tint(stage, '#4a4038', 0.05),
        ) +
        polygon(
          [at(offset, 0), at(offset + 0.0004, 0), at(offset + 0.0065, 1.1), at(offset, 1.1)],
          mix(light.glow, light.rim, 0.5),
          faint(0.9),
        ),
    )
    .join('')
  return bed + sleepers + rails
}

const overhead = (stage: Stage, eye: Point) => {
  const colour = (t: number) => tint(stage, '#59666e', 0.65 * (1 - t))
  const masts = [0.05, 0.09, 0.16, 0.3, 0.62].map((t) => {
    const foot = onGround(stage, eye, -0.62, t)
    const tall = 640 * t
    const arm: Point = [foot[0] + 300 * t, foot[1] - tall * 0.9]
    return { t, foot, top: [foot[0], foot[1] - tall] as Point, arm }
  })
  const posts = masts
    .map(
      ({ t, foot, top, arm }) =>
        beam(stage, { from: foot, to: top, width: 20 * t + 1, colour: colour(t) }) +
        beam(stage, {
          from: [top[0], top[1] + 30 * t],
          to: arm,
          width: 8 * t + 0.6,
          colour: colour(t),
        }) +
        beam(stage, {
          from: [top[0], top[1] + 150 * t],
          to: arm,
          width: 6 * t + 0.6,
          colour: colour(t),
        }),
    )
    .join('')
  const last = masts.at(-1)!
  const wire = masts
    .slice(1)
    .map(({ arm, t }, i) => cable(masts[i]!.arm, arm, 26 * t, colour(t), 1 + t * 2))
    .join('')
  return (
    wire +
    line(
      last.arm,
      [eye[0] + (last.arm[0] - eye[0]) * 3, eye[1] + (last.arm[1] - eye[1]) * 3],
      colour(1),
      3,
    ) +
    posts
  )
}

const size = (lead: number) => 60 + lead * 430
const noseAt = (stage: Stage, eye: Point, lead: number) => onGround(stage, eye, 0.26, lead)

const headlamps = (stage: Stage, eye: Point, lead: number): Point[] => {
  const [x, y] = noseAt(stage, eye, lead)
  const s = size(lead)
  return [
    [x - s * 0.27, y - s * 0.24],
    [x + s * 0.27, y - s * 0.24],
  ]
}

const FLANK: readonly Point[] = [
  [0, 0.99],
  [-0.3, 0.9],
  [-0.46, 0.66],
  [-0.5, 0.3],
  [-0.49, 0.05],
]
const WINDOWS: readonly Point[] = [
  [-0.44, 0.7],
  [-0.48, 0.5],
]
const BAND: readonly Point[] = [
  [-0.5, 0.36],
  [-0.5, 0.27],
]

/** The nose, and the flank that runs back to the eye. */
const train = (stage: Stage, eye: Point, lead: number) => {
  const { light, pencil, random } = stage
  const [x, y] = noseAt(stage, eye, lead)
  const s = size(lead)
  const body = tint(stage, '#f0f2f4', 0.08)
  const band = tint(stage, random.pick(['#1f5fae', '#b8312a', '#c79a2c', '#1f8a6a']), 0.05)
  const [tailX, tailY] = onGround(stage, eye, 0.26, lead * 0.16)
  /** Between the front section and one far behind it; [side, up] in parts of the train's size. */
  const flank = (edge: readonly Point[], fill: string) =>
    polygon(
      [
        ...edge.map(([side, up]): Point => [x + side * s, y - up * s]),
        ...[...edge]
          .reverse()
          .map(([side, up]): Point => [tailX + side * s * 0.16, tailY - up * s * 0.16]),
      ],
      fill,
    )
  const shade = pencil.linear(
    [tailX, 0],
    [x - s * 0.4, 0],
    [
      [0, mix(body, light.haze, 0.6)],
      [1, mix(body, light.ink, 0.16)],
    ],
  )
  const nose = `M${n(x - s * 0.5)} ${n(y - s * 0.06)}C${n(x - s * 0.56)} ${n(y - s * 0.7)} ${n(x - s * 0.34)} ${n(y - s * 0.98)} ${n(x)} ${n(y - s)}C${n(x + s * 0.34)} ${n(y - s * 0.98)} ${n(x + s * 0.56)} ${n(y - s * 0.7)} ${n(x + s * 0.5)} ${n(y - s * 0.06)}Q${n(x)} ${n(y + s * 0.03)} ${n(x - s * 0.5)} ${n(y - s * 0.06)}Z`
  const glass = `M${n(x - s * 0.3)} ${n(y - s * 0.6)}C${n(x - s * 0.26)} ${n(y - s * 0.84)} ${n(x - s * 0.1)} ${n(y - s * 0.88)} ${n(x)} ${n(y - s * 0.88)}C${n(x + s * 0.1)} ${n(y - s * 0.88)} ${n(x + s * 0.26)} ${n(y - s * 0.84)} ${n(x + s * 0.3)} ${n(y - s * 0.6)}Q${n(x)} ${n(y - s * 0.52)} ${n(x - s * 0.3)} ${n(y - s * 0.6)}Z`
  return (
    ellipse(x, y, s * 0.62, s * 0.06, light.ink, faint(0.5)) +
    flank(FLANK, shade) +
    flank(WINDOWS, mix(tint(stage, '#22303c', 0.1), light.haze, 0.1)) +
    flank(BAND, band) +
    path(
      nose,
      pencil.linear(
        [x - s * 0.5, 0],
        [x + s * 0.5, 0],
        [
          [0, mix(body, light.ink, 0.2)],
          [0.35, mix(body, '#ffffff', 0.6)],
          [0.7, body],
          [1, mix(body, light.ink, 0.5)],
        ],
      ),
    ) +
    path(
      `M${n(x - s * 0.5)} ${n(y - s * 0.28)}Q${n(x)} ${n(y - s * 0.06)} ${n(x + s * 0.5)} ${n(y - s * 0.28)}L${n(x + s * 0.51)} ${n(y - s * 0.36)}Q${n(x)} ${n(y - s * 0.14)} ${n(x - s * 0.51)} ${n(y - s * 0.36)}Z`,
      band,
    ) +
    path(
      glass,
      pencil.linear(
        [x, y - s * 0.9],
        [x, y - s * 0.52],
        [
          [0, '#0d1820'],
          [0.6, '#27404f'],
          [1, mix('#6f93a6', light.glow, 0.4)],
        ],
      ),
    ) +
    path(
      `M${n(x - s * 0.42)} ${n(y - s * 0.08)}Q${n(x)} ${n(y + s * 0.01)} ${n(x + s * 0.42)} ${n(y - s * 0.08)}l${n(-s * 0.04)} ${n(s * 0.05)}Q${n(x)} ${n(y + s * 0.05)} ${n(x - s * 0.38)} ${n(y - s * 0.03)}Z`,
      tint(stage, '#2a3036', 0),
    ) +
    [-1, 1]
      .map((side) =>
        ellipse(
          x + side * s * 0.27,
          y - s * 0.24,
          s * 0.07,
          s * 0.03,
          '#ffffff',
          `transform="rotate(${side * 16} ${n(x + side * s * 0.27)} ${n(y - s * 0.24)})"`,
        ),
      )
      .join('')
  )
}

const crew = (stage: Stage, eye: Point, sun: Point) => {
  const { w, h, random } = stage
  const places: [number, number][] = [
    [-0.3, 0.62],
    [-0.36, 0.84],
    [-0.2, 0.5],
  ]
  return times(3, (i) => {
    const [side, t] = places[2 - i]!
    const [x, y] = onGround(stage, eye, side, t)
    const lit = sun[0] > x ? 1 : -1
    return (
      ellipse(x - lit * w * 0.03, y, w * 0.045 * t, 7 * t, stage.light.ink, faint(0.35)) +
      person({
        ...stage,
        ground: [x, y],
        height: Math.min(h, w * 0.8) * 0.6 * t,
        pose: random.pick([poses.walk, poses.carry, poses.stoop, poses.point]),
        wear: wears.railman,
        facing: i === 1 ? -1 : 1,
        lit,
        shade: 0.05,
      }).svg
    )
  })
}
