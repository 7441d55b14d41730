/** Wind turbines in the sea, a service vessel on its way to them. */

import { mix } from '../colour.ts'
import { person } from '../person.ts'
import { poses } from '../poses.ts'
import { wears } from '../wears.ts'
import { clouds, sky } from '../sky.ts'
import { fog, water } from '../land.ts'
import { glow } from '../lamps.ts'
import { tint, type Scene, type Stage } from '../stage.ts'
import { beam } from '../steel.ts'
import { circle, ellipse, faint, line, n, path, polygon, rect, times, type Point } from '../svg.ts'

export const wind: Scene = (stage) => {
  const { w, h, random, light } = stage
  const horizon = h * 0.68
  const sun: Point = [w * random.between(0.2, 0.8), horizon - h * random.between(0.05, 0.24)]
  const park = Array.from({ length: 9 }, (_, i) => {
    const near = [0.12, 0.16, 0.2, 0.22, 0.3, 0.36, 0.5, 0.66, 1][i]!
    return {
      x: w * ((i * 0.37 + 0.13 + random.between(-0.05, 0.05)) % 1),
      near,
      y: horizon + near * h * 0.14,
    }
  })
  return {
    back:
      sky(stage, { horizon, sun }) +
      clouds(stage, { from: h * 0.05, to: horizon - 60, count: 11 }) +
      water(stage, { y: horizon, sunX: sun[0] }) +
      fog(stage, { y: horizon, height: h * 0.14, strength: 0.7 }),
    front: park.map((one) => turbine(stage, one)).join('') + vessel(stage) + platform(stage, sun),
    shine: glow(stage, sun, w * 0.55, light.glow, 0.36),
  }
}

const turbine = (stage: Stage, { x, y, near }: { x: number; y: number; near: number }) => {
  const { h, light, pencil, time } = stage
  const random = stage.random.fork(`turbine${Math.round(x)}`)
  const depth = 0.75 * (1 - near) ** 0.8
  const white = tint(stage, '#f2f5f6', depth)
  const tall = h * 0.62 * near
  const blade = tall * 0.62
  const hub: Point = [x, y - tall]
  const width = tall * 0.035
  const turn = random.between(0, 360) + time * (60 - near * 24)
  const wing = `M0 ${n(-blade * 0.02)}C${n(blade * 0.05)} ${n(-blade * 0.16)} ${n(blade * 0.034)} ${n(-blade * 0.4)} ${n(blade * 0.008)} ${n(-blade)}L${n(-blade * 0.006)} ${n(-blade)}C${n(-blade * 0.014)} ${n(-blade * 0.5)} ${n(-blade * 0.024)} ${n(-blade * 0.1)} ${n(-blade * 0.02)} 0Z`
  const shade = mix(white, light.ink, 0.25)
  return (
    ellipse(x, y + 3 * near, 30 * near, 5 * near, light.ink, faint(0.3)) +
    rect(x - width * 0.7, y - tall * 0.09, width * 1.4, tall * 0.1, tint(stage, '#e8b22c', depth)) +
    polygon(
      [
        [x - width / 2, y - tall * 0.08],
        [x + width / 2, y - tall * 0.08],
        [x + width * 0.26, hub[1]],
        [x - width * 0.26, hub[1]],
      ],
      pencil.linear(
        [x - width / 2, 0],
        [x + width / 2, 0],
        [
          [0, mix(white, light.rim, 0.6)],
          [0.45, white],
          [1, mix(white, light.ink, 0.5)],
        ],
      ),
    ) +
    rect(
      hub[0] - tall * 0.035,
      hub[1] - tall * 0.022,
      tall * 0.1,
      tall * 0.042,
      shade,
      `rx="${n(tall * 0.012)}"`,
    ) +
    times(
      3,
      (i) =>
        `<g transform="translate(${n(hub[0])} ${n(hub[1])}) rotate(${n(turn + i * 120)})">${path(wing, i === 1 ? mix(white, light.rim, 0.4) : white)}</g>`,
    ) +
    circle(hub[0], hub[1], tall * 0.022, shade)
  )
}

const vessel = (stage: Stage) => {
  const { w, h, light, time } = stage
  const size = h * 0.24
  const x = w * stage.random.between(0.42, 0.56) + time * 12
  const y = h * 0.83 + Math.sin(time * 1.5) * 3
  const hull = tint(stage, '#d8502f', 0.12)
  return (
    ellipse(x + size * 0.6, y + size * 0.02, size * 1.1, 9, '#ffffff', faint(0.4)) +
    path(
      `M${n(x)} ${n(y - size * 0.22)}H${n(x + size * 1.36)}L${n(x + size * 1.2)} ${n(y)}H${n(x + size * 0.1)}Z`,
      stage.pencil.linear(
        [0, y - size * 0.22],
        [0, y],
        [
          [0, mix(hull, light.rim, 0.4)],
          [1, mix(hull, light.ink, 0.45)],
        ],
      ),
    ) +
    rect(
      x + size * 0.62,
      y - size * 0.5,
      size * 0.5,
      size * 0.28,
      tint(stage, '#f0f3f4', 0.1),
      'rx="5"',
    ) +
    rect(
      x + size * 0.7,
      y - size * 0.68,
      size * 0.36,
      size * 0.2,
      tint(stage, '#f0f3f4', 0.1),
      'rx="5"',
    ) +
    rect(x + size * 0.73, y - size * 0.64, size * 0.32, size * 0.09, tint(stage, '#27404f', 0.1)) +
    line(
      [x + size * 0.86, y - size * 0.68],
      [x + size * 0.86, y - size * 0.92],
      tint(stage, '#5a646c', 0.1),
      3,
    ) +
    beam(stage, {
      from: [x + size * 0.24, y - size * 0.22],
      to: [x + size * 0.1, y - size * 0.74],
      width: 7,
      colour: tint(stage, '#e8b22c', 0.1),
    }) +
    line(
      [x + size * 0.1, y - size * 0.74],
      [x + size * 0.1, y - size * 0.4],
      tint(stage, '#3a4248', 0.1),
      2,
    ) +
    times(5, (i) =>
      line(
        [x + size * (0.1 + i * 0.1), y - size * 0.22],
        [x + size * (0.1 + i * 0.1), y - size * 0.3],
        tint(stage, '#dfe4e6', 0.1),
        2,
      ),
    ) +
    line(
      [x + size * 0.04, y - size * 0.3],
      [x + size * 0.6, y - size * 0.3],
      tint(stage, '#dfe4e6', 0.1),
      2,
    )
  )
}

const platform = (stage: Stage, sun: Point) => {
  const { w, h, random, light } = stage
  const yellow = tint(stage, '#e8b22c', 0)
  const y = h * 0.93
  const x = w * random.between(0.14, 0.22)
  const lit = sun[0] > x ? 1 : -1
  return (
    person({
      ...stage,
      ground: [x, y],
      height: h * 0.42,
      pose: random.pick([poses.point, poses.look, poses.raise]),
      wear: random.pick([wears.lineman, wears.docker]),
      facing: 1,
      lit,
      shade: 0.08,
    }).svg +
    person({
      ...stage,
      ground: [x + w * 0.12, y],
      height: h * 0.4,
      pose: random.pick([poses.hold, poses.stand]),
      wear: wears.engineer,
      facing: 1,
      lit,
      shade: 0.08,
    }).svg +
    times(7, (i) =>
      beam(stage, {
        from: [i * w * 0.07 - 30, y + 4],
        to: [i * w * 0.07 - 30, y - h * 0.17],
        width: 7,
        colour: yellow,
      }),
    ) +
    beam(stage, {
      from: [-40, y - h * 0.17],
      to: [w * 0.42 - 30, y - h * 0.17],
      width: 8,
      colour: yellow,
    }) +
    beam(stage, {
      from: [-40, y - h * 0.09],
      to: [w * 0.42 - 30, y - h * 0.09],
      width: 5,
      colour: yellow,
    }) +
    polygon(
      [
        [-50, y],
        [w * 0.44, y],
        [w * 0.4, y + 34],
        [-50, y + 34],
      ],
      stage.pencil.linear(
        [0, y],
        [0, y + 34],
        [
          [0, mix(yellow, light.rim, 0.3)],
          [1, mix(yellow, light.ink, 0.6)],
        ],
      ),
    ) +
    beam(stage, {
      from: [w * 0.1, y + 30],
      to: [w * 0.02, h + 40],
      width: 26,
      colour: mix(yellow, light.ink, 0.3),
    })
  )
}
