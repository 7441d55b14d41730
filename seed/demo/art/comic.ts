/** Four-panel comics: people of paper before flat colours, each with one thing to say. */

import { createRandom, type Random } from '../random.ts'
import { mix } from './colour.ts'
import { lights } from './light.ts'
import { person } from './person.ts'
import { poses } from './poses.ts'
import { wears } from './wears.ts'
import {
  circle,
  createPencil,
  ellipse,
  faint,
  line,
  n,
  path,
  rect,
  svgFile,
  times,
  type Pencil,
} from './svg.ts'
import { balance, block, emsOf, letters } from './typeset.ts'

const PAPER = { ...lights.day, colour: 1, ink: '#3a3040' }
const WALLS = [
  ['#ffe2b8', '#f2b880'],
  ['#cfe8f4', '#9cc8e0'],
  ['#ffd9d4', '#f0a8a0'],
  ['#dcefc8', '#b0d490'],
  ['#e6dcf4', '#bfa8e0'],
  ['#fff0c0', '#f0d070'],
] as const

/** @param lines what is said, one for each of the four panels. @returns SVG of 1200×1600 pixels. */
export const comicPage = ({
  seed,
  title,
  lines,
}: {
  seed: string
  title: string
  lines: readonly string[]
}) => {
  const random = createRandom(`${seed}/comic`)
  const pencil = createPencil('c')
  const walls = random.sample(WALLS, 4)
  const cast = random.sample(
    [
      wears.builder,
      wears.engineer,
      wears.docker,
      wears.weaver,
      wears.courier,
      wears.medic,
      wears.railman,
      wears.plain,
      wears.warm,
    ],
    2,
  )
  const panels = times(4, (i) =>
    panel({
      pencil,
      random: random.fork(`panel${i}`),
      wall: walls[i]!,
      cast,
      text: lines[i] ?? '',
      index: i,
    }),
  )
  return svgFile({
    width: 1200,
    height: 1600,
    view: [0, 0, 1200, 1600],
    body:
      rect(0, 0, 1200, 1600, '#fffaf0') +
      letters({
        text: title,
        x: 600,
        y: 112,
        size: Math.min(68, 1060 / Math.max(6, emsOf(title))),
        colour: '#3a2a2a',
        anchor: 'middle',
        weight: 900,
      }) +
      panels +
      pencil.defs(),
  })
}

const panel = ({
  pencil,
  random,
  wall,
  cast,
  text,
  index,
}: {
  pencil: Pencil
  random: Random
  wall: readonly [string, string]
  cast: readonly (typeof wears)[keyof typeof wears][]
  text: string
  index: number
}) => {
  const [w, h] = [540, 680]
  const [x, y] = [50 + (index % 2) * 560, 170 + Math.floor(index / 2) * 710]
  const stage = { pencil, light: PAPER }
  const two = index !== 2
  const names = [
    poses.hold,
    poses.point,
    poses.stand,
    poses.look,
    poses.raise,
    poses.walk,
    poses.carry,
  ]
  const first = person({
    ...stage,
    ground: [w * (two ? 0.28 : 0.5), h * 0.95],
    height: h * (two ? 0.54 : 0.66),
    pose: random.pick(names),
    wear: cast[index % 2]!,
    facing: 1,
    lit: 1,
  })
  const second = two
    ? person({
        ...stage,
        ground: [w * 0.74, h * 0.95],
        height: h * 0.52,
        pose: random.pick(names),
        wear: cast[(index + 1) % 2]!,
        facing: -1,
        lit: 1,
      }).svg
    : ''
  const frame = rect(0, 0, w, h, '#000')
  const inner =
    rect(
      0,
      0,
      w,
      h,
      pencil.linear(
        [0, 0],
        [0, h],
        [
          [0, wall[0]],
          [1, mix(wall[0], wall[1], 0.5)],
        ],
      ),
    ) +
    furniture({ random, w, h, colour: wall[1] }) +
    rect(0, h * 0.88, w, h * 0.12, mix(wall[1], '#5a4a4a', 0.25)) +
    ellipse(w * 0.5, h * 0.955, w * 0.42, 14, '#000000', faint(0.12)) +
    second +
    first.svg +
    bubble({
      text,
      x: w * 0.5,
      y: 34,
      width: w - 70,
      tail: [first.head[0] + 30, first.head[1] - 60],
    })
  return `<g transform="translate(${x} ${y})">${pencil.clip(frame, inner)}${rect(0, 0, w, h, 'none', 'stroke="#3a2a2a" stroke-width="6" rx="4"')}</g>`
}

const furniture = ({
  random,
  w,
  h,
  colour,
}: {
  random: Random
  w: number
  h: number
  colour: string
}) => {
  const dark = mix(colour, '#5a4a5a', 0.2)
  const things = [
    () =>
      rect(w * 0.55, h * 0.3, 190, 150, '#ffffff', faint(0.8)) +
      rect(w * 0.55, h * 0.3, 190, 150, 'none', `stroke="${dark}" stroke-width="8"`) +
      line([w * 0.55 + 95, h * 0.3], [w * 0.55 + 95, h * 0.3 + 150], dark, 6),
    () =>
      times(
        5,
        (i) =>
          rect(30 + i * 108, h * 0.5 - (i % 3) * 60, 90, h * 0.5, dark, faint(0.45)) +
          times(6, (k) =>
            rect(
              44 + i * 108 + (k % 2) * 36,
              h * 0.54 - (i % 3) * 60 + Math.floor(k / 2) * 54,
              20,
              28,
              '#fff8d8',
              faint(0.7),
            ),
          ),
      ),
    () =>
      rect(40, h * 0.42, 150, h * 0.5, dark, faint(0.5)) +
      times(
        4,
        (i) =>
          rect(48, h * 0.45 + i * 74, 134, 8, colour) +
          times(6, (k) =>
            rect(
              52 + k * 21,
              h * 0.45 + i * 74 - 44,
              16,
              44,
              random.pick(['#c8574a', '#3f7fc0', '#e8b04a', '#5fa06a']),
              faint(0.75),
            ),
          ),
      ),
    () =>
      circle(w * 0.8, h * 0.36, 54, '#fff4d0') +
      path(
        `M0 ${n(h * 0.72)}Q${n(w * 0.3)} ${n(h * 0.56)} ${n(w * 0.55)} ${n(h * 0.7)}T${n(w)} ${n(h * 0.62)}V${n(h)}H0Z`,
        dark,
        faint(0.5),
      ),
  ]
  return random.pick(things)()
}

const bubble = ({
  text,
  x,
  y,
  width,
  tail,
}: {
  text: string
  x: number
  y: number
  width: number
  tail: readonly [number, number]
}) => {
  const lines = balance(text, 11.6)
  const height = lines.length * 46 + 44
  const left = x - width / 2
  const mouth = Math.min(Math.max(tail[0], left + 60), left + width - 60)
  return (
    path(
      `M${n(left + 30)} ${y}H${n(left + width - 30)}Q${n(left + width)} ${y} ${n(left + width)} ${y + 30}V${n(y + height - 30)}Q${n(left + width)} ${n(y + height)} ${n(left + width - 30)} ${n(y + height)}H${n(mouth + 26)}L${n(mouth)} ${n(y + height + 44)}L${n(mouth - 22)} ${n(y + height)}H${n(left + 30)}Q${n(left)} ${n(y + height)} ${n(left)} ${n(y + height - 30)}V${y + 30}Q${n(left)} ${y} ${n(left + 30)} ${y}Z`,
      '#ffffff',
      'stroke="#3a2a2a" stroke-width="4"',
    ) +
    block({
      lines,
      x,
      y: y + 56,
      size: 36,
      leading: 1.28,
      colour: '#2a2224',
      weight: 700,
      anchor: 'middle',
    })
  )
}
