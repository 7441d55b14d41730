/**
 * A car body line: orange arms bow over the bodies, spot welds flash, an operator watches a tablet.
 */

import { mix } from '../colour.ts'
import type { Light } from '../light.ts'
import { person } from '../person.ts'
import { poses } from '../poses.ts'
import { wears } from '../wears.ts'
import { bokeh, glow, sparks } from '../lamps.ts'
import { tint, type Scene, type Stage } from '../stage.ts'
import { circle, ellipse, faint, line, n, path, polygon, rect, times, type Point } from '../svg.ts'

const HALL: Light = {
  name: 'day',
  sky: ['#2c3e50', '#6f8798', '#d4e0e6'],
  glow: '#f2faff',
  haze: '#a9bcc8',
  ink: '#141d26',
  rim: '#f4fbff',
  colour: 0.85,
}

export const robots: Scene = (given) => {
  const stage: Stage = { ...given, light: HALL }
  const { w, h, random } = stage
  const line_ = h * 0.76
  const brand = random.pick(['#f07a22', '#f2b01e', '#e8532e'])
  const paint = random.pick(['#c9d2d8', '#b03a34', '#2f5f9a', '#d8dde0', '#3a7a6a'])
  const cars = [0.06, 0.5, 0.94].map((place) => w * place)
  const tips = cars
    .slice(0, 2)
    .map((x, i): Point => [
      x + 190 + Math.sin(stage.time * 1.3 + i * 2) * 26,
      line_ - 170 + Math.cos(stage.time * 1.7 + i) * 12,
    ])
  return {
    back:
      hall(stage) +
      times(4, (i) =>
        robot(stage, {
          root: [w * (0.1 + i * 0.27), h * 0.62],
          tip: [w * (0.16 + i * 0.27), h * 0.5],
          size: 0.5,
          brand: mix(brand, HALL.haze, 0.55),
        }),
      ) +
      bokeh(stage, {
        count: 12,
        from: h * 0.1,
        to: h * 0.5,
        colours: ['#ffffff', '#ffcf8a'],
        size: 34,
      }),
    front:
      belt(stage, line_) +
      cars.map((x) => body(stage, x, line_, paint)).join('') +
      tips
        .map((tip, i) =>
          robot(stage, { root: [cars[i]! + (i ? 330 : 350), line_ + 30], tip, size: 1, brand }),
        )
        .join('') +
      tips
        .map((tip, i) =>
          sparks(stage, {
            from: tip,
            count: 60,
            reach: 190,
            colour: '#ffc45a',
            name: `s${i}`,
            up: 0.4,
          }),
        )
        .join('') +
      operator(stage),
    shine:
      tips.map((tip) => glow(stage, tip, 230, '#bfe2ff', 0.9)).join('') +
      glow(stage, [w * 0.5, 0], w * 0.6, HALL.glow, 0.3),
  }
}

const hall = (stage: Stage) => {
  const { w, h, pencil } = stage
  return (
    rect(
      -50,
      -50,
      w + 100,
      h + 100,
      pencil.linear(
        [0, 0],
        [0, h],
        [
          [0, '#2a3844'],
          [0.5, '#8fa3b0'],
          [0.62, '#b8c8d0'],
          [1, '#46535e'],
        ],
      ),
    ) +
    times(8, (i) => rect(i * (w / 7) - 20, 0, 16, h * 0.62, '#3a4a58')) +
    times(
      5,
      (i) =>
        rect(-50, 24 + i * 56, w + 100, 10, '#324250', faint(0.8)) +
        times(6, (k) =>
          rect(k * (w / 5) - 60 + i * 14, 36 + i * 56, w / 9, 7, '#ffffff', faint(0.95 - i * 0.1)),
        ),
    ) +
    rect(-50, h * 0.62, w + 100, h, '#5a6872') +
    times(10, (i) =>
      rect(i * (w / 9), h * 0.55, w / 14, h * 0.08, mix('#6a7a86', '#d8a03c', (i % 3) / 4)),
    )
  )
}

const belt = (stage: Stage, y: number) => {
  const { w, h, light, pencil } = stage
  return (
    rect(
      -50,
      y,
      w + 100,
      h,
      pencil.linear(
        [0, y],
        [0, h],
        [
          [0, '#7d8a94'],
          [0.5, '#55626c'],
          [1, '#20282f'],
        ],
      ),
    ) +
    rect(
      -50,
      y + 10,
      w + 100,
      30,
      pencil.linear(
        [0, y + 10],
        [0, y + 40],
        [
          [0, '#3a444c'],
          [1, '#171d22'],
        ],
      ),
    ) +
    times(40, (i) =>
      rect(((i * (w / 36) + stage.time * 14) % (w + 100)) - 50, y + 14, 14, 7, '#66737d'),
    ) +
    rect(-50, y + 62, w + 100, 12, '#e8b83a', faint(0.9)) +
    times(30, (i) =>
      polygon(
        [
          [i * 60 - 20, y + 62],
          [i * 60 + 8, y + 62],
          [i * 60 - 6, y + 74],
          [i * 60 - 34, y + 74],
        ],
        light.ink,
        faint(0.8),
      ),
    )
  )
}

const body = (stage: Stage, x: number, y: number, paint: string) => {
  const { light, pencil } = stage
  const colour = tint(stage, paint, 0.02)
  const [l, t] = [x - 250, y - 190]
  const shell = `M${n(l)} ${n(y - 30)}C${n(l + 2)} ${n(y - 96)} ${n(l + 34)} ${n(y - 112)} ${n(l + 118)} ${n(y - 118)}C${n(l + 170)} ${n(t + 12)} ${n(l + 200)} ${n(t)} ${n(l + 280)} ${n(t)}C${n(l + 360)} ${n(t)} ${n(l + 400)} ${n(t + 34)} ${n(l + 430)} ${n(y - 112)}C${n(l + 480)} ${n(y - 104)} ${n(l + 496)} ${n(y - 90)} ${n(l + 498)} ${n(y - 30)}Z`
  const hole = (d: string) => path(d, mix(light.ink, '#5a6b78', 0.5))
  return (
    ellipse(x, y + 4, 270, 16, '#000000', faint(0.4)) +
    path(
      shell,
      pencil.linear(
        [0, t],
        [0, y - 30],
        [
          [0, mix(colour, '#ffffff', 0.75)],
          [0.25, colour],
          [0.5, mix(colour, '#ffffff', 0.28)],
          [0.62, colour],
          [1, mix(colour, light.ink, 0.6)],
        ],
      ),
    ) +
    hole(
      `M${n(l + 150)} ${n(y - 116)}C${n(l + 184)} ${n(t + 22)} ${n(l + 210)} ${n(t + 16)} ${n(l + 262)} ${n(t + 15)}L${n(l + 262)} ${n(y - 116)}Z`,
    ) +
    hole(
      `M${n(l + 278)} ${n(t + 15)}C${n(l + 340)} ${n(t + 16)} ${n(l + 376)} ${n(t + 34)} ${n(l + 398)} ${n(y - 116)}L${n(l + 278)} ${n(y - 116)}Z`,
    ) +
    [l + 108, l + 396]
      .map(
        (cx) =>
          circle(cx, y - 34, 54, '#1a2229') +
          circle(
            cx,
            y - 34,
            54,
            'none',
            `stroke="${mix(colour, '#ffffff', 0.5)}" stroke-width="3"`,
          ),
      )
      .join('') +
    line([l + 270, y - 112], [l + 272, y - 44], mix(colour, light.ink, 0.55), 2.4) +
    line([l + 20, y - 84], [l + 484, y - 84], mix(colour, '#ffffff', 0.6), 2.6, faint(0.7)) +
    rect(l + 150, y - 22, 200, 22, '#2a333b') +
    rect(l + 286, y - 100, 30, 6, mix(colour, light.ink, 0.6), 'rx="3"')
  )
}

/** Two links whose elbow follows from root and tip (cosine rule). */
const robot = (
  stage: Stage,
  { root, tip, size, brand }: { root: Point; tip: Point; size: number; brand: string },
) => {
  const { pencil } = stage
  const [upper, fore] = [300 * size, 260 * size]
  const shoulder: Point = [root[0], root[1] - 120 * size]
  const [dx, dy] = [tip[0] - shoulder[0], tip[1] - shoulder[1]]
  const reach = Math.min(upper + fore - 4, Math.max(60, Math.hypot(dx, dy)))
  const bend = Math.acos((upper ** 2 + reach ** 2 - fore ** 2) / (2 * upper * reach))
  const angle = Math.atan2(dy, dx) + bend * (dx < 0 ? 1 : -1)
  const elbow: Point = [
    shoulder[0] + Math.cos(angle) * upper,
    shoulder[1] + Math.sin(angle) * upper,
  ]
  const link = (a: Point, b: Point, from: number, to: number) => {
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1
    const [nx, ny] = [-(b[1] - a[1]) / length, (b[0] - a[0]) / length]
    const up = ny < 0 ? 1 : -1
    const side = (p: Point, r: number): Point => [p[0] + nx * r, p[1] + ny * r]
    return polygon(
      [side(a, from), side(b, to), side(b, -to), side(a, -from)],
      pencil.linear(side(a, from * up), side(a, -from * up), [
        [0, mix(brand, '#ffffff', 0.65)],
        [0.3, brand],
        [1, mix(brand, '#1a0c04', 0.6)],
      ]),
    )
  }
  const joint = ([x, y]: Point, r: number) =>
    circle(
      x,
      y,
      r,
      pencil.radial([x - r * 0.4, y - r * 0.5], r * 1.6, [
        [0, mix(brand, '#ffffff', 0.7)],
        [0.5, brand],
        [1, mix(brand, '#1a0c04', 0.6)],
      ]),
    ) +
    circle(x, y, r * 0.5, '#2a333b') +
    circle(x - r * 0.12, y - r * 0.14, r * 0.2, '#7d8a94')
  const foot =
    path(
      `M${n(root[0] - 70 * size)} ${n(root[1])}L${n(root[0] - 46 * size)} ${n(root[1] - 56 * size)}H${n(root[0] + 46 * size)}L${n(root[0] + 70 * size)} ${n(root[1])}Z`,
      '#3a454e',
    ) +
    polygon(
      [
        [root[0] - 40 * size, root[1] - 50 * size],
        [root[0] + 40 * size, root[1] - 50 * size],
        [shoulder[0] + 32 * size, shoulder[1]],
        [shoulder[0] - 32 * size, shoulder[1]],
      ],
      mix(brand, '#1a0c04', 0.25),
    )
  return (
    foot +
    link(shoulder, elbow, 38 * size, 30 * size) +
    joint(shoulder, 48 * size) +
    link(elbow, tip, 30 * size, 17 * size) +
    joint(elbow, 38 * size) +
    line(tip, [tip[0], tip[1] + 8], '#2a333b', 20 * size, 'stroke-linecap="round"') +
    joint(tip, 18 * size)
  )
}

const operator = (stage: Stage) => {
  const { w, h, random } = stage
  const x = w * random.between(0.74, 0.84)
  const figure = person({
    ...stage,
    ground: [x, h * 1.03],
    height: h * (w > h ? 0.56 : 0.4),
    pose: random.pick([poses.hold, poses.hold, poses.point]),
    wear: { ...wears.engineer, vest: random.pick(['#3f8fd0', '#d8e63a', '#ff8a1f']) },
    facing: -1,
    lit: -1,
  })
  const [hx, hy] = figure.hands[1]
  return (
    figure.svg +
    `<g transform="rotate(-12 ${n(hx)} ${n(hy)})">${rect(hx - 62, hy - 44, 76, 52, '#1a2229', 'rx="6"')}${rect(hx - 57, hy - 39, 66, 42, '#7fd0f0', 'rx="3"')}${times(4, (i) => rect(hx - 50 + i * 15, hy - 6 - i * 7, 9, 9 + i * 7, '#ffffff', faint(0.8)))}</g>`
  )
}
