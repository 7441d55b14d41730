/** The craftsman's bench seen close: meshing gears of brass and steel in the light of one lamp. */

import { mix } from '../colour.ts'
import { bokeh, glow } from '../lamps.ts'
import type { Scene, Stage } from '../stage.ts'
import { circle, ellipse, faint, n, path, rect, times, type Point } from '../svg.ts'

const METALS = ['#c9973f', '#aab3ba', '#b06a44', '#8d98a3', '#d6b36a']
type Wheel = { at: Point; teeth: number; angle: number; metal: string }
/** Pitch: picture units of radius for each tooth. */
const MODULE = 9.5

export const gears: Scene = (stage) => {
  const { w, h, random, pencil } = stage
  const lamp: Point = [w * random.between(0.15, 0.85), -h * 0.06]
  const [warm, deep] = random.pick([
    ['#3a2c20', '#0e0b0a'],
    ['#1f3240', '#070b10'],
    ['#26302a', '#090c0a'],
  ] as const)
  const back = rect(
    -50,
    -50,
    w + 100,
    h + 100,
    pencil.radial(lamp, Math.hypot(w, h), [
      [0, mix(warm, '#ffffff', 0.25)],
      [0.4, warm],
      [1, deep],
    ]),
  )
  const wheels = train(stage)
  const distant = times(7, (i) =>
    gear(
      stage,
      {
        at: [random.between(0, w), random.between(0, h)],
        teeth: random.integer(16, 34),
        angle: i,
        metal: mix(random.pick(METALS), deep, 0.66),
      },
      lamp,
    ),
  )
  return {
    back:
      back +
      bokeh(stage, { count: 16, from: 0, to: h, colours: [warm, '#8a6a3a'], size: 80 }) +
      distant,
    front: wheels.map((wheel) => gear(stage, wheel, lamp)).join('') + oil(stage),
    shine:
      glow(stage, lamp, w * 0.7, '#ffdca0', 0.42) +
      wheels
        .slice(0, 3)
        .map(({ at, teeth }) =>
          glow(
            stage,
            [at[0] + (lamp[0] - at[0]) * 0.18, at[1] - teeth * MODULE * 0.6],
            teeth * 5,
            '#fff0d0',
            0.22,
          ),
        )
        .join(''),
  }
}

/** Gears that really mesh: each touches the one before, its angle follows from the tooth ratio. */
const train = (stage: Stage) => {
  const { w, h, time } = stage
  const random = stage.random.fork('train')
  const first: Wheel = {
    at: [w * random.between(0.34, 0.5), h * random.between(0.4, 0.55)],
    teeth: random.integer(26, 34),
    angle: time * 0.5,
    metal: METALS[0]!,
  }
  const wheels = [first]
  let heading = random.between(0, 6.28)
  for (let i = 0; i < 7; i++) {
    const before = i < 4 ? first : wheels[random.integer(1, wheels.length - 1)]!
    const teeth = random.integer(11, 24)
    for (let attempt = 0; attempt < 14; attempt++) {
      heading += 1.1
      const far = (before.teeth + teeth) * MODULE
      const at: Point = [
        before.at[0] + Math.cos(heading) * far,
        before.at[1] + Math.sin(heading) * far,
      ]
      if (
        wheels.some(
          (other) =>
            other !== before &&
            Math.hypot(other.at[0] - at[0], other.at[1] - at[1]) <
              (other.teeth + teeth + 2.4) * MODULE,
        )
      )
        continue
      const ratio = before.teeth / teeth
      const angle = heading + Math.PI + Math.PI / teeth - (before.angle - heading) * ratio
      wheels.push({ at, teeth, angle, metal: random.pick(METALS) })
      break
    }
  }
  return wheels
}

const gear = ({ pencil }: Stage, { at: [x, y], teeth, angle, metal }: Wheel, lamp: Point) => {
  const pitch = teeth * MODULE
  const [outer, root] = [pitch + MODULE * 0.85, pitch - MODULE * 1.05]
  const outline = Array.from({ length: teeth }, (_, i) => {
    const step = (Math.PI * 2) / teeth
    const centre = angle + i * step
    const corner = (turn: number, radius: number) =>
      `${n(x + Math.cos(centre + turn * step) * radius)} ${n(y + Math.sin(centre + turn * step) * radius)}`
    return `${corner(-0.29, root)}L${corner(-0.13, outer)}L${corner(0.13, outer)}L${corner(0.29, root)}`
  }).join('L')
  const away = Math.hypot(lamp[0] - x, lamp[1] - y) || 1
  const [lx, ly] = [(lamp[0] - x) / away, (lamp[1] - y) / away]
  const sheen = pencil.linear(
    [x - lx * outer, y - ly * outer],
    [x + lx * outer, y + ly * outer],
    [
      [0, mix(metal, '#000000', 0.72)],
      [0.42, mix(metal, '#000000', 0.25)],
      [0.6, metal],
      [0.78, mix(metal, '#fff6e0', 0.6)],
      [1, mix(metal, '#fff6e0', 0.2)],
    ],
  )
  const turned = pencil.linear(
    [x + lx * outer, y + ly * outer],
    [x - lx * outer, y - ly * outer],
    [
      [0, mix(metal, '#000000', 0.6)],
      [0.55, mix(metal, '#000000', 0.15)],
      [1, mix(metal, '#fff6e0', 0.4)],
    ],
  )
  const spokes = teeth > 18 ? 5 : 0
  const holes = times(spokes, (i) => {
    const a = angle + (i * Math.PI * 2) / spokes
    const r = root * 0.56
    return (
      circle(x + Math.cos(a) * r, y + Math.sin(a) * r, root * 0.2, mix(metal, '#000000', 0.86)) +
      circle(
        x + Math.cos(a) * r + lx * 2,
        y + Math.sin(a) * r + ly * 2,
        root * 0.2,
        'none',
        `stroke="${mix(metal, '#fff6e0', 0.45)}" stroke-width="1.6" ${faint(0.6)}`,
      )
    )
  })
  return (
    ellipse(x - lx * 20, y - ly * 20 + 10, outer * 1.02, outer * 1.02, '#000000', faint(0.38)) +
    path(`M${outline}Z`, sheen, `stroke="${mix(metal, '#000000', 0.6)}" stroke-width="1.2"`) +
    circle(x, y, root * 0.88, turned) +
    circle(x, y, root * 0.83, sheen) +
    times(7, (i) =>
      circle(
        x,
        y,
        root * (0.38 + i * 0.065),
        'none',
        `stroke="${i % 2 ? '#fff6e0' : '#000000'}" stroke-width="1" ${faint(0.1)}`,
      ),
    ) +
    holes +
    circle(x, y, root * 0.3, turned) +
    circle(x, y, root * 0.25, sheen) +
    circle(x, y, root * 0.12, mix(metal, '#000000', 0.85)) +
    rect(x - root * 0.025, y - root * 0.16, root * 0.05, root * 0.1, mix(metal, '#000000', 0.85))
  )
}

const oil = (stage: Stage) => {
  const random = stage.random.fork('oil')
  return times(10, () => {
    const [x, y, r] = [random.between(0, stage.w), random.between(0, stage.h), random.between(2, 6)]
    return circle(
      x,
      y,
      r,
      stage.pencil.radial([x - r * 0.3, y - r * 0.4], r * 1.4, [
        [0, '#fff3d0', 0.9],
        [0.4, '#a8762a', 0.6],
        [1, '#2a1a08', 0.5],
      ]),
    )
  })
}
