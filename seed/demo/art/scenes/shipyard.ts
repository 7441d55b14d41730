/**
 * A hull on the slip: the bow towers over scaffolds, a gantry crane and the people who build it.
 */

import { mix } from '../colour.ts'
import { person } from '../person.ts'
import { poses } from '../poses.ts'
import { wears } from '../wears.ts'
import { clouds, sky } from '../sky.ts'
import { fog, ground, skyline } from '../land.ts'
import { glow, sparks } from '../lamps.ts'
import { tint, type Scene, type Stage } from '../stage.ts'
import { beam, lattice } from '../steel.ts'
import { line, n, path, polygon, rect, stroke, times, type Point, faint } from '../svg.ts'

export const shipyard: Scene = (stage) => {
  const { w, h, random, light } = stage
  const base = h * 0.84
  const sun: Point = [w * random.between(0.1, 0.3), h * random.between(0.3, 0.48)]
  const bow = w * random.between(0.5, 0.58)
  const torch: Point = [bow + random.between(60, 160), base - h * random.between(0.16, 0.3)]
  return {
    back:
      sky(stage, { horizon: base, sun }) +
      clouds(stage, { from: h * 0.05, to: h * 0.5, count: 8 }) +
      skyline(stage, { y: base - 10, tall: h * 0.16, depth: 0.6, name: 'sheds' }) +
      fog(stage, { y: base, height: h * 0.3, strength: 0.6 }) +
      ground(stage, {
        y: base,
        far: tint(stage, '#8d8a80', 0.35),
        near: tint(stage, '#5a5852', 0),
      }),
    front:
      gantry(stage, base) +
      hull(stage, { bow, base }) +
      scaffold(stage, { x: bow + 50, base, height: h * 0.42 }) +
      rect(
        -50,
        base,
        w + 100,
        h - base + 60,
        stage.pencil.linear(
          [0, base],
          [0, h],
          [
            [0, tint(stage, '#8d8a80', 0.2)],
            [1, tint(stage, '#3a3a3a', 0)],
          ],
        ),
      ) +
      times(6, (i) =>
        line(
          [bow - 420 + i * 150, base],
          [bow - 900 + i * 330, h + 20],
          tint(stage, '#c9b45a', 0.1),
          2 + i * 0.4,
          faint(0.35),
        ),
      ) +
      sparks(stage, { from: torch, count: 70, reach: 150, colour: '#ffc26a', up: 0.3 }) +
      crew(stage, { base, sun, bow }),
    shine: glow(stage, torch, 260, '#9fd0ff', 0.9) + glow(stage, sun, w * 0.45, light.glow, 0.25),
  }
}

/** Seen from before the bow: two flanks that meet in the stem, flaring outward to the deck. */
const hull = (stage: Stage, { bow, base }: { bow: number; base: number }) => {
  const { w, h, light, pencil, random } = stage
  const deck = h * 0.2
  const paint = tint(stage, random.pick(['#a8402f', '#2a5c8f', '#39424d', '#236b66']), 0.04)
  const red = tint(stage, '#8f2f28', 0.02)
  const far = w + 140
  const side = `M${n(bow - 26)} ${n(deck - 24)}C${n(bow + 4)} ${n(deck + h * 0.25)} ${n(bow + 20)} ${n(base - h * 0.2)} ${n(bow + 66)} ${n(base)}L${n(far)} ${n(base)}L${n(far)} ${n(deck + 46)}Z`
  const front = `M${n(bow - 26)} ${n(deck - 24)}C${n(bow + 4)} ${n(deck + h * 0.25)} ${n(bow + 20)} ${n(base - h * 0.2)} ${n(bow + 66)} ${n(base)}L${n(bow - 16)} ${n(base)}C${n(bow - 70)} ${n(base - h * 0.2)} ${n(bow - 150)} ${n(deck + h * 0.26)} ${n(bow - 236)} ${n(deck + 30)}Z`
  let svg = path(
    side,
    pencil.linear(
      [bow, 0],
      [far, 0],
      [
        [0, mix(paint, light.rim, 0.28)],
        [0.3, paint],
        [1, mix(paint, light.ink, 0.55)],
      ],
    ),
  )
  svg += path(
    front,
    pencil.linear(
      [bow - 236, 0],
      [bow + 40, 0],
      [
        [0, mix(paint, light.rim, 0.62)],
        [0.6, mix(paint, light.rim, 0.15)],
        [1, mix(paint, light.ink, 0.35)],
      ],
    ),
  )
  svg += path(
    `M${n(bow + 36)} ${n(base - h * 0.13)}L${n(far)} ${n(base - h * 0.13)}L${n(far)} ${n(base)}L${n(bow + 66)} ${n(base)}Z`,
    pencil.linear(
      [bow, 0],
      [far, 0],
      [
        [0, mix(red, light.rim, 0.2)],
        [1, mix(red, light.ink, 0.5)],
      ],
    ),
  )
  const seam = mix(paint, light.ink, 0.5)
  svg += times(7, (i) =>
    line(
      [bow + 2 + i * 5, deck + 60 + i * (h * 0.07)],
      [far, deck + 90 + i * (h * 0.066)],
      seam,
      1.2,
      faint(0.5),
    ),
  )
  svg += times(10, (i) =>
    line(
      [bow + 60 + i * 110, deck + 20 + i * 3],
      [bow + 90 + i * 105, base],
      seam,
      1.2,
      faint(0.4),
    ),
  )
  svg += times(9, (i) =>
    line(
      [bow - 40 + i * 66, deck - 30 + i * 8],
      [bow - 40 + i * 66, deck - 4 + i * 8],
      tint(stage, '#d8dadb', 0.1),
      2.4,
    ),
  )
  svg += line([bow - 40, deck - 30], [bow + 520, deck + 36], tint(stage, '#d8dadb', 0.1), 2.6)
  svg += rect(bow + 18, deck + 110, 16, 46, mix(paint, light.ink, 0.75), 'rx="7"')
  svg += times(6, (i) =>
    line(
      [bow + 70, base - 30 - i * 34],
      [bow + 100, base - 30 - i * 34],
      tint(stage, '#ffffff', 0.1),
      3,
      faint(0.7),
    ),
  )
  return svg
}

const gantry = (stage: Stage, base: number) => {
  const { w, h, light } = stage
  const colour = tint(stage, stage.random.pick(['#d6552f', '#2f74b8', '#e2b133']), 0.34)
  const top = h * 0.12
  const [left, right] = [w * 0.08, w * 0.86]
  const trolley = left + (right - left) * (0.4 + 0.2 * Math.sin(stage.time * 0.5))
  return (
    beam(stage, { from: [left - 26, base], to: [left + 20, top], width: 17, colour }) +
    beam(stage, { from: [left + 66, base], to: [left + 28, top], width: 17, colour }) +
    beam(stage, { from: [right, base], to: [right, top], width: 20, colour }) +
    rect(
      left - 60,
      top - 28,
      right - left + 130,
      40,
      stage.pencil.linear(
        [0, top - 28],
        [0, top + 12],
        [
          [0, mix(colour, light.rim, 0.5)],
          [0.25, colour],
          [1, mix(colour, light.ink, 0.4)],
        ],
      ),
    ) +
    times(12, (i) =>
      line(
        [left - 40 + i * ((right - left + 90) / 12), top - 24],
        [left - 10 + i * ((right - left + 90) / 12), top + 8],
        mix(colour, light.ink, 0.3),
        2,
      ),
    ) +
    rect(trolley - 40, top + 12, 80, 22, mix(colour, light.ink, 0.3)) +
    line([trolley - 14, top + 34], [trolley - 14, h * 0.34], tint(stage, '#40464c', 0.3), 2) +
    line([trolley + 14, top + 34], [trolley + 14, h * 0.34], tint(stage, '#40464c', 0.3), 2) +
    polygon(
      [
        [trolley - 96, h * 0.36],
        [trolley + 96, h * 0.34],
        [trolley + 100, h * 0.385],
        [trolley - 92, h * 0.405],
      ],
      tint(stage, '#9b4a35', 0.25),
    ) +
    stroke(
      `M${n(trolley - 80)} ${n(h * 0.36)}L${n(trolley)} ${n(h * 0.335)}L${n(trolley + 80)} ${n(h * 0.345)}`,
      tint(stage, '#40464c', 0.3),
      1.6,
    )
  )
}

const scaffold = (
  stage: Stage,
  { x, base, height }: { x: number; base: number; height: number },
) => {
  const colour = tint(stage, '#b9bcb8', 0.06)
  const plank = tint(stage, '#b98a4e', 0.04)
  return (
    times(5, (i) => line([x + i * 74, base], [x + i * 74, base - height], colour, 3.6)) +
    times(5, (level) => {
      const y = base - (level + 1) * (height / 5.2)
      const braces = times(4, (i) =>
        line([x + i * 74, y], [x + (i + 1) * 74, y + height / 5.2], colour, 1.5, faint(0.6)),
      )
      return (
        rect(x - 14, y, 330, 8, plank) +
        line([x - 14, y - 32], [x + 316, y - 32], colour, 2) +
        braces
      )
    })
  )
}

const crew = (stage: Stage, { base, sun, bow }: { base: number; sun: Point; bow: number }) => {
  const { w, h, random } = stage
  const far = times(
    3,
    (i) =>
      person({
        ...stage,
        ground: [bow + 70 + i * 96, base - (i + 1) * ((h * 0.42) / 5.2)],
        height: 88,
        pose: random.pick([poses.stoop, poses.hold, poses.stand]),
        wear: wears.welder,
        facing: i % 2 ? 1 : -1,
        lit: -1,
      }).svg,
  )
  const x = w * random.between(0.16, 0.3)
  const main = person({
    ...stage,
    ground: [x, h * 0.985],
    height: h * 0.42,
    pose: random.pick([poses.look, poses.point, poses.raise]),
    wear: random.pick([wears.builder, wears.engineer]),
    facing: 1,
    lit: sun[0] > x ? 1 : -1,
    shade: 0.05,
  })
  const mate = person({
    ...stage,
    ground: [x + 110, h * 0.965],
    height: h * 0.39,
    pose: poses.stand,
    wear: wears.docker,
    facing: 1,
    lit: sun[0] > x ? 1 : -1,
    shade: 0.1,
  })
  return (
    far +
    lattice(stage, {
      from: [w * 0.02, h + 20],
      to: [w * 0.02, h * 0.7],
      width: 26,
      colour: tint(stage, '#d8a32c', 0),
    }) +
    mate.svg +
    main.svg
  )
}
