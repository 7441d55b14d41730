/** A container port: quay cranes, a ship under load, a docker guiding the box. */

import { mix } from '../colour.ts'
import { person } from '../person.ts'
import { poses } from '../poses.ts'
import { wears } from '../wears.ts'
import { clouds, sky } from '../sky.ts'
import { glow } from '../lamps.ts'
import { skyline, water } from '../land.ts'
import type { Scene, Stage } from '../stage.ts'
import { line, polygon, rect, times, type Point, faint } from '../svg.ts'

const BOXES = [
  '#c8452f',
  '#2f6fae',
  '#e0a12c',
  '#3f8f62',
  '#8a8f96',
  '#b8563f',
  '#35508c',
  '#d8d6cc',
]

export const harbour: Scene = (stage) => {
  const { w, h, random, light } = stage
  const horizon = h * 0.6
  const sun: Point = [w * random.between(0.15, 0.85), horizon - h * random.between(0.08, 0.26)]
  const back =
    sky(stage, { horizon, sun }) +
    clouds(stage, { from: h * 0.08, to: horizon - 80, count: 9 }) +
    skyline(stage, { y: horizon, tall: 90, depth: 0.75, name: 'town' }) +
    water(stage, { y: horizon, sunX: sun[0] })
  const shipAt = w * random.between(0.2, 0.34)
  const front =
    ship(stage, {
      x: shipAt,
      y: horizon + h * 0.13,
      length: Math.max(900, w * 0.7),
      boxes: BOXES,
    }) +
    times(3, (i) =>
      crane(stage, {
        x: shipAt + 40 + i * 250,
        base: h * 0.86,
        height: h * 0.66,
        name: `crane${i}`,
        depth: 0.1 + (2 - i) * 0.1,
      }),
    ) +
    quay(stage, h * 0.86) +
    worker(stage, [w * random.between(0.1, 0.22), h * 0.97], sun)
  const shine = glow(stage, sun, w * 0.5, light.glow, 0.25)
  return { back, front, shine }
}

const ship = (
  stage: Stage,
  { x, y, length, boxes }: { x: number; y: number; length: number; boxes: readonly string[] },
) => {
  const { light, pencil, h } = stage
  const random = stage.random.fork('ship')
  const paint = (colour: string, depth = 0.12) =>
    mix(mix(light.ink, colour, light.colour), light.haze, depth)
  const deck = y - 30
  const keel = h * 0.84
  const hull = paint(random.pick(['#8f2f2a', '#1f4a7a', '#22564c', '#3b3f49']))
  let svg = polygon(
    [
      [x - 70, deck],
      [x + length, deck],
      [x + length, keel],
      [x - 10, keel],
    ],
    pencil.linear(
      [0, deck],
      [0, keel],
      [
        [0, mix(hull, light.rim, 0.18)],
        [0.12, hull],
        [1, mix(hull, light.ink, 0.6)],
      ],
    ),
  )
  svg += polygon(
    [
      [x - 24, keel - 26],
      [x + length, keel - 26],
      [x + length, keel],
      [x - 10, keel],
    ],
    paint('#a33b30'),
  )
  for (let column = 0; column < (length - 60) / 66; column++) {
    const stack = random.integer(2, 5)
    for (let row = 0; row < stack; row++) {
      const colour = paint(random.pick(boxes))
      const [bx, by] = [x + 50 + column * 66, deck - (row + 1) * 29]
      svg += rect(
        bx,
        by,
        63,
        27,
        pencil.linear(
          [0, by],
          [0, by + 27],
          [
            [0, mix(colour, light.rim, 0.22)],
            [0.2, colour],
            [1, mix(colour, light.ink, 0.4)],
          ],
        ),
      )
      svg += times(7, (i) => rect(bx + 5 + i * 8.4, by + 3, 2, 21, light.ink, faint(0.16)))
    }
  }
  return svg
}

/** A ship-to-shore crane: four legs, a boom over the ship, a trolley that runs with time. */
const crane = (
  stage: Stage,
  {
    x,
    base,
    height,
    name,
    depth,
  }: { x: number; base: number; height: number; name: string; depth: number },
) => {
  const { light, time } = stage
  const random = stage.random.fork(name)
  const colour = mix(
    mix(light.ink, random.pick(['#2f6fb0', '#d8502f', '#e3e6e8']), light.colour * 0.8),
    light.haze,
    depth,
  )
  const edge = mix(colour, light.rim, 0.55)
  const top = base - height
  const boom = top + height * 0.3
  const beam = (a: Point, b: Point, width: number) =>
    line(a, b, colour, width, 'stroke-linecap="round"') +
    line(
      [a[0] + width * 0.32, a[1] - width * 0.3],
      [b[0] + width * 0.32, b[1] - width * 0.3],
      edge,
      width * 0.22,
    )
  const run = (Math.sin(time * 0.5 + random.between(0, 6)) + 1) / 2
  const trolley: Point = [x - 300 + run * 330, boom + 4]
  const drop = height * (0.16 + 0.16 * ((Math.sin(time * 0.8 + random.between(0, 6)) + 1) / 2))
  const box = mix(mix(light.ink, random.pick(BOXES), light.colour), light.haze, depth)
  let svg = beam([x, base], [x + 14, boom], 14) + beam([x + 130, base], [x + 120, boom], 14)
  svg += beam([x, base - height * 0.28], [x + 130, base - height * 0.28], 9)
  svg +=
    beam([x + 4, base - height * 0.28], [x + 120, boom], 5) +
    beam([x - 330, boom], [x + 250, boom], 13)
  svg += beam([x + 14, boom], [x + 60, top], 10) + beam([x + 120, boom], [x + 60, top], 8)
  svg +=
    line([x + 60, top], [x - 310, boom], edge, 3) +
    line([x + 60, top], [x - 140, boom], edge, 3) +
    line([x + 60, top], [x + 240, boom], edge, 3)
  svg += times(18, (i) =>
    line([x - 320 + i * 31, boom - 5], [x - 304 + i * 31, boom + 6], edge, 1.6),
  )
  svg +=
    rect(x + 128, boom - 34, 74, 34, colour) + rect(trolley[0] - 18, trolley[1], 36, 12, colour)
  svg +=
    line([trolley[0] - 12, boom], [trolley[0] - 24, boom + drop], colour, 1.6) +
    line([trolley[0] + 12, boom], [trolley[0] + 24, boom + drop], colour, 1.6)
  svg +=
    rect(trolley[0] - 32, boom + drop, 64, 27, box) +
    line([trolley[0] - 32, boom + drop], [trolley[0] + 32, boom + drop], edge, 2.5)
  return svg
}

const quay = (stage: Stage, y: number) => {
  const { w, h, light, pencil } = stage
  const stone = mix(mix(light.ink, '#8b8f90', light.colour * 0.7), light.haze, 0.12)
  return (
    rect(
      -50,
      y - 8,
      w + 100,
      h - y + 60,
      pencil.linear(
        [0, y - 8],
        [0, h],
        [
          [0, mix(stone, light.rim, 0.35)],
          [0.06, stone],
          [1, mix(stone, light.ink, 0.75)],
        ],
      ),
    ) +
    times(3, (i) =>
      line(
        [-20, y + 18 + i * i * 22],
        [w + 20, y + 18 + i * i * 22],
        mix(stone, light.ink, 0.5),
        2 + i * 2,
      ),
    ) +
    times(9, (i) =>
      rect(i * 190 + 30, y - 26, 20, 22, mix(light.ink, '#e0b12c', light.colour * 0.6), 'rx="5"'),
    )
  )
}

const worker = (stage: Stage, ground: Point, sun: Point) => {
  const lit = sun[0] > ground[0] ? 1 : -1
  const figure = person({
    ...stage,
    ground,
    height: stage.h * 0.46,
    pose: stage.random.pick([poses.point, poses.lift, poses.look]),
    wear: stage.random.pick([wears.docker, wears.builder]),
    facing: 1,
    lit,
    shade: 0.1,
  })
  return figure.svg
}
