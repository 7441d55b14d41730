/** Rain at night, neon on wet asphalt: a courier on the last round. */

import { mix } from '../colour.ts'
import type { Light } from '../light.ts'
import { person } from '../person.ts'
import { poses } from '../poses.ts'
import { wears } from '../wears.ts'
import { bokeh, glow } from '../lamps.ts'
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
  veil,
} from '../svg.ts'

const STREET: Light = {
  name: 'night',
  sky: ['#070a18', '#141c3c', '#2c2a5a'],
  glow: '#ffd9a0',
  haze: '#3a3a70',
  ink: '#070812',
  rim: '#a8d4ff',
  colour: 0.66,
}
const NEON = ['#ff4f7a', '#ffb02e', '#3fd0ff', '#8a6bff', '#4fe0a0', '#ff7a3c']

export const courier: Scene = (given) => {
  const stage: Stage = { ...given, light: STREET }
  const { w, h, random } = stage
  const curb = h * 0.66
  const x = w * random.between(0.36, 0.5) + stage.time * 22
  const road = h * 0.88
  const scale = h * (w > h ? 0.56 : 0.38)
  const lamp: Point = [x + scale * 0.62, road - scale * 0.5]
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
            [0, '#0a0e20'],
            [0.55, '#2a2450'],
            [0.68, '#1a1a34'],
            [1, '#0a0c18'],
          ],
        ),
      ) +
      shops(stage, curb) +
      bokeh(stage, { count: 44, from: h * 0.1, to: curb, colours: NEON, size: 46 }) +
      reflections(stage, curb),
    front:
      wet(stage, curb) +
      mirror(stage, { x, road, scale }) +
      rider(stage, { x, road, scale }) +
      rain(stage),
    shine:
      glow(stage, lamp, w * 0.24, '#fff0c8', 0.9) +
      glow(stage, [x - scale * 0.62, road - scale * 0.3], 90, '#ff3a3a', 0.8) +
      polygon(
        [lamp, [lamp[0] + w * 0.5, road - 30], [lamp[0] + w * 0.5, road + 70]],
        stage.pencil.linear(
          [lamp[0], 0],
          [lamp[0] + w * 0.5, 0],
          [
            [0, '#fff0c8', 0.4],
            [1, '#fff0c8', 0],
          ],
        ),
      ),
  }
}

const shops = (stage: Stage, curb: number) => {
  const { w, h } = stage
  const random = stage.random.fork('shops')
  return times(9, (i) => {
    const [x, width] = [i * (w / 8) - 60, w / 8 - 8]
    const top = h * random.between(0.02, 0.24)
    const neon = random.pick(NEON)
    const windows = times(Math.floor((curb - top) / 70), (row) =>
      times(3, (column) =>
        random.chance(0.4)
          ? rect(
              x + 14 + (column * width) / 3,
              top + 20 + row * 58,
              width / 4,
              34,
              random.pick(['#ffd890', '#ffe8c0', '#a8c8ff']),
              faint(0.6),
            )
          : '',
      ),
    )
    return (
      rect(x, top, width, curb - top, mix('#12142a', '#2a2a50', random.next())) +
      windows +
      rect(x + 10, curb - 130, width - 20, 34, neon, 'rx="8"') +
      rect(x + 14, curb - 88, width - 28, 88, '#ffdca0', faint(0.75)) +
      rect(x + width * 0.72, top + 40, 26, 150, random.pick(NEON), `rx="6" ${faint(0.85)}`)
    )
  })
}

const reflections = (stage: Stage, curb: number) => {
  const { w, h, pencil } = stage
  const random = stage.random.fork('wet')
  return (
    rect(
      -50,
      curb,
      w + 100,
      h,
      pencil.linear(
        [0, curb],
        [0, h],
        [
          [0, '#23244a'],
          [1, '#080a14'],
        ],
      ),
    ) +
    times(34, () => {
      const x = random.between(0, w)
      const colour = random.pick(NEON)
      const length = random.between(0.1, 0.34) * h
      return ellipse(
        x,
        curb + length * 0.8,
        random.between(14, 46),
        length,
        pencil.puff(colour),
        faint(0.5),
      )
    })
  )
}

const wet = (stage: Stage, curb: number) => {
  const { w, h } = stage
  const random = stage.random.fork('ripples')
  return (
    rect(-50, curb - 6, w + 100, 12, '#3a3c60') +
    times(60, () => {
      const depth = random.next()
      const [x, y] = [random.between(0, w), curb + 20 + depth * (h - curb)]
      return ellipse(
        x,
        y,
        8 + depth * 46,
        1 + depth * 3,
        random.pick(NEON),
        faint(0.16 + 0.2 * random.next()),
      )
    }) +
    times(26, (i) => {
      const age = (random.next() + stage.time * 1.4) % 1
      const depth = ((i * 7) % 26) / 26
      return ellipse(
        random.between(0, w),
        curb + 20 + depth * (h - curb),
        24 * age + 3,
        5 * age + 1,
        'none',
        `stroke="#cfe4ff" stroke-width="1.2" ${faint(0.5 * (1 - age))}`,
      )
    })
  )
}

type Ride = { x: number; road: number; scale: number }

const mirror = (stage: Stage, ride: Ride) =>
  `<g transform="translate(0 ${n(ride.road * 2 - 6)}) scale(1 -1)" ${veil(0.2)}>${rider(stage, ride)}</g>`

const rider = (stage: Stage, { x, road, scale: s }: Ride) => {
  const { light, time } = stage
  const random = stage.random.fork('rider')
  const brand = random.pick(['#ffb400', '#2f8fe0', '#ff6a2a', '#35b06a'])
  const paint = tint(stage, brand, 0)
  const dark = '#15171f'
  const wheel = (cx: number) =>
    circle(cx, road - s * 0.13, s * 0.13, dark) +
    circle(cx, road - s * 0.13, s * 0.085, '#4a5060') +
    circle(cx, road - s * 0.13, s * 0.07, dark) +
    times(5, (i) => {
      const a = time * 8 + (i * Math.PI * 2) / 5
      return line(
        [cx, road - s * 0.13],
        [cx + Math.cos(a) * s * 0.08, road - s * 0.13 + Math.sin(a) * s * 0.08],
        '#8a92a4',
        3,
      )
    })
  const body = path(
    `M${n(x - s * 0.5)} ${n(road - s * 0.36)}C${n(x - s * 0.3)} ${n(road - s * 0.46)} ${n(x - s * 0.12)} ${n(road - s * 0.42)} ${n(x - s * 0.06)} ${n(road - s * 0.2)}L${n(x + s * 0.24)} ${n(road - s * 0.18)}C${n(x + s * 0.34)} ${n(road - s * 0.2)} ${n(x + s * 0.36)} ${n(road - s * 0.5)} ${n(x + s * 0.44)} ${n(road - s * 0.62)}L${n(x + s * 0.56)} ${n(road - s * 0.58)}C${n(x + s * 0.6)} ${n(road - s * 0.4)} ${n(x + s * 0.54)} ${n(road - s * 0.16)} ${n(x + s * 0.34)} ${n(road - s * 0.1)}L${n(x - s * 0.36)} ${n(road - s * 0.1)}Z`,
    stage.pencil.linear(
      [0, road - s * 0.6],
      [0, road - s * 0.1],
      [
        [0, mix(paint, light.rim, 0.5)],
        [0.5, paint],
        [1, mix(paint, light.ink, 0.6)],
      ],
    ),
  )
  const figure = person({
    ...stage,
    ground: [x - s * 0.2, road - s * 0.13],
    height: s * 1.12,
    pose: {
      ...poses.ride,
      legs: [
        [74, 6],
        [66, -4],
      ],
    },
    wear: { ...wears.courier, top: brand, headColour: brand },
    facing: 1,
    lit: 1,
  })
  const box =
    rect(
      x - s * 0.8,
      road - s * 0.77,
      s * 0.4,
      s * 0.42,
      stage.pencil.linear(
        [0, road - s * 0.77],
        [0, road - s * 0.35],
        [
          [0, mix(paint, light.rim, 0.45)],
          [0.3, paint],
          [1, mix(paint, light.ink, 0.5)],
        ],
      ),
      'rx="10"',
    ) +
    rect(x - s * 0.8, road - s * 0.67, s * 0.4, 6, '#ffffff', faint(0.7)) +
    rect(x - s * 0.68, road - s * 0.55, s * 0.16, s * 0.1, '#ffffff', `rx="4" ${faint(0.85)}`)
  return (
    ellipse(x, road, s * 0.8, 12, '#000000', faint(0.5)) +
    wheel(x - s * 0.46) +
    wheel(x + s * 0.46) +
    line([x + s * 0.46, road - s * 0.13], [x + s * 0.42, road - s * 0.66], '#2a2e3a', 12) +
    line(
      [x + s * 0.42, road - s * 0.66],
      [x + s * 0.34, road - s * 0.76],
      '#2a2e3a',
      9,
      'stroke-linecap="round"',
    ) +
    body +
    box +
    figure.svg +
    circle(x + s * 0.56, road - s * 0.5, s * 0.045, '#fffbe8')
  )
}

const rain = (stage: Stage) => {
  const { w, h, time } = stage
  const random = stage.random.fork('rain')
  return times(150, () => {
    const speed = random.between(0.8, 1.4)
    const y = ((random.next() + time * speed) % 1) * (h + 100) - 60
    const x = random.between(-40, w + 40) - y * 0.12
    const length = random.between(18, 56)
    return stroke(
      `M${n(x)} ${n(y)}l${n(-length * 0.14)} ${n(length)}`,
      '#cfe2ff',
      random.between(0.8, 2),
      faint(random.between(0.15, 0.5)),
    )
  })
}
