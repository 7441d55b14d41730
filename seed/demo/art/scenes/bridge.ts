/** A cable-stayed bridge over the great river in fog; the inspectors on the catwalk are at hand. */

import { mix } from '../colour.ts'
import { person } from '../person.ts'
import { poses } from '../poses.ts'
import { wears } from '../wears.ts'
import { clouds, sky } from '../sky.ts'
import { fog, ridge, water } from '../land.ts'
import { glow } from '../lamps.ts'
import { tint, type Scene, type Stage } from '../stage.ts'
import { beam } from '../steel.ts'
import { ellipse, faint, line, path, n, polygon, rect, times, type Point } from '../svg.ts'

export const bridge: Scene = (stage) => {
  const { w, h, random, light } = stage
  const horizon = h * 0.66
  const sun: Point = [w * random.between(0.2, 0.8), h * random.between(0.3, 0.46)]
  const deck = h * 0.58
  const main = { x: w * random.between(0.36, 0.46), top: h * 0.1, reach: w * 0.62, depth: 0.12 }
  return {
    back:
      sky(stage, { horizon, sun }) +
      clouds(stage, { from: h * 0.05, to: h * 0.5, count: 8 }) +
      ridge(stage, {
        y: horizon - 4,
        rough: 40,
        colour: tint(stage, '#46707a', 0.7),
        name: 'bank',
      }) +
      water(stage, { y: horizon, sunX: sun[0] }) +
      fog(stage, { y: horizon, height: h * 0.22, strength: 0.75 }),
    front:
      pylon(stage, {
        x: w * 1.02,
        top: h * 0.24,
        deck: deck + 14,
        foot: horizon + 16,
        reach: w * 0.36,
        depth: 0.5,
      }) +
      boats(stage, horizon) +
      pylon(stage, { ...main, deck, foot: horizon + h * 0.06 }) +
      road(stage, deck) +
      fog(stage, { y: h * 0.74, height: h * 0.16, strength: 0.6 }) +
      catwalk(stage, sun),
    shine: glow(stage, sun, w * 0.55, light.glow, 0.34),
  }
}

const pylon = (
  stage: Stage,
  {
    x,
    top,
    deck,
    foot,
    reach,
    depth,
  }: { x: number; top: number; deck: number; foot: number; reach: number; depth: number },
) => {
  const { light, pencil } = stage
  const concrete = tint(stage, '#c9cfd2', depth)
  const height = foot - top
  const spread = height * 0.13
  const stays = times(17, (i) => {
    const t = (i + 1) / 17
    const from = top + height * 0.06 + (1 - t) * height * 0.3
    const colour = mix(tint(stage, '#dfe6ea', depth), light.rim, 0.4)
    return [-1, 1]
      .map((side) => line([x, from], [x + side * reach * t, deck], colour, 1.5, faint(0.85)))
      .join('')
  })
  const leg = (side: number) =>
    polygon(
      [
        [x + side * 5, top],
        [x + side * 16, top],
        [x + side * (spread + 12), deck],
        [x + side * (spread * 0.72 + 10), foot],
        [x + side * (spread * 0.72 - 16), foot],
        [x + side * (spread - 12), deck],
      ],
      pencil.linear(
        [x - spread, 0],
        [x + spread, 0],
        [
          [0, mix(concrete, light.rim, 0.5)],
          [0.5, concrete],
          [1, mix(concrete, light.ink, 0.45)],
        ],
      ),
    )
  return (
    stays +
    leg(-1) +
    leg(1) +
    rect(x - spread * 0.5, top + height * 0.42, spread, height * 0.03, concrete) +
    rect(x - spread * 0.95, foot - 4, spread * 1.9, 18, mix(concrete, light.ink, 0.3), 'rx="4"') +
    rect(x - 3, top - height * 0.05, 6, height * 0.06, concrete)
  )
}

const road = (stage: Stage, deck: number) => {
  const { w, light, pencil, time } = stage
  const random = stage.random.fork('road')
  const colour = tint(stage, '#6c7478', 0.1)
  const cars = times(15, () => {
    const heavy = random.chance(0.4)
    const x = ((random.between(0, 1) * (w + 200) + time * (heavy ? 34 : 52)) % (w + 200)) - 100
    const paint = tint(
      stage,
      random.pick(['#e8eaec', '#c8473a', '#3a6fb0', '#e0b040', '#4a5058']),
      0.08,
    )
    return heavy
      ? rect(x, deck - 24, 52, 20, paint, 'rx="2"') +
          rect(x + 54, deck - 18, 14, 14, paint, 'rx="3"')
      : rect(x, deck - 13, 26, 8, paint, 'rx="3"') +
          rect(x + 5, deck - 18, 15, 7, mix(paint, light.ink, 0.4), 'rx="3"')
  })
  return (
    cars +
    rect(
      -60,
      deck - 5,
      w + 120,
      18,
      pencil.linear(
        [0, deck - 5],
        [0, deck + 13],
        [
          [0, mix(colour, light.rim, 0.6)],
          [0.3, colour],
          [1, mix(colour, light.ink, 0.6)],
        ],
      ),
    ) +
    times(40, (i) => line([i * (w / 38), deck - 13], [i * (w / 38), deck - 4], colour, 1.4)) +
    line([-50, deck - 13], [w + 50, deck - 13], mix(colour, light.rim, 0.5), 1.6)
  )
}

const boats = (stage: Stage, horizon: number) => {
  const random = stage.random.fork('boats')
  return times(3, (i) => {
    const depth = 0.5 - i * 0.14
    const size = 70 + i * 60
    const x = stage.w * random.between(0.05, 0.9) + stage.time * (5 + i * 4)
    const y = horizon + 14 + i * 30
    const hull = tint(stage, random.pick(['#7a3b30', '#2f4f70', '#4a4f55']), depth)
    return (
      ellipse(x + size / 2, y + 5, size * 0.7, 4, stage.light.ink, faint(0.3)) +
      path(
        `M${n(x)} ${n(y - size * 0.08)}h${n(size * 1.05)}l${n(-size * 0.1)} ${n(size * 0.12)}h${n(-size * 0.85)}Z`,
        hull,
      ) +
      rect(
        x + size * 0.08,
        y - size * 0.26,
        size * 0.18,
        size * 0.18,
        tint(stage, '#e8ebec', depth),
      ) +
      polygon(
        [
          [x + size * 0.32, y - size * 0.08],
          [x + size * 0.5, y - size * 0.16],
          [x + size * 0.8, y - size * 0.15],
          [x + size * 0.95, y - size * 0.08],
        ],
        tint(stage, '#b99a5c', depth),
      )
    )
  })
}

const catwalk = (stage: Stage, sun: Point) => {
  const { w, h, random, light } = stage
  const y = h * 0.92
  const steel = tint(stage, '#c8742c', 0)
  const lit = sun[0] > w * 0.3 ? 1 : -1
  const x = w * random.between(0.12, 0.22)
  const figures =
    person({
      ...stage,
      ground: [x + w * 0.15, y],
      height: h * 0.36,
      pose: random.pick([poses.hold, poses.look, poses.stand]),
      wear: wears.engineer,
      facing: -1,
      lit,
      shade: 0.05,
    }).svg +
    person({
      ...stage,
      ground: [x, y + 6],
      height: h * 0.38,
      pose: random.pick([poses.point, poses.raise, poses.lift]),
      wear: wears.railman,
      facing: 1,
      lit,
      shade: 0.05,
    }).svg
  const rail = (up: number, width: number) =>
    beam(stage, { from: [-30, y - up], to: [w + 30, y - up - 8], width, colour: steel })
  const posts = times(10, (i) =>
    beam(stage, {
      from: [i * (w / 9), y + 8],
      to: [i * (w / 9), y - h * 0.15],
      width: 6,
      colour: steel,
    }),
  )
  return (
    figures +
    posts +
    rail(h * 0.15, 7) +
    rail(h * 0.08, 4) +
    rect(
      -50,
      y,
      w + 100,
      h - y + 60,
      stage.pencil.linear(
        [0, y],
        [0, h],
        [
          [0, mix(steel, light.rim, 0.3)],
          [0.12, mix(steel, light.ink, 0.35)],
          [1, light.ink],
        ],
      ),
    ) +
    times(60, (i) =>
      line([i * (w / 58), y + 6], [i * (w / 58) - 30, h + 20], light.ink, 3, faint(0.3)),
    )
  )
}
