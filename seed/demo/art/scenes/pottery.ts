/** A potter at the wheel by the window; pots dry on the shelves. */

import { mix } from '../colour.ts'
import type { Light } from '../light.ts'
import { person } from '../person.ts'
import { wears } from '../wears.ts'
import { glow } from '../lamps.ts'
import { tint, type Scene, type Stage } from '../stage.ts'
import { ellipse, faint, line, n, path, polygon, rect, stroke, times, type Point } from '../svg.ts'

const WINDOW: Light = {
  name: 'gold',
  sky: ['#4a3a30', '#b08a66', '#f4dcb8'],
  glow: '#fff0d0',
  haze: '#c8a880',
  ink: '#1c120c',
  rim: '#fff2d8',
  colour: 0.74,
}
const CLAYS = ['#8a4a34', '#6a3a2c', '#a8623f', '#7a5a48', '#4f4038', '#b5805a']

export const pottery: Scene = (given) => {
  const stage: Stage = { ...given, light: WINDOW }
  const { w, h, random, pencil } = stage
  const pane: [number, number, number, number] = [w * 0.62, h * 0.06, w * 0.3, h * 0.46]
  const wheel: Point = [w * 0.52, h * 0.72]
  return {
    back:
      rect(
        -50,
        -50,
        w + 100,
        h + 100,
        pencil.radial([w * 0.78, h * 0.3], Math.hypot(w, h) * 0.8, [
          [0, '#b08a68'],
          [0.4, '#6a4c38'],
          [1, '#1e140e'],
        ]),
      ) +
      rect(
        ...pane,
        pencil.linear(
          [0, pane[1]],
          [0, pane[1] + pane[3]],
          [
            [0, '#fffdf4'],
            [1, '#f0e2b8'],
          ],
        ),
      ) +
      times(9, (i) =>
        ellipse(
          pane[0] + random.between(0, pane[2]),
          pane[1] + pane[3] * random.between(0.4, 1),
          40,
          26,
          pencil.puff('#8fae5a'),
          faint(0.6 - i * 0.02),
        ),
      ) +
      shelf(stage, h * 0.24) +
      shelf(stage, h * 0.44) +
      shelf(stage, h * 0.64),
    front: frame(pane) + floor(stage) + potter(stage, wheel) + bench(stage, wheel) + ware(stage),
    shine:
      glow(stage, [w * 0.78, h * 0.24], w * 0.5, WINDOW.glow, 0.5) +
      times(3, (i) =>
        polygon(
          [
            [pane[0] + i * pane[2] * 0.34, pane[1]],
            [pane[0] + (i + 0.8) * pane[2] * 0.34, pane[1]],
            [pane[0] + (i + 0.8) * pane[2] * 0.34 - w * 0.4, h],
            [pane[0] + i * pane[2] * 0.34 - w * 0.46, h],
          ],
          pencil.linear(
            [pane[0], 0],
            [pane[0] - w * 0.3, h],
            [
              [0, '#fff0d0', 0.22],
              [1, '#fff0d0', 0],
            ],
          ),
        ),
      ),
  }
}

/** A vessel turned from a profile; `x`, `y` is the middle of its foot. */
const pot = (
  stage: Stage,
  { x, y, size, clay, kind }: { x: number; y: number; size: number; clay: string; kind: number },
) => {
  const { light, pencil } = stage
  const colour = tint(stage, clay, 0.04)
  const profiles = [
    [
      [0.3, 0],
      [0.5, 0.35],
      [0.46, 0.7],
      [0.26, 0.86],
      [0.32, 1],
    ],
    [
      [0.36, 0],
      [0.6, 0.28],
      [0.56, 0.55],
      [0.36, 0.68],
      [0.3, 0.72],
    ],
    [
      [0.2, 0],
      [0.34, 0.3],
      [0.6, 0.56],
      [0.62, 0.6],
      [0.62, 0.64],
    ],
    [
      [0.3, 0],
      [0.4, 0.4],
      [0.3, 0.8],
      [0.16, 1.1],
      [0.22, 1.3],
    ],
  ]
  const profile = profiles[kind % profiles.length]!
  const right = profile.map(([r, up]) => `${n(x + r! * size)} ${n(y - up! * size)}`)
  const left = [...profile].reverse().map(([r, up]) => `${n(x - r! * size)} ${n(y - up! * size)}`)
  const [topR, topY] = profile.at(-1)!
  const shade = pencil.linear(
    [x - size * 0.6, 0],
    [x + size * 0.6, 0],
    [
      [0, mix(colour, light.ink, 0.7)],
      [0.45, mix(colour, light.ink, 0.2)],
      [0.74, mix(colour, light.rim, 0.3)],
      [0.86, mix(colour, light.rim, 0.6)],
      [1, mix(colour, light.ink, 0.2)],
    ],
  )
  const smooth = (points: string[]) => points.join('L')
  const spout =
    kind % 4 === 1
      ? stroke(
          `M${n(x + size * 0.5)} ${n(y - size * 0.36)}Q${n(x + size * 0.72)} ${n(y - size * 0.44)} ${n(x + size * 0.8)} ${n(y - size * 0.64)}`,
          colour,
          size * 0.12,
        ) +
        stroke(
          `M${n(x - size * 0.5)} ${n(y - size * 0.54)}C${n(x - size)} ${n(y - size * 0.6)} ${n(x - size)} ${n(y - size * 0.1)} ${n(x - size * 0.52)} ${n(y - size * 0.2)}`,
          mix(colour, light.ink, 0.3),
          size * 0.09,
        ) +
        ellipse(x, y - size * 0.76, size * 0.3, size * 0.08, mix(colour, light.rim, 0.3)) +
        ellipse(x, y - size * 0.86, size * 0.07, size * 0.07, colour)
      : ''
  return (
    ellipse(x - size * 0.2, y, size * 0.6, size * 0.08, light.ink, faint(0.4)) +
    spout +
    path(
      `M${smooth(right)}L${smooth(left)}Z`,
      shade,
      `stroke="${mix(colour, light.ink, 0.3)}" stroke-width="${n(size * 0.05)}" stroke-linejoin="round"`,
    ) +
    (spout
      ? ''
      : ellipse(
          x,
          y - topY! * size,
          topR! * size,
          topR! * size * 0.22,
          mix(colour, light.ink, 0.72),
          `stroke="${mix(colour, light.rim, 0.4)}" stroke-width="2"`,
        ))
  )
}

const shelf = (stage: Stage, y: number) => {
  const { w } = stage
  const random = stage.random.fork(`shelf${y}`)
  const board = tint(stage, '#7a5636', 0.05)
  return (
    times(7, (i) =>
      pot(stage, {
        x: w * 0.04 + i * w * 0.082,
        y,
        size: random.between(50, 84),
        clay: random.pick(CLAYS),
        kind: random.integer(0, 3),
      }),
    ) +
    rect(-50, y, w * 0.66, 12, board) +
    rect(-50, y + 12, w * 0.66, 8, mix(board, stage.light.ink, 0.6))
  )
}

const frame = ([x, y, width, height]: readonly [number, number, number, number]) =>
  [
    [x - 14, y - 14, width + 28, 16],
    [x - 20, y + height, width + 40, 20],
    [x - 14, y, 15, height],
    [x + width, y, 15, height],
    [x + width / 2 - 6, y, 12, height],
    [x, y + height * 0.48, width, 10],
  ]
    .map(
      ([a, b, c, d]) =>
        rect(a!, b!, c!, d!, '#4a3424') + rect(a!, b!, c!, 2, '#e8c898', faint(0.6)),
    )
    .join('')

const floor = ({ w, h, pencil }: Stage) =>
  rect(
    -50,
    h * 0.86,
    w + 100,
    h,
    pencil.linear(
      [w * 0.9, 0],
      [0, 0],
      [
        [0, '#a07a54'],
        [0.4, '#5a4230'],
        [1, '#1e140e'],
      ],
    ),
  ) +
  times(8, (i) =>
    line([-20, h * 0.87 + i * i * 3], [w + 20, h * 0.87 + i * i * 3], '#1c120c', 2, faint(0.4)),
  )

const potter = (stage: Stage, [x]: Point) => {
  const { w, h, random } = stage
  const tall = h * (w > h ? 0.86 : 0.58)
  return (
    rect(
      x - tall * 0.42,
      h * 0.94 - tall * 0.19,
      tall * 0.2,
      tall * 0.22,
      tint(stage, '#4f3826', 0),
    ) +
    person({
      ...stage,
      ground: [x - tall * 0.3, h * 0.95],
      height: tall,
      pose: {
        lean: random.between(16, 24),
        head: 22,
        arms: [
          [40, 76],
          [30, 72],
        ],
        legs: [
          [88, 2],
          [74, 10],
        ],
      },
      wear: {
        ...wears.potter,
        top: random.pick(['#77808a', '#5a7a8a', '#a8604a', '#e0d6c4']),
        headColour: random.pick(['#3a3634', '#8a8682', '#2a2422']),
      },
      facing: 1,
      lit: 1,
    }).svg
  )
}

const bench = (stage: Stage, [x, y]: Point) => {
  const { h, light, pencil, time } = stage
  const random = stage.random.fork('wheel')
  const wood = tint(stage, '#6a4a30', 0)
  const size = h * 0.15
  const wobble = Math.sin(time * 3) * 0.02
  return (
    polygon(
      [
        [x - 60, y + 30],
        [x + size * 1.5, y + 30],
        [x + size * 1.4, h * 0.96],
        [x - 40, h * 0.96],
      ],
      pencil.linear(
        [x - 60, 0],
        [x + size * 1.5, 0],
        [
          [0, mix(wood, light.ink, 0.6)],
          [0.7, wood],
          [1, mix(wood, light.rim, 0.3)],
        ],
      ),
    ) +
    ellipse(x + size * 0.6, y + 22, size * 0.95, 26, mix(wood, light.ink, 0.4)) +
    ellipse(
      x + size * 0.6,
      y + 12,
      size * 0.85,
      22,
      pencil.linear(
        [x - size * 0.2, 0],
        [x + size * 1.4, 0],
        [
          [0, '#4a4038'],
          [0.7, '#a89880'],
          [1, '#d8c8a8'],
        ],
      ),
    ) +
    times(3, (i) =>
      ellipse(
        x + size * 0.6,
        y + 12,
        size * (0.8 - i * 0.12),
        20 - i * 3,
        'none',
        `stroke="#2a1c14" stroke-width="1.4" ${faint(0.4)}`,
      ),
    ) +
    pot(stage, {
      x: x + size * 0.6,
      y: y + 10,
      size: size * (1.1 + wobble),
      clay: random.pick(CLAYS),
      kind: random.pick([0, 2, 0]),
    })
  )
}

const ware = (stage: Stage) => {
  const { w, h } = stage
  const random = stage.random.fork('ware')
  return times(4, (i) =>
    pot(stage, {
      x: w * (0.78 + i * 0.08),
      y: h * (0.95 + (i % 2) * 0.03),
      size: random.between(90, 150),
      clay: random.pick(CLAYS),
      kind: random.integer(0, 3),
    }),
  )
}
