/** One point of light in a dark hall: a welder, the arc, the fountain of sparks. */

import { mix } from '../colour.ts'
import { person } from '../person.ts'
import { poses } from '../poses.ts'
import { wears } from '../wears.ts'
import { bokeh, glow, sparks } from '../lamps.ts'
import type { Light } from '../light.ts'
import type { Scene, Stage } from '../stage.ts'
import { line, polygon, rect, times, type Point, veil } from '../svg.ts'

const ARC_LIGHT: Light = {
  name: 'night',
  sky: ['#0a0e16', '#142030', '#22364c'],
  glow: '#bfe4ff',
  haze: '#1a2836',
  ink: '#07090d',
  rim: '#d8f0ff',
  colour: 0.5,
}

export const welding: Scene = (given) => {
  const stage: Stage = { ...given, light: ARC_LIGHT }
  const { w, h, random, time } = stage
  const warm = random.pick(['#ff9c3a', '#ffb45a', '#ff8452'])
  const base = h * 0.93
  const size = h * (w > h ? 0.7 : 0.46)
  const x = w * random.between(0.3, 0.38)
  const welder = person({
    ...stage,
    ground: [x, base],
    height: size,
    pose: random.pick([poses.kneel, poses.kneel, poses.hold]),
    wear: wears.welder,
    facing: 1,
    lit: 1,
  })
  const [hx, hy] = welder.hands[0]
  const arc: Point = [hx + size * 0.12, hy + size * 0.1]
  const flicker = time ? 0.8 + 0.2 * Math.abs(Math.sin(time * 23)) : 1
  return {
    back:
      rect(
        -50,
        -50,
        w + 100,
        h + 100,
        stage.pencil.radial(arc, Math.hypot(w, h) * 0.8, [
          [0, '#3a4a5e'],
          [0.35, '#1a2432'],
          [1, '#070a10'],
        ]),
      ) +
      hall(stage) +
      bokeh(stage, {
        count: 18,
        from: 0,
        to: h * 0.6,
        colours: ['#38506c', warm, '#5a4a3a'],
        size: 60,
      }),
    front:
      workpiece(stage, arc, base) +
      welder.svg +
      line([hx - 6, hy - 4], arc, '#2c333a', 9, 'stroke-linecap="round"') +
      line([hx, hy - 8], [arc[0], arc[1] - 4], '#7d8a96', 2) +
      mate(stage, arc, base) +
      sparks(stage, { from: arc, count: 190, reach: h * 0.5, colour: warm, up: 0.46 }),
    shine:
      glow(stage, arc, h * 0.75 * flicker, '#9fd4ff', 0.95) +
      glow(stage, arc, h * 0.3, '#ffffff', 0.8 * flicker) +
      rect(
        -50,
        base - 6,
        w + 100,
        h,
        stage.pencil.radial([arc[0], base], w * 0.5, [
          [0, warm, 0.4],
          [1, warm, 0],
        ]),
      ) +
      sparks(stage, { from: arc, count: 60, reach: h * 0.5, colour: warm, up: 0.46, name: 'soft' }),
  }
}

/** Trusses and columns far behind, only just seen. */
const hall = ({ w, h }: Stage) =>
  times(
    7,
    (i) => rect(i * (w / 6) - 20, 0, 34, h, '#101822') + rect(i * (w / 6) + 8, 0, 5, h, '#2c3d50'),
  ) +
  times(5, (i) => line([-20, h * 0.06 + i * 26], [w + 20, h * 0.04 + i * 26], '#18222e', 8)) +
  rect(-50, h * 0.86, w + 100, h, '#0b0f14')

/** A ring of plate that is being welded; it carries the light. */
const workpiece = (stage: Stage, [x, y]: Point, base: number) => {
  const { pencil, h } = stage
  const plate = (left: number, top: number, width: number, height: number) =>
    rect(
      left,
      top,
      width,
      height,
      pencil.radial([x, y], h * 0.5, [
        [0, '#ffe9cc'],
        [0.06, '#e0a070'],
        [0.22, '#7a6a66'],
        [0.6, '#39424c'],
        [1, '#141a20'],
      ]),
      'rx="3"',
    ) +
    rect(
      left,
      top,
      width,
      4,
      pencil.radial([x, y], h * 0.4, [
        [0, '#ffffff'],
        [0.3, '#bcd8ee'],
        [1, '#2c3844'],
      ]),
    )
  return (
    plate(x - 40, y + 6, stage.w * 0.5, 26) +
    plate(x - 10, y + 32, 30, base - y - 30) +
    plate(x + stage.w * 0.34, y + 32, 30, base - y - 30) +
    plate(x + 50, y - h * 0.2, 26, h * 0.2 + 8) +
    polygon(
      [
        [x + 50, y - h * 0.2],
        [x + 76, y - h * 0.2],
        [x + stage.w * 0.4, y + 6],
        [x + stage.w * 0.34, y + 6],
      ],
      pencil.radial([x, y], h * 0.5, [
        [0, '#e8c8a8'],
        [0.3, '#6a6a70'],
        [1, '#1a2028'],
      ]),
    ) +
    rect(
      -50,
      base - 2,
      stage.w + 100,
      120,
      pencil.radial([x, base], stage.w * 0.5, [
        [0, '#6a5a50'],
        [0.4, '#262a30'],
        [1, '#0b0e12'],
      ]),
    )
  )
}

const mate = (stage: Stage, arc: Point, base: number) => {
  const { w, h, random } = stage
  if (random.chance(0.35)) return ''
  const figure = person({
    ...stage,
    ground: [Math.min(w * 0.88, arc[0] + w * 0.36), base + 6],
    height: h * (w > h ? 0.56 : 0.4),
    pose: random.pick([poses.stoop, poses.stand, poses.kneel]),
    wear: { ...wears.welder, headColour: mix('#20262c', '#c04030', random.next()) },
    facing: -1,
    lit: -1,
    shade: 0.25,
  })
  return `<g ${veil(0.95)}>${figure.svg}</g>`
}
