/** Tea terraces in the morning: rows that follow the hill, pickers among them. */

import { mix } from '../colour.ts'
import { person } from '../person.ts'
import { poses } from '../poses.ts'
import { wears } from '../wears.ts'
import { clouds, sky } from '../sky.ts'
import { fog, ridge } from '../land.ts'
import { glow } from '../lamps.ts'
import { tint, type Scene, type Stage } from '../stage.ts'
import { circle, ellipse, faint, n, path, rect, stroke, times, type Point } from '../svg.ts'

export const tea: Scene = (stage) => {
  const { w, h, random, light } = stage
  const horizon = h * 0.42
  const sun: Point = [w * random.between(0.15, 0.85), h * random.between(0.16, 0.34)]
  return {
    back:
      sky(stage, { horizon, sun }) +
      clouds(stage, { from: h * 0.04, to: h * 0.3, count: 6 }) +
      ridge(stage, {
        y: h * 0.36,
        rough: h * 0.14,
        colour: tint(stage, '#4d7f86', 0.78),
        to: mix(tint(stage, '#4d7f86', 0.7), light.haze, 0.6),
        name: 'r1',
      }) +
      fog(stage, { y: h * 0.42, height: h * 0.14, strength: 0.7 }) +
      ridge(stage, {
        y: h * 0.45,
        rough: h * 0.1,
        colour: tint(stage, '#3f7a5c', 0.5),
        to: mix(tint(stage, '#3f7a5c', 0.5), light.haze, 0.5),
        name: 'r2',
      }) +
      fog(stage, { y: h * 0.5, height: h * 0.12, strength: 0.65 }),
    front:
      rect(-50, h * 0.8, w + 100, h, tint(stage, '#35662f', 0)) +
      terraces(stage, sun) +
      blossom(stage),
    shine: glow(stage, sun, w * 0.5, light.glow, 0.36),
  }
}

const terraces = (stage: Stage, sun: Point) => {
  const { w, h, random, light, pencil } = stage
  const rows = 13
  const bend = random.between(-0.6, 0.6)
  const curve = (row: number, x: number) => {
    const t = (row / 11) ** 1.5
    const y = h * (0.5 + 0.56 * t)
    return (
      y +
      Math.sin((x / w) * 3.4 + bend * 3 + row * 0.16) * Math.min(w, h) * (0.014 + 0.03 * t) +
      bend * (x / w - 0.5) * Math.min(w, h) * 0.07 * (0.4 + t)
    )
  }
  let svg = ''
  for (let row = 0; row < rows; row++) {
    const t = (row / 11) ** 1.5
    const leaf = tint(stage, random.pick(['#5f9a3a', '#4f8f3c', '#6aa544']), 0.42 * (1 - t) ** 1.4)
    const thick = 12 + t * 92
    const xs = Array.from({ length: 41 }, (_, i) => -40 + (i * (w + 80)) / 40)
    const random2 = random.fork(`row${row}`)
    const top = xs
      .map((x) => `${n(x)} ${n(curve(row, x) - thick * (0.9 + 0.14 * random2.next()))}`)
      .join('L')
    const foot = [...xs]
      .reverse()
      .map((x) => `${n(x)} ${n(curve(row, x) + thick * 0.5)}`)
      .join('L')
    const mid = curve(row, w / 2)
    svg += path(
      `M${top}L${foot}Z`,
      pencil.linear(
        [0, mid - thick],
        [0, mid + thick * 0.5],
        [
          [0, mix(leaf, light.rim, 0.4)],
          [0.3, leaf],
          [0.75, mix(leaf, light.ink, 0.6)],
          [1, mix(tint(stage, '#7a5a3c', 0.3 * (1 - t)), light.ink, 0.4)],
        ],
      ),
    )
    svg += times(26 + row * 9, () => {
      const x = random2.between(-20, w + 20)
      const y = curve(row, x) - thick * random2.between(0.1, 0.94)
      const r = 2 + t * 8
      return ellipse(
        x,
        y,
        r,
        r * 0.55,
        random2.chance(0.55) ? mix(leaf, light.rim, 0.5) : mix(leaf, light.ink, 0.35),
        faint(0.7),
      )
    })
    if (row >= 3 && row < 11 && row % 2 === 1) svg += pickers(stage, { row, curve, t, sun })
  }
  return svg
}

/** They stand behind the next row, which hides their legs. */
const pickers = (
  stage: Stage,
  {
    row,
    curve,
    t,
    sun,
  }: { row: number; curve: (row: number, x: number) => number; t: number; sun: Point },
) => {
  const { w, h } = stage
  const random = stage.random.fork(`pickers${row}`)
  return times((row > 7 ? 2 : 3) - (w < h ? 1 : 0), (i) => {
    const x = w * (0.12 + i * 0.34 + random.between(-0.06, 0.1))
    const height = h * (0.12 + 0.38 * t)
    const y = curve(row, x) + height * 0.34
    const figure = person({
      ...stage,
      ground: [x, y],
      height,
      pose: random.pick([poses.hold, poses.stoop, poses.hold, poses.point]),
      wear: {
        ...wears.picker,
        top: random.pick(['#c8434a', '#3f6fb0', '#d08a2c', '#8a4f9a']),
        apron: random.pick(['#2f5f86', '#f0e8d8', '#7a3b4a']),
      },
      facing: random.chance(0.5) ? 1 : -1,
      lit: sun[0] > x ? 1 : -1,
      shade: 0.05,
    })
    const [bx, by] = figure.hip
    const basket = tint(stage, '#c99a4e', 0.05)
    return (
      figure.svg +
      path(
        `M${n(bx - height * 0.13)} ${n(by - height * 0.1)}h${n(height * 0.22)}l${n(-height * 0.03)} ${n(height * 0.17)}h${n(-height * 0.16)}Z`,
        basket,
      ) +
      stroke(
        `M${n(bx - height * 0.13)} ${n(by - height * 0.04)}h${n(height * 0.21)}`,
        mix(basket, stage.light.ink, 0.4),
        height * 0.012,
      ) +
      ellipse(
        bx - height * 0.02,
        by - height * 0.1,
        height * 0.11,
        height * 0.025,
        tint(stage, '#8fbf4e', 0),
      )
    )
  })
}

const blossom = (stage: Stage) => {
  const { w, h, light } = stage
  const random = stage.random.fork('blossom')
  const side = random.chance(0.5) ? 0 : w
  const leaf = tint(stage, '#3f7a34', 0)
  return times(38, () => {
    const [x, y] = [
      Math.abs(side - random.between(-20, w * 0.24)),
      random.between(-10, h * 0.2) * 1,
    ]
    const turn = random.between(0, 180)
    return (
      ellipse(
        x,
        y,
        30,
        9,
        random.chance(0.5) ? mix(leaf, light.rim, 0.35) : mix(leaf, light.ink, 0.35),
        `transform="rotate(${n(turn)} ${n(x)} ${n(y)})"`,
      ) + (random.chance(0.12) ? circle(x + 8, y + 6, 9, '#fff6ec') : '')
    )
  })
}
