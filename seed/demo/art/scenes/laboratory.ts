/**
 * A clean room: a wafer that shimmers in all colours, an engineer, a robot arm, yellow or blue
 * light.
 */

import { mix } from '../colour.ts'
import type { Light } from '../light.ts'
import { person } from '../person.ts'
import { poses } from '../poses.ts'
import { wears } from '../wears.ts'
import { bokeh, glow } from '../lamps.ts'
import type { Scene, Stage } from '../stage.ts'
import { circle, faint, line, n, path, polygon, rect, stroke, times, type Point } from '../svg.ts'

const YELLOW: Light = {
  name: 'day',
  sky: ['#4a3a10', '#a8862a', '#f0d27a'],
  glow: '#ffeab0',
  haze: '#e8cf8a',
  ink: '#241a08',
  rim: '#fff8dc',
  colour: 0.8,
}
const BLUE: Light = {
  name: 'night',
  sky: ['#061430', '#0f3a70', '#3f8fd0'],
  glow: '#bfe8ff',
  haze: '#4f8fc8',
  ink: '#040c1c',
  rim: '#e0f6ff',
  colour: 0.66,
}
const WHITE: Light = {
  name: 'day',
  sky: ['#5f7f9a', '#b4cad8', '#f2f8fb'],
  glow: '#ffffff',
  haze: '#dbe8ef',
  ink: '#1f3344',
  rim: '#ffffff',
  colour: 0.92,
}

export const laboratory: Scene = (given) => {
  const light = given.random.pick([YELLOW, BLUE, BLUE, WHITE])
  const stage: Stage = { ...given, light }
  const { w, h, random } = stage
  const eye: Point = [w * random.between(0.54, 0.64), h * 0.42]
  const wafer: Point = [w * random.between(0.66, 0.74), h * 0.6]
  const radius = h * (w > h ? 0.25 : 0.17)
  return {
    back:
      corridor(stage, eye) +
      bokeh(stage, {
        count: 14,
        from: h * 0.1,
        to: h * 0.7,
        colours: [light.glow, light.haze],
        size: 46,
      }),
    front:
      bench(stage, wafer, radius) +
      arm(stage, wafer, radius) +
      disc(stage, wafer, radius) +
      engineer(stage, wafer, radius) +
      readout(stage),
    shine:
      glow(stage, [wafer[0], wafer[1] - radius], w * 0.42, light.glow, 0.4) +
      glow(stage, eye, w * 0.5, light.glow, 0.34),
  }
}

const corridor = (stage: Stage, eye: Point) => {
  const { w, h, light, pencil } = stage
  const wall = mix(light.ink, light.haze, 0.62)
  let svg = rect(
    -50,
    -50,
    w + 100,
    h + 100,
    pencil.radial(eye, Math.hypot(w, h) * 0.72, [
      [0, mix(light.glow, light.haze, 0.3)],
      [0.4, wall],
      [1, mix(light.ink, light.haze, 0.25)],
    ]),
  )
  svg += times(12, (i) => {
    const t = (i / 12) ** 2.2
    const half = w * 0.05 + w * 0.7 * t
    const y = eye[1] - h * 0.03 - h * 0.62 * t
    return rect(
      eye[0] - half * 0.7,
      y,
      half * 1.4,
      4 + 22 * t,
      mix(light.glow, '#ffffff', 0.6),
      faint(0.85),
    )
  })
  svg += [-1, 1]
    .map((side) =>
      times(7, (i) => {
        const [a, b] = [((i + 0.1) / 7) ** 2, ((i + 0.86) / 7) ** 2]
        const x = (t: number) => eye[0] + side * (w * 0.05 + w * 0.72 * t)
        const top = (t: number) => eye[1] - h * 0.02 - h * 0.4 * t
        const foot = (t: number) => eye[1] + h * 0.05 + h * 0.5 * t
        return (
          polygon(
            [
              [x(a), top(a)],
              [x(b), top(b)],
              [x(b), foot(b)],
              [x(a), foot(a)],
            ],
            i % 2 ? mix(wall, '#ffffff', 0.3) : mix(wall, light.ink, 0.35),
            faint(0.8),
          ) +
          polygon(
            [
              [x(a), top(a) + (foot(a) - top(a)) * 0.2],
              [x(b), top(b) + (foot(b) - top(b)) * 0.2],
              [x(b), top(b) + (foot(b) - top(b)) * 0.42],
              [x(a), top(a) + (foot(a) - top(a)) * 0.42],
            ],
            light.sky[1],
            faint(0.75),
          )
        )
      }),
    )
    .join('')
  return (
    svg +
    polygon(
      [
        [-50, h + 50],
        [eye[0] - w * 0.05, eye[1] + h * 0.05],
        [eye[0] + w * 0.05, eye[1] + h * 0.05],
        [w + 50, h + 50],
      ],
      mix(wall, light.glow, 0.35),
      faint(0.6),
    )
  )
}

/** A disc of dies, coloured like a grating: the hue turns with the angle and with time. */
const disc = (stage: Stage, [x, y]: Point, r: number) => {
  const { pencil, time } = stage
  const random = stage.random.fork('disc')
  const hues = ['#ff5f8a', '#ffb347', '#f8ef6a', '#6ee7a0', '#4fc3f7', '#7c83ff', '#d070f0']
  const turn = random.between(0, 7) + time * 0.6
  const squash = 0.62
  const cell = r / 9.5
  let dies = ''
  for (let row = -9; row <= 9; row++) {
    for (let column = -9; column <= 9; column++) {
      const [cx, cy] = [column * cell, row * cell]
      if (Math.hypot(Math.abs(cx) + cell / 2, Math.abs(cy) + cell / 2) > r * 0.97) continue
      const phase =
        (Math.atan2(cy, cx) * 2.2 + Math.hypot(cx, cy) * 0.012 + turn + 70) % hues.length
      const colour = mix(
        hues[Math.floor(phase)]!,
        hues[(Math.floor(phase) + 1) % hues.length]!,
        phase % 1,
      )
      const band = Math.abs(Math.sin(Math.atan2(cy, cx) - turn * 0.3))
      dies += rect(
        cx - cell / 2 + 0.8,
        cy - cell / 2 + 0.8,
        cell - 1.6,
        cell - 1.6,
        mix(mix('#2c3644', colour, 0.35 + 0.55 * band), '#ffffff', random.next() * 0.12),
      )
    }
  }
  const face =
    circle(0, 0, r, '#20262e') +
    circle(
      0,
      0,
      r * 0.985,
      pencil.linear(
        [-r, -r],
        [r, r],
        [
          [0, '#c7d2dc'],
          [0.5, '#5c6875'],
          [1, '#dfe8ee'],
        ],
      ),
    ) +
    dies
  const gleam = path(
    `M${n(-r * 0.8)} ${n(-r * 0.5)}L${n(-r * 0.5)} ${n(-r * 0.8)}L${n(r * 0.9)} ${n(r * 0.3)}L${n(r * 0.6)} ${n(r * 0.74)}Z`,
    '#ffffff',
    faint(0.16),
  )
  return `<g transform="translate(${n(x)} ${n(y)}) scale(1 ${squash}) rotate(-14)">${circle(10, 26, r * 1.02, '#000000', faint(0.25))}${face}${gleam}</g>`
}

const arm = (stage: Stage, [x, y]: Point, r: number) => {
  const { w, light, pencil } = stage
  const shell = mix('#f4f7f8', light.haze, 0.2)
  const joint = (at: Point, size: number) =>
    circle(
      at[0],
      at[1],
      size,
      pencil.radial([at[0] - size * 0.4, at[1] - size * 0.4], size * 1.5, [
        [0, '#ffffff'],
        [0.6, shell],
        [1, mix(shell, light.ink, 0.6)],
      ]),
    ) + circle(at[0], at[1], size * 0.4, mix(light.sky[1], light.ink, 0.3))
  const swing = Math.sin(stage.time) * 8
  const [root, elbow, wrist]: Point[] = [
    [Math.min(w - 30, x + r * 1.5), y + r * 0.5],
    [x + r * 1.25, y - r * 0.9 + swing],
    [x + r * 0.35, y - r * 0.75 + swing],
  ] as const
  const link = (a: Point, b: Point, width: number) =>
    line(a, b, mix(shell, light.ink, 0.35), width + 4, 'stroke-linecap="round"') +
    line(a, b, shell, width, 'stroke-linecap="round"') +
    line(
      [a[0] - width * 0.2, a[1] - width * 0.2],
      [b[0] - width * 0.2, b[1] - width * 0.2],
      '#ffffff',
      width * 0.22,
      'stroke-linecap="round"',
    )
  return (
    link(root!, elbow!, 56) +
    link(elbow!, wrist!, 42) +
    joint(root!, 44) +
    joint(elbow!, 38) +
    joint(wrist!, 26) +
    line(wrist!, [x + r * 0.12, y - r * 0.3], '#3a444e', 14, 'stroke-linecap="round"')
  )
}

const bench = (stage: Stage, [x, y]: Point, r: number) => {
  const { w, h, light, pencil } = stage
  const top = y + r * 0.45
  const metal = mix('#cfd8de', light.haze, 0.35)
  return (
    polygon(
      [
        [x - r * 2.2, top],
        [w + 60, top - 20],
        [w + 60, h + 60],
        [x - r * 2.7, h + 60],
      ],
      pencil.linear(
        [0, top],
        [0, h],
        [
          [0, mix(metal, '#ffffff', 0.6)],
          [0.2, metal],
          [1, mix(metal, light.ink, 0.7)],
        ],
      ),
    ) +
    line([x - r * 2.2, top], [w + 60, top - 20], '#ffffff', 4, faint(0.7)) +
    times(8, (i) =>
      line(
        [x - r * 2 + i * r * 0.6, top + 6],
        [x - r * 2.4 + i * r * 0.78, h + 40],
        light.ink,
        2,
        faint(0.14),
      ),
    )
  )
}

const engineer = (stage: Stage, [x]: Point, r: number) => {
  const { h, w, random } = stage
  const tall = h * (w > h ? 0.86 : 0.6)
  return person({
    ...stage,
    ground: [x - r * 1.75, h * (w > h ? 1.16 : 1.06)],
    height: tall,
    pose: random.pick([poses.hold, poses.hold, poses.point]),
    wear: {
      ...wears.cleanroom,
      suit: { colour: '#f2f8fb', seam: mix(stage.light.sky[1], '#ffffff', 0.3) },
    },
    facing: 1,
    lit: 1,
  }).svg
}

/** A floating curve on glass, as on an instrument. */
const readout = (stage: Stage) => {
  const { w, h, light } = stage
  const random = stage.random.fork('readout')
  const [x, y, width, height] = [w * 0.05, h * 0.08, w * 0.24, h * 0.2]
  const curve = Array.from(
    { length: 30 },
    (_, i) =>
      `${n(x + 14 + (i * (width - 28)) / 29)} ${n(y + height * (0.55 + 0.3 * Math.sin(i * 0.5 + stage.time * 2) * random.next()))}`,
  ).join('L')
  return (
    rect(x, y, width, height, light.glow, `rx="8" ${faint(0.14)}`) +
    rect(
      x,
      y,
      width,
      height,
      'none',
      `rx="8" stroke="${light.rim}" stroke-width="1.6" ${faint(0.5)}`,
    ) +
    times(4, (i) =>
      line(
        [x + 12, y + 20 + i * height * 0.22],
        [x + width - 12, y + 20 + i * height * 0.22],
        light.rim,
        1,
        faint(0.25),
      ),
    ) +
    stroke(`M${curve}`, mix(light.rim, '#5fe0ff', 0.4), 3) +
    times(6, (i) =>
      rect(x + 16 + i * 26, y + height - 14 - random.between(6, 40), 14, 40, light.rim, faint(0)),
    )
  )
}
