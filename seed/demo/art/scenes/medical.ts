/**
 * A sampling point in the epidemic: medical workers in protective suits, morning light on the tent.
 */

import { mix } from '../colour.ts'
import { person } from '../person.ts'
import { poses } from '../poses.ts'
import { wears } from '../wears.ts'
import { bokeh, glow } from '../lamps.ts'
import { skyline } from '../land.ts'
import { sky } from '../sky.ts'
import { tint, type Scene, type Stage } from '../stage.ts'
import {
  circle,
  ellipse,
  faint,
  line,
  n,
  path,
  polygon,
  rect,
  stroke,
  times,
  type Point,
} from '../svg.ts'

export const medical: Scene = (stage) => {
  const { w, h, random, light } = stage
  const floor = h * 0.86
  const lit = random.chance(0.5) ? 1 : -1
  const sun: Point = [lit > 0 ? w * 0.9 : w * 0.1, h * 0.16]
  const counter = w * 0.52
  return {
    back:
      sky(stage, { horizon: h * 0.7, sun }) +
      skyline(stage, { y: h * 0.72, tall: h * 0.34, depth: 0.62, name: 'blocks' }) +
      bokeh(stage, {
        count: 26,
        from: h * 0.5,
        to: h * 0.8,
        colours: ['#7fb069', '#a8d08d', '#d7ecc8'],
        size: 60,
      }) +
      rect(
        -50,
        h * 0.74,
        w + 100,
        h,
        stage.pencil.linear(
          [0, h * 0.74],
          [0, h],
          [
            [0, tint(stage, '#b9c4c8', 0.4)],
            [1, tint(stage, '#6d7a82', 0.05)],
          ],
        ),
      ) +
      queue(stage, floor),
    front:
      tent(stage) +
      shadows(stage, floor) +
      team(stage, { floor, counter, lit }) +
      table(stage, { x: counter, floor }),
    shine: glow(stage, sun, w * 0.6, light.glow, 0.45),
  }
}

const tent = (stage: Stage) => {
  const { w, h, pencil, light } = stage
  const roof = tint(stage, stage.random.pick(['#3f8fd0', '#2f9e8f', '#d8574a', '#3f6fc0']), 0.05)
  const post = tint(stage, '#dfe4e6', 0.05)
  const [left, right, eave] = [-40, w + 40, h * 0.2]
  const scallops = times(14, (i) => {
    const step = (right - left) / 14
    const x = left + i * step
    return path(
      `M${n(x)} ${n(eave)}h${n(step)}v${n(34)}q${n(-step / 2)} 26 ${n(-step)} 0Z`,
      i % 2 ? mix(roof, light.rim, 0.35) : mix(roof, light.ink, 0.08),
    )
  })
  return (
    polygon(
      [
        [left, -60],
        [right, -60],
        [right, eave],
        [left, eave],
      ],
      pencil.linear(
        [0, -60],
        [0, eave],
        [
          [0, mix(roof, light.ink, 0.4)],
          [1, mix(roof, light.rim, 0.25)],
        ],
      ),
    ) +
    times(6, (i) =>
      line(
        [w / 2 + (i - 2.5) * 60, -60],
        [left + ((i + 0.5) * (right - left)) / 6, eave],
        mix(roof, light.ink, 0.35),
        3,
        faint(0.5),
      ),
    ) +
    scallops +
    [w * 0.05, w * 0.95]
      .map((x) =>
        rect(
          x - 8,
          eave,
          16,
          h,
          pencil.linear(
            [x - 8, 0],
            [x + 8, 0],
            [
              [0, mix(post, light.ink, 0.4)],
              [0.5, post],
              [1, mix(post, light.ink, 0.3)],
            ],
          ),
        ),
      )
      .join('')
  )
}

const shadows = ({ w, light }: Stage, floor: number) =>
  times(5, (i) => ellipse(w * (0.16 + i * 0.17), floor + 40, 100, 16, light.ink, faint(0.18)))

/** People who wait, out of focus, two steps apart. */
const queue = (stage: Stage, floor: number) => {
  const { w, h, random } = stage
  return times(
    5,
    (i) =>
      person({
        ...stage,
        ground: [w * (0.58 + i * 0.1), floor - h * 0.03],
        height: h * 0.38,
        pose: random.pick([poses.stand, poses.look, poses.hold]),
        wear: {
          ...random.pick([wears.plain, wears.warm, wears.courier]),
          mask: true,
          top: random.pick(['#c85f5f', '#5f86c8', '#d0a552', '#6fa06f', '#8a73b5']),
        },
        facing: -1,
        lit: 1,
      }).svg,
  )
}

const team = (
  stage: Stage,
  { floor, counter, lit }: { floor: number; counter: number; lit: 1 | -1 },
) => {
  const { w, h, random } = stage
  const suits = ['#3b8fd0', '#e0574a', '#2f9e8f', '#e09a2c']
  const suit = () => ({ ...wears.medic, suit: { colour: '#f6fafc', seam: random.pick(suits) } })
  const tall = h * 0.58
  const main = person({
    ...stage,
    ground: [counter - w * 0.16, floor + h * 0.09],
    height: tall,
    pose: random.pick([poses.hold, poses.point, poses.hold]),
    wear: suit(),
    facing: 1,
    lit,
  })
  const mate = person({
    ...stage,
    ground: [counter - w * 0.34, floor + h * 0.05],
    height: tall * 0.93,
    pose: random.pick([poses.carry, poses.hold, poses.look]),
    wear: suit(),
    facing: 1,
    lit,
  })
  const [hx, hy] = main.hands[1]
  const swab =
    line([hx, hy], [hx + 36, hy - 34], '#f4f4ee', 3.4) + circle(hx + 37, hy - 35, 5, '#ffffff')
  const [bx, by] = mate.hands[1]
  const box =
    rect(bx - 12, by - 26, 92, 62, tint(stage, '#3f8fd0', 0), 'rx="8"') +
    rect(bx - 12, by - 26, 92, 18, tint(stage, '#e9f2f8', 0), 'rx="6"') +
    rect(bx + 26, by - 4, 16, 34, '#ffffff') +
    rect(bx + 17, by + 5, 34, 16, '#ffffff')
  return mate.svg + box + main.svg + swab
}

const table = (stage: Stage, { x, floor }: { x: number; floor: number }) => {
  const { w, h, light, pencil, random } = stage
  const top = floor - h * 0.13
  const cloth = tint(stage, '#e8f1f6', 0.02)
  const right = Math.min(w * 0.9, x + w * 0.36)
  const caps = ['#d9473f', '#e9b23c', '#3f8fd0', '#45a06a']
  const tubes = times(14, (i) => {
    const tx = x + 40 + i * ((right - x - 150) / 14)
    return (
      rect(tx, top - 44, 10, 44, '#ffffff', `rx="5" ${faint(0.75)}`) +
      rect(tx, top - 22, 10, 22, random.pick(['#f3c7b0', '#f7e0a8']), `rx="5" ${faint(0.8)}`) +
      rect(tx - 1, top - 52, 12, 13, tint(stage, random.pick(caps), 0), 'rx="3"')
    )
  })
  const bottle =
    rect(right - 84, top - 78, 40, 78, tint(stage, '#7fc4e8', 0), `rx="8" ${faint(0.9)}`) +
    rect(right - 73, top - 98, 18, 22, '#ffffff') +
    stroke(`M${n(right - 64)} ${n(top - 98)}h-26v8`, '#ffffff', 7)
  return (
    rect(
      x,
      top + 10,
      right - x,
      h - top,
      pencil.linear(
        [0, top],
        [0, h],
        [
          [0, cloth],
          [1, mix(cloth, light.ink, 0.45)],
        ],
      ),
    ) +
    times(9, (i) =>
      line(
        [x + 20 + i * ((right - x) / 9), top + 14],
        [x + 12 + i * ((right - x) / 9), h + 10],
        mix(cloth, light.ink, 0.35),
        4,
        faint(0.4),
      ),
    ) +
    rect(
      x - 18,
      top - 6,
      right - x + 36,
      20,
      pencil.linear(
        [0, top - 6],
        [0, top + 14],
        [
          [0, '#ffffff'],
          [1, mix(cloth, light.ink, 0.25)],
        ],
      ),
      'rx="5"',
    ) +
    rect(x + 28, top - 26, right - x - 170, 22, tint(stage, '#b8c6ce', 0), `rx="4" ${faint(0.9)}`) +
    tubes +
    bottle
  )
}
