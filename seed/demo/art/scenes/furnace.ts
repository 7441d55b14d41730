/**
 * A steelworks at the tap: the ladle tips, liquid steel runs, men in silver coats before the glow.
 */

import { mix } from '../colour.ts'
import type { Light } from '../light.ts'
import { person } from '../person.ts'
import { poses } from '../poses.ts'
import { wears } from '../wears.ts'
import { bokeh, glow, sparks } from '../lamps.ts'
import type { Scene, Stage } from '../stage.ts'
import { ellipse, faint, line, n, path, polygon, rect, times, type Point } from '../svg.ts'

const FIRE: Light = {
  name: 'dusk',
  sky: ['#1a0c08', '#5a1f0c', '#c8501a'],
  glow: '#ffcf7a',
  haze: '#7a3214',
  ink: '#0c0706',
  rim: '#ffb45a',
  colour: 0.42,
}

export const furnace: Scene = (given) => {
  const stage: Stage = { ...given, light: FIRE }
  const { w, h, random, light } = stage
  const lip: Point = [w * random.between(0.5, 0.58), h * 0.4]
  const basin: Point = [lip[0] - w * 0.06, h * 0.82]
  return {
    back:
      rect(
        -50,
        -50,
        w + 100,
        h + 100,
        stage.pencil.radial([basin[0], basin[1] - h * 0.12], Math.hypot(w, h) * 0.66, [
          [0, '#c85a1c'],
          [0.3, '#6a2810'],
          [0.65, '#26100a'],
          [1, '#0a0505'],
        ]),
      ) +
      hall(stage) +
      bokeh(stage, { count: 12, from: 0, to: h * 0.5, colours: ['#ff9a3a', '#a8481a'], size: 36 }),
    front:
      ladle(stage, lip) +
      stream(stage, lip, basin) +
      floor(stage, basin) +
      sparks(stage, { from: basin, count: 190, reach: h * 0.46, colour: '#ffb03a', up: 0.42 }) +
      crew(stage, basin),
    shine:
      glow(stage, [basin[0], basin[1] - 30], h * 0.8, '#ff9a3a', 0.75) +
      glow(stage, lip, h * 0.36, '#ffd27a', 0.7) +
      glow(stage, basin, w * 0.24, light.glow, 0.9),
  }
}

const hall = ({ w, h }: Stage) =>
  times(
    8,
    (i) =>
      rect(i * (w / 7) - 30, 0, 30, h, '#1a0d08') +
      rect(i * (w / 7) - 4, 0, 5, h, '#8a3c16', faint(0.6)),
  ) +
  times(
    4,
    (i) =>
      rect(-50, h * (0.08 + i * 0.09), w + 100, 10, '#1c0e09') +
      rect(-50, h * (0.08 + i * 0.09) + 8, w + 100, 3, '#8a3c16', faint(0.4)),
  ) +
  times(
    10,
    (i) =>
      line([i * (w / 9), h * 0.08], [(i + 1) * (w / 9), h * 0.17], '#1c0e09', 6) +
      line([(i + 1) * (w / 9), h * 0.08], [i * (w / 9), h * 0.17], '#1c0e09', 6),
  )

const ladle = (stage: Stage, [x, y]: Point) => {
  const { h, w, pencil } = stage
  const s = Math.min(h, w) * 0.34
  const shell = pencil.linear(
    [0, 0],
    [s * 1.2, 0],
    [
      [0, '#ffa050'],
      [0.05, '#7a3a1e'],
      [0.3, '#33211b'],
      [0.7, '#1c1310'],
      [1, '#0c0807'],
    ],
  )
  const tilt = -24 - Math.sin(stage.time * 0.8) * 1.5
  const body =
    path(
      `M0 0L${n(s * 1.2)} 0L${n(s * 1.06)} ${n(s * 1.1)}Q${n(s * 0.6)} ${n(s * 1.26)} ${n(s * 0.14)} ${n(s * 1.1)}Z`,
      shell,
    ) +
    times(
      3,
      (i) =>
        rect(
          s * (0.02 + i * 0.04),
          s * (0.2 + i * 0.3),
          s * (1.16 - i * 0.08),
          s * 0.07,
          '#000000',
          faint(0.3),
        ) +
        rect(
          s * (0.02 + i * 0.04),
          s * (0.2 + i * 0.3),
          s * (1.16 - i * 0.08),
          s * 0.014,
          '#ff9a4a',
          faint(0.5),
        ),
    )
  const mouth =
    ellipse(s * 0.6, 0, s * 0.6, s * 0.1, '#3a1a0c') +
    ellipse(
      s * 0.56,
      s * 0.012,
      s * 0.54,
      s * 0.075,
      pencil.radial([s * 0.2, 0], s * 0.8, [
        [0, '#ffffff'],
        [0.3, '#fff0b0'],
        [0.7, '#ffb040'],
        [1, '#e0601a'],
      ]),
    )
  const lug =
    rect(s * 0.5, s * 0.42, s * 0.2, s * 0.2, '#1a110e', 'rx="8"') +
    ellipse(s * 0.6, s * 0.52, s * 0.07, s * 0.07, '#5a3a2a')
  return (
    line([x + s * 0.72, y - h], [x + s * 0.72, y + s * 0.16], '#0e0806', s * 0.07) +
    line([x + s * 0.69, y - h], [x + s * 0.69, y + s * 0.16], '#a8521e', 3, faint(0.7)) +
    polygon(
      [
        [x + s * 0.42, y - s * 0.5],
        [x + s * 1.02, y - s * 0.5],
        [x + s * 1.0, y - s * 0.38],
        [x + s * 0.44, y - s * 0.38],
      ],
      '#1a100c',
    ) +
    `<g transform="translate(${n(x)} ${n(y)}) rotate(${n(tilt)})">${body}${mouth}${lug}</g>`
  )
}

const stream = (stage: Stage, [x, y]: Point, [bx, by]: Point) => {
  const wave = Math.sin(stage.time * 9) * 3
  const fill = stage.pencil.linear(
    [0, y],
    [0, by],
    [
      [0, '#fffbe0'],
      [0.4, '#fff0a8'],
      [1, '#ffd25a'],
    ],
  )
  const flow = (spread: number, colour: string, more = '') =>
    path(
      `M${n(x - 4 - spread)} ${n(y - 2)}C${n(x - 50 - spread)} ${n(y + 30)} ${n(bx - 16 - spread + wave)} ${n(y + 130)} ${n(bx - 18 - spread)} ${n(by)}L${n(bx + 18 + spread)} ${n(by)}C${n(bx + 18 + spread + wave)} ${n(y + 150)} ${n(x - 10 + spread)} ${n(y + 60)} ${n(x + 26 + spread)} ${n(y + 8)}Z`,
      colour,
      more,
    )
  return flow(14, '#ff8a2a', faint(0.4)) + flow(5, '#ffc04a', faint(0.8)) + flow(0, fill)
}

const floor = (stage: Stage, [x, y]: Point) => {
  const { w, h, pencil } = stage
  return (
    rect(
      -50,
      y + 24,
      w + 100,
      h,
      pencil.radial([x, y], w * 0.62, [
        [0, '#b8541c'],
        [0.25, '#5a2812'],
        [0.6, '#1e100b'],
        [1, '#0a0605'],
      ]),
    ) +
    polygon(
      [
        [x - w * 0.17, y - 4],
        [x + w * 0.17, y - 4],
        [x + w * 0.14, y + 80],
        [x - w * 0.14, y + 80],
      ],
      pencil.linear(
        [x - w * 0.17, 0],
        [x + w * 0.17, 0],
        [
          [0, '#2a1712'],
          [0.5, '#7a3a1c'],
          [1, '#2a1712'],
        ],
      ),
    ) +
    ellipse(x, y, w * 0.17, 26, '#2a1610') +
    ellipse(
      x,
      y,
      w * 0.155,
      20,
      pencil.radial([x, y], w * 0.16, [
        [0, '#ffffff'],
        [0.35, '#ffe98a'],
        [0.8, '#ff9a2a'],
        [1, '#d8501a'],
      ]),
    )
  )
}

const crew = (stage: Stage, basin: Point) => {
  const { w, h, random } = stage
  const tall = h * (w > h ? 0.46 : 0.32)
  const left = person({
    ...stage,
    ground: [w * 0.16, h * 0.97],
    height: tall,
    pose: random.pick([poses.push, poses.point, poses.hold]),
    wear: wears.steelman,
    facing: 1,
    lit: 1,
  })
  const right = person({
    ...stage,
    ground: [w * 0.84, h * 0.98],
    height: tall * 1.05,
    pose: random.pick([poses.stand, poses.hold, poses.raise]),
    wear: wears.steelman,
    facing: -1,
    lit: -1,
    shade: 0.1,
  })
  const third = person({
    ...stage,
    ground: [w * 0.28, h * 0.91],
    height: tall * 0.82,
    pose: random.pick([poses.stand, poses.look]),
    wear: wears.steelman,
    facing: 1,
    lit: 1,
    shade: 0.15,
  })
  const [hx, hy] = left.hands[0]
  const rod =
    line([hx - 60, hy - 24], [basin[0] - w * 0.13, basin[1] - 2], '#2a1c16', 6) +
    line(
      [hx - 60, hy - 26],
      [basin[0] - w * 0.13, basin[1] - 4],
      mix('#ff9a3a', '#ffffff', 0.2),
      1.6,
    )
  return third.svg + rod + left.svg + right.svg
}
