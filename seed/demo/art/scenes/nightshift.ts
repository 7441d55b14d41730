/**
 * A building site that does not sleep: tower cranes, lit floors, workers on the steel under the
 * moon.
 */

import { mix } from '../colour.ts'
import { person } from '../person.ts'
import { poses } from '../poses.ts'
import { wears } from '../wears.ts'
import { clouds, sky } from '../sky.ts'
import { fog, skyline } from '../land.ts'
import { glow, sparks } from '../lamps.ts'
import { tint, type Scene, type Stage } from '../stage.ts'
import { beam, towerCrane } from '../steel.ts'
import { circle, faint, line, rect, times, type Point } from '../svg.ts'

export const nightshift: Scene = (stage) => {
  const { w, h, random, light } = stage
  const moon: Point = [w * random.between(0.12, 0.88), h * random.between(0.1, 0.3)]
  const tower = { x: w * random.between(0.5, 0.6), base: h * 0.9, floors: random.integer(7, 9) }
  const deck = h * 0.86
  const lamps: Point[] = [
    [w * 0.08, deck - h * 0.3],
    [w * 0.4, deck - h * 0.26],
  ]
  return {
    back:
      sky(stage, { horizon: h * 0.8, sun: moon }) +
      stars(stage) +
      clouds(stage, { from: h * 0.15, to: h * 0.55, count: 5 }) +
      skyline(stage, { y: h * 0.8, tall: h * 0.36, depth: 0.55, name: 'far' }) +
      fog(stage, { y: h * 0.78, height: h * 0.24, strength: 0.7 }) +
      skyline(stage, { y: h * 0.86, tall: h * 0.26, depth: 0.2, name: 'mid', gap: 40 }) +
      rect(-50, h * 0.85, w + 100, h, tint(stage, '#2a3038', 0.05)),
    front:
      towerCrane(stage, {
        x: tower.x + w * 0.31,
        base: h * 0.9,
        height: h * 0.74,
        reach: -w * 0.42,
        colour: tint(stage, '#e0a32c', 0.15),
        name: 'c1',
      }) +
      building(stage, tower) +
      towerCrane(stage, {
        x: w * 0.26,
        base: h * 0.9,
        height: h * 0.56,
        reach: w * 0.36,
        colour: tint(stage, '#d8542f', 0.3),
        name: 'c2',
      }) +
      lamps
        .map(
          ([x, y]) =>
            beam(stage, {
              from: [x, deck],
              to: [x, y],
              width: 6,
              colour: tint(stage, '#4a525c', 0),
            }) + rect(x - 26, y - 14, 52, 20, '#fff6d8', 'rx="4"'),
        )
        .join('') +
      crew(stage, deck),
    shine:
      glow(stage, moon, w * 0.3, '#bcd4ff', 0.35) +
      lamps.map((lamp) => glow(stage, lamp, w * 0.32, light.glow, 0.62)).join('') +
      times(4, (i) =>
        glow(
          stage,
          [tower.x + 30 + i * 70, tower.base - h * (0.12 + 0.15 * i)],
          150,
          '#ffd08a',
          0.5,
        ),
      ) +
      sparks(stage, { from: [w * 0.66, deck - 60], count: 40, reach: 130, colour: '#ffc06a' }),
  }
}

const stars = (stage: Stage) => {
  const random = stage.random.fork('stars')
  return times(130, () =>
    circle(
      random.between(0, stage.w),
      random.between(0, stage.h * 0.6),
      random.between(0.8, 2.4),
      '#ffffff',
      faint(random.between(0.2, 0.8)),
    ),
  )
}

/** A concrete frame: slabs and columns, each bay lit or dark. */
const building = (
  stage: Stage,
  { x, base, floors }: { x: number; base: number; floors: number },
) => {
  const { h, light } = stage
  const random = stage.random.fork('building')
  const width = stage.w * 0.28
  const storey = (h * 0.66) / floors
  const concrete = tint(stage, '#8d8a86', 0.12)
  const bays = 5
  let svg = ''
  for (let floor = 0; floor < floors; floor++) {
    const y = base - (floor + 1) * storey
    svg += times(bays, (bay) => {
      const lit = random.chance(0.45 - floor * 0.02)
      const bx = x + (bay * width) / bays
      const warm = mix('#ffcf86', '#ffe9c0', random.next())
      return (
        rect(
          bx,
          y,
          width / bays,
          storey,
          lit
            ? stage.pencil.linear(
                [0, y],
                [0, y + storey],
                [
                  [0, warm],
                  [1, mix(warm, light.ink, 0.72)],
                ],
              )
            : mix(concrete, light.ink, 0.78),
        ) +
        (lit
          ? rect(bx + 8, y + storey * 0.3, 5, storey * 0.7, light.ink, faint(0.6)) +
            rect(
              bx + width / bays - 22,
              y + storey * 0.62,
              14,
              storey * 0.38,
              light.ink,
              faint(0.7),
            )
          : '')
      )
    })
    svg += rect(x - 12, y - 5, width + 24, 11, mix(concrete, light.rim, 0.18))
    svg += times(bays + 1, (i) =>
      rect(x + (i * width) / bays - 5, y, 10, storey, mix(concrete, light.ink, 0.3)),
    )
    svg += line(
      [x - 12, y - 22],
      [x + width + 12, y - 22],
      mix(concrete, light.rim, 0.3),
      1.4,
      faint(0.6),
    )
  }
  const top = base - floors * storey
  svg += times(24, (i) =>
    line(
      [x + i * (width / 23), top],
      [x + i * (width / 23), top - random.between(16, 44)],
      mix('#b56a44', light.ink, 0.35),
      2.4,
    ),
  )
  return svg
}

const crew = (stage: Stage, deck: number) => {
  const { w, h, random, light } = stage
  const steel = tint(stage, '#7d4a3a', 0.02)
  const floor =
    rect(
      -50,
      deck,
      w + 100,
      h - deck + 60,
      stage.pencil.linear(
        [0, deck],
        [0, h],
        [
          [0, mix(steel, light.glow, 0.25)],
          [0.2, mix(steel, light.ink, 0.45)],
          [1, light.ink],
        ],
      ),
    ) +
    times(30, (i) =>
      line(
        [i * (w / 28) - 30, deck + 4],
        [i * (w / 24) - 120, h + 20],
        mix(steel, light.glow, 0.3),
        2.6,
        faint(0.55),
      ),
    ) +
    times(6, (i) =>
      line(
        [-20, deck + 10 + i * i * 5],
        [w + 20, deck + 10 + i * i * 5],
        mix(steel, light.glow, 0.35),
        2.6 + i * 0.4,
        faint(0.6),
      ),
    )
  const at = w * random.between(0.14, 0.24)
  return (
    floor +
    person({
      ...stage,
      ground: [at, deck + h * 0.1],
      height: h * 0.36,
      pose: random.pick([poses.stoop, poses.kneel, poses.hold]),
      wear: wears.builder,
      facing: 1,
      lit: -1,
      shade: -0.5,
    }).svg +
    person({
      ...stage,
      ground: [at + w * 0.16, deck + h * 0.085],
      height: h * 0.35,
      pose: random.pick([poses.carry, poses.point, poses.push]),
      wear: wears.docker,
      facing: 1,
      lit: 1,
      shade: -0.5,
    }).svg +
    person({
      ...stage,
      ground: [w * 0.64, deck + h * 0.05],
      height: h * 0.3,
      pose: poses.kneel,
      wear: wears.welder,
      facing: 1,
      lit: 1,
      shade: -0.3,
    }).svg
  )
}
