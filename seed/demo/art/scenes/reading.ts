/**
 * The workers' library in the evening: shelves, a window on the town, readers in the light of their
 * lamps.
 */

import { mix } from '../colour.ts'
import { lights } from '../light.ts'
import { person } from '../person.ts'
import { poses } from '../poses.ts'
import { wears } from '../wears.ts'
import { glow } from '../lamps.ts'
import { sky } from '../sky.ts'
import { skyline } from '../land.ts'
import { tint, type Scene, type Stage } from '../stage.ts'
import { ellipse, faint, line, n, path, polygon, rect, stroke, times, type Point } from '../svg.ts'

const WOOD = {
  name: 'gold',
  sky: lights.gold.sky,
  glow: '#ffe2a8',
  haze: '#d8a86a',
  ink: '#24140c',
  rim: '#ffe6b8',
  colour: 0.82,
} as const

export const reading: Scene = (given) => {
  const stage: Stage = { ...given, light: WOOD }
  const { w, h, random } = stage
  const window_: [number, number, number, number] = [w * 0.36, h * 0.1, w * 0.3, h * 0.44]
  const lamps: Point[] = [
    [w * 0.26, h * 0.3],
    [w * 0.74, h * 0.3],
  ]
  const outside = {
    ...given,
    light: random.pick([lights.dusk, lights.night, lights.dawn, lights.gold]),
  }
  return {
    back:
      rect(
        -50,
        -50,
        w + 100,
        h + 100,
        stage.pencil.linear(
          [0, 0],
          [0, h],
          [
            [0, '#5a3a24'],
            [0.6, '#8a5c38'],
            [1, '#3a2416'],
          ],
        ),
      ) +
      stage.pencil.clip(
        rect(...window_, '#000'),
        sky(outside, { horizon: h * 0.5, sun: [w * 0.55, h * 0.34] }) +
          skyline(outside, { y: h * 0.56, tall: h * 0.3, depth: 0.35, name: 'town' }),
      ) +
      shelves(stage, -20, w * 0.34) +
      shelves(stage, w * 0.68, w * 0.36),
    front:
      frame(stage, window_) +
      lamps.map((lamp) => pendant(stage, lamp)).join('') +
      readers(stage) +
      table(stage),
    shine:
      lamps.map((lamp) => glow(stage, lamp, w * 0.3, '#ffd890', 0.6)).join('') +
      lamps
        .map(([x, y]) =>
          polygon(
            [
              [x - 26, y],
              [x + 26, y],
              [x + w * 0.2, h],
              [x - w * 0.2, h],
            ],
            stage.pencil.linear(
              [0, y],
              [0, h],
              [
                [0, '#ffe0a0', 0.34],
                [1, '#ffe0a0', 0.02],
              ],
            ),
          ),
        )
        .join(''),
  }
}

const shelves = (stage: Stage, x: number, width: number) => {
  const { h } = stage
  const random = stage.random.fork(`shelf${x > 0}`)
  const spines = [
    '#a83a2e',
    '#2f5d86',
    '#c9992e',
    '#3f7a5a',
    '#7a4a7a',
    '#e0d6c0',
    '#45545f',
    '#b86a3a',
  ]
  const board = tint(stage, '#7a4e2e', 0.05)
  let svg = rect(x, h * 0.06, width, h * 0.8, tint(stage, '#3a2416', 0))
  for (let row = 0; row < 6; row++) {
    const floor = h * (0.19 + row * 0.125)
    for (let bx = x + 8; bx < x + width - 14;) {
      const thick = random.between(7, 20)
      const tall = h * random.between(0.066, 0.105)
      const lean = random.chance(0.06) ? 8 : 0
      if (random.chance(0.94))
        svg +=
          rect(
            bx,
            floor - tall,
            thick - 1,
            tall,
            tint(stage, random.pick(spines), 0.08),
            lean ? `transform="rotate(${lean} ${n(bx)} ${n(floor)})"` : '',
          ) + rect(bx + 2, floor - tall * 0.8, thick - 5, 3, '#f4e6c0', faint(0.5))
      bx += thick + (lean ? 12 : 0)
    }
    svg += rect(x, floor, width, 9, mix(board, '#ffe6b8', 0.2))
  }
  return (
    svg + rect(x, h * 0.06, 9, h * 0.8, board) + rect(x + width - 9, h * 0.06, 9, h * 0.8, board)
  )
}

const frame = (stage: Stage, [x, y, width, height]: readonly [number, number, number, number]) => {
  const wood = tint(stage, '#6a4228', 0)
  const bar = (bx: number, by: number, bw: number, bh: number) =>
    rect(
      bx,
      by,
      bw,
      bh,
      stage.pencil.linear(
        [bx, by],
        [bx + (bw < bh ? bw : 0), by + (bw < bh ? 0 : bh)],
        [
          [0, mix(wood, '#ffe6b8', 0.3)],
          [1, mix(wood, stage.light.ink, 0.4)],
        ],
      ),
    )
  return (
    bar(x - 12, y - 12, width + 24, 14) +
    bar(x - 18, y + height - 2, width + 36, 18) +
    bar(x - 12, y, 13, height) +
    bar(x + width, y, 13, height) +
    bar(x + width / 2 - 5, y, 10, height) +
    bar(x, y + height * 0.34, width, 8) +
    polygon(
      [
        [x, y + height * 0.05],
        [x + width * 0.3, y],
        [x + width * 0.1, y + height],
        [x, y + height],
      ],
      '#ffffff',
      faint(0.06),
    )
  )
}

const pendant = (stage: Stage, [x, y]: Point) =>
  line([x, -20], [x, y - 40], '#2a1a10', 3) +
  path(
    `M${n(x - 58)} ${n(y)}Q${n(x - 46)} ${n(y - 52)} ${n(x)} ${n(y - 54)}Q${n(x + 46)} ${n(y - 52)} ${n(x + 58)} ${n(y)}Z`,
    stage.pencil.linear(
      [x - 58, 0],
      [x + 58, 0],
      [
        [0, '#2f5a4a'],
        [0.4, '#4f8f74'],
        [1, '#17352a'],
      ],
    ),
  ) +
  ellipse(x, y, 58, 9, '#fff3cc')

const readers = (stage: Stage) => {
  const { w, h, random } = stage
  const tops = random.sample(
    ['#3f6fa8', '#c8574a', '#5f8f5f', '#d8a03c', '#7a5a94', '#e8e2d4', '#4a5a6a'],
    4,
  )
  const places = w > h ? [0.16, 0.38, 0.62, 0.85] : [0.14, 0.5, 0.86]
  return places
    .map((place, i) => {
      const facing = place < 0.5 ? 1 : -1
      const figure = person({
        ...stage,
        ground: [w * place, h * 0.97],
        height: h * (w > h ? 0.62 : 0.44),
        pose: { ...poses.sit, lean: random.between(4, 16), head: random.between(14, 30) },
        wear: {
          ...random.pick([wears.plain, wears.warm]),
          top: tops[i]!,
          headColour: random.pick(['#231f1e', '#3a2a20', '#8f8a86']),
        },
        facing,
        lit: facing,
      })
      return figure.svg + book(stage, figure.hands[0], facing)
    })
    .join('')
}

const book = (stage: Stage, [x, y]: Point, facing: number) => {
  const cover = tint(stage, stage.random.pick(['#a83a2e', '#2f5d86', '#3f7a5a', '#c9992e']), 0)
  return (
    polygon(
      [
        [x, y + 6],
        [x + facing * 54, y - 34],
        [x + facing * 62, y - 28],
        [x + facing * 8, y + 14],
      ],
      cover,
    ) +
    polygon(
      [
        [x, y + 4],
        [x + facing * 54, y - 36],
        [x + facing * 20, y - 62],
        [x - facing * 26, y - 22],
      ],
      '#f8f0de',
    ) +
    polygon(
      [
        [x, y + 4],
        [x - facing * 26, y - 22],
        [x - facing * 22, y - 26],
        [x + facing * 3, y],
      ],
      '#d8c8a8',
    ) +
    times(4, (i) =>
      line(
        [x - facing * (14 - i * 6), y - 22 + i * 5],
        [x + facing * (24 + i * 6), y - 48 + i * 5],
        '#a89880',
        1.4,
      ),
    )
  )
}

const table = (stage: Stage) => {
  const { w, h, light } = stage
  const random = stage.random.fork('table')
  const top = h * 0.83
  const wood = tint(stage, '#a06a3c', 0)
  const piles = times(3, (i) => {
    const x = w * (0.24 + i * 0.25) + random.between(-30, 30)
    return times(
      random.integer(2, 5),
      (k) =>
        rect(
          x + random.between(-6, 6),
          top - 2 - (k + 1) * 15,
          92,
          14,
          tint(stage, random.pick(['#a83a2e', '#2f5d86', '#c9992e', '#3f7a5a', '#e0d6c0']), 0),
          'rx="2"',
        ) + rect(x + 80, top - k * 15 - 14, 14, 9, '#f4ead2'),
    )
  })
  const steam = stroke(
    `M${n(w * 0.56)} ${n(top - 46)}q${n(8 + Math.sin(stage.time * 2) * 6)} -18 0 -32t0 -30`,
    '#ffffff',
    4,
    faint(0.3),
  )
  const cup =
    rect(w * 0.54, top - 38, 38, 38, '#f4f0e8', 'rx="6"') +
    ellipse(w * 0.54 + 19, top - 38, 19, 5, '#6a3c20') +
    steam
  return (
    piles +
    cup +
    rect(
      -50,
      top,
      w + 100,
      22,
      stage.pencil.linear(
        [0, top],
        [0, top + 22],
        [
          [0, mix(wood, light.rim, 0.6)],
          [0.5, wood],
          [1, mix(wood, light.ink, 0.3)],
        ],
      ),
    ) +
    rect(
      -50,
      top + 22,
      w + 100,
      h,
      stage.pencil.linear(
        [0, top],
        [0, h],
        [
          [0, mix(wood, light.ink, 0.62)],
          [1, light.ink],
        ],
      ),
    ) +
    times(14, (i) =>
      line(
        [i * (w / 13) - 40, top + 4 + (i % 4) * 4],
        [i * (w / 13) + 60, top + 5 + (i % 4) * 4],
        mix(wood, light.ink, 0.35),
        1.2,
        faint(0.6),
      ),
    )
  )
}
