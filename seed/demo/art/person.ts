/**
 * A worker in a pose: a skeleton of joints clothed in tapered limbs that are lit from one side. Nobody is
 * portrayed: faces are turned away, in shade or behind a mask.
 */

import { mix } from './colour.ts'
import { drawHead, type Headgear } from './head.ts'
import type { Light } from './light.ts'
import { at, path, polygon, type Pencil, type Point } from './svg.ts'

/** Angles in degrees from straight down, positive towards where the person faces; `lean` from upright. */
export type Pose = {
  lean?: number
  head?: number
  /** [upper arm, forearm]: far, near */
  arms: readonly [readonly [number, number], readonly [number, number]]
  /** [thigh, shin]: far, near */
  legs: readonly [readonly [number, number], readonly [number, number]]
}

export const poses = {
  stand: {
    arms: [
      [8, 14],
      [-6, 6],
    ],
    legs: [
      [5, 3],
      [-5, -5],
    ],
  },
  walk: {
    lean: 4,
    arms: [
      [28, 46],
      [-24, -2],
    ],
    legs: [
      [24, 4],
      [-18, -34],
    ],
  },
  point: {
    lean: 2,
    head: -8,
    arms: [
      [8, 30],
      [98, 92],
    ],
    legs: [
      [8, 4],
      [-7, -8],
    ],
  },
  raise: {
    lean: -3,
    head: -16,
    arms: [
      [150, 168],
      [134, 158],
    ],
    legs: [
      [7, 5],
      [-8, -8],
    ],
  },
  hold: {
    lean: 6,
    head: 14,
    arms: [
      [36, 98],
      [26, 88],
    ],
    legs: [
      [7, 3],
      [-7, -7],
    ],
  },
  carry: {
    lean: 10,
    head: 4,
    arms: [
      [44, 78],
      [38, 72],
    ],
    legs: [
      [20, 2],
      [-14, -26],
    ],
  },
  push: {
    lean: 22,
    head: 2,
    arms: [
      [70, 84],
      [62, 80],
    ],
    legs: [
      [30, 4],
      [-26, -36],
    ],
  },
  sit: {
    lean: 8,
    head: 18,
    arms: [
      [34, 84],
      [26, 78],
    ],
    legs: [
      [86, 6],
      [80, -2],
    ],
  },
  ride: {
    lean: 14,
    head: -4,
    arms: [
      [48, 74],
      [44, 70],
    ],
    legs: [
      [78, 2],
      [66, -10],
    ],
  },
  kneel: {
    lean: 28,
    head: 16,
    arms: [
      [52, 78],
      [40, 66],
    ],
    legs: [
      [84, -4],
      [8, -84],
    ],
  },
  stoop: {
    lean: 52,
    head: 18,
    arms: [
      [22, 34],
      [8, 22],
    ],
    legs: [
      [14, 0],
      [-2, -12],
    ],
  },
  look: {
    lean: -4,
    head: -24,
    arms: [
      [6, 10],
      [-14, 30],
    ],
    legs: [
      [6, 4],
      [-6, -6],
    ],
  },
  climb: {
    lean: 8,
    head: -14,
    arms: [
      [150, 160],
      [84, 140],
    ],
    legs: [
      [62, -18],
      [6, -4],
    ],
  },
  lift: {
    lean: -2,
    head: -10,
    arms: [
      [160, 172],
      [10, 36],
    ],
    legs: [
      [8, 4],
      [-8, -8],
    ],
  },
} satisfies Record<string, Pose>

export type Wear = {
  top: string
  trousers: string
  headgear: Headgear
  headColour?: string
  /** Waistcoat with reflecting bands over the top. */
  vest?: string
  /** One overall from hood to boots, with coloured seams (protective suit, clean-room suit). */
  suit?: { colour: string; seam: string }
  apron?: string
  mask?: boolean
}

export const wears = {
  builder: {
    top: '#2f5d93',
    trousers: '#27405f',
    headgear: 'helmet',
    headColour: '#f2b632',
    vest: '#ff8a1f',
  },
  engineer: {
    top: '#e9edf0',
    trousers: '#34465c',
    headgear: 'helmet',
    headColour: '#f4f6f7',
    vest: '#d8e63a',
  },
  docker: { top: '#f0742a', trousers: '#1f3658', headgear: 'helmet', headColour: '#e23b2e' },
  welder: {
    top: '#5a6470',
    trousers: '#3d4650',
    headgear: 'visor',
    headColour: '#20262c',
    apron: '#8a5a36',
  },
  steelman: { top: '#b9bfc4', trousers: '#9aa2a8', headgear: 'helmet', headColour: '#d9dde0' },
  weaver: {
    top: '#f3f0ea',
    trousers: '#54627a',
    headgear: 'cap',
    headColour: '#f7f4ef',
    apron: '#c9546a',
    mask: true,
  },
  farmer: { top: '#e6e1d2', trousers: '#46546a', headgear: 'straw', headColour: '#d9b25c' },
  picker: {
    top: '#b8404a',
    trousers: '#2d3b58',
    headgear: 'straw',
    headColour: '#e0c078',
    apron: '#2f5f86',
  },
  medic: {
    top: '#ffffff',
    trousers: '#ffffff',
    headgear: 'hood',
    headColour: '#ffffff',
    suit: { colour: '#f4f8fb', seam: '#3b8fd0' },
    mask: true,
  },
  cleanroom: {
    top: '#ffffff',
    trousers: '#ffffff',
    headgear: 'hood',
    headColour: '#ffffff',
    suit: { colour: '#eef6fb', seam: '#a9c6d8' },
    mask: true,
  },
  courier: { top: '#ffb400', trousers: '#22262e', headgear: 'helmet', headColour: '#ffb400' },
  lineman: {
    top: '#27608f',
    trousers: '#234c72',
    headgear: 'helmet',
    headColour: '#2f7fd0',
    vest: '#e8e23a',
  },
  railman: {
    top: '#24466f',
    trousers: '#24466f',
    headgear: 'helmet',
    headColour: '#f5d23c',
    vest: '#ff7a1a',
  },
  plain: { top: '#4d7ea8', trousers: '#39465a', headgear: 'hair', headColour: '#23201f' },
  warm: { top: '#c8574a', trousers: '#3b3f55', headgear: 'hair', headColour: '#2a2220' },
  potter: {
    top: '#77808a',
    trousers: '#3f4650',
    headgear: 'hair',
    headColour: '#3a3634',
    apron: '#9a7a55',
  },
} satisfies Record<string, Wear>

export type Figure = {
  svg: string
  /** Where things are held: far hand, near hand, top of the head. */
  hands: readonly [Point, Point]
  head: Point
  hip: Point
}

/**
 * @param ground where the feet stand; `height` of the person, both in picture units.
 * @param facing 1 looks right, -1 left; `lit` 1 has the light on the right.
 * @param shade 0 keeps the clothes' colours as the light allows, 1 is a silhouette.
 */
export const person = ({
  pencil,
  light,
  ground,
  height,
  pose,
  wear,
  facing = 1,
  lit = 1,
  shade = 0,
}: {
  pencil: Pencil
  light: Light
  ground: Point
  height: number
  pose: Pose
  wear: Wear
  facing?: 1 | -1
  lit?: 1 | -1
  shade?: number
}): Figure => {
  const paint = (colour: string) => mix(light.ink, colour, light.colour * (1 - shade))
  const step = (from: Point, degrees: number, length: number): Point => {
    const angle = (degrees * Math.PI) / 180
    return [
      from[0] + Math.sin(angle) * length * height * facing,
      from[1] + Math.cos(angle) * length * height,
    ]
  }
  const limb = (a: Point, b: Point, ra: number, rb: number, colour: string) =>
    taperedLimb({
      pencil,
      light,
      a,
      b,
      ra: ra * height,
      rb: rb * height,
      colour: paint(colour),
      lit,
    })

  const reach = Math.max(...pose.legs.map((leg) => dropOf(leg)))
  const hip: Point = [ground[0], ground[1] - (reach + 0.018) * height]
  const lean = pose.lean ?? 0
  const neck = step(hip, 180 - lean, 0.335)
  const shoulder = step(hip, 180 - lean, 0.3)
  const trousers = wear.suit?.colour ?? wear.trousers
  const top = wear.suit?.colour ?? wear.top
  const boots = wear.suit ? wear.suit.seam : '#2a2522'

  const legs = pose.legs.map(([thigh, shin], index) => {
    const start: Point = [hip[0] + (index ? -0.012 : 0.012) * height * facing, hip[1]]
    const knee = step(start, thigh, 0.245)
    const ankle = step(knee, shin, 0.225)
    const toe = step(ankle, Math.max(-10, Math.min(shin, 40)) + 78, 0.07)
    return (
      limb(knee, ankle, 0.05, 0.036, trousers) +
      limb(start, knee, 0.066, 0.05, trousers) +
      limb(ankle, toe, 0.032, 0.022, boots)
    )
  })
  const arms = pose.arms.map(([upper, fore], index) => {
    const start: Point = [shoulder[0] + (index ? -0.018 : 0.03) * height * facing, shoulder[1]]
    const elbow = step(start, upper, 0.165)
    const wrist = step(elbow, fore, 0.145)
    const hand = step(wrist, fore, 0.03)
    const svg =
      limb(wrist, hand, 0.022, 0.024, wear.suit ? wear.suit.seam : '#d9ab8a') +
      limb(elbow, wrist, 0.034, 0.026, top) +
      limb(start, elbow, 0.045, 0.034, top)
    return { svg, hand }
  })
  const body = torso({
    pencil,
    light,
    hip,
    neck,
    height,
    facing,
    lit,
    paint,
    wear,
    bent: pose.legs.some(([thigh]) => thigh > 45),
  })
  const head = step(neck, 180 - (pose.head ?? 0) * -0.4 - lean * 0.5, 0.075)
  const svg =
    arms[0]!.svg +
    legs[0]! +
    legs[1]! +
    body +
    drawHead({
      pencil,
      light,
      centre: head,
      neck,
      height,
      facing,
      lit,
      tilt: (pose.head ?? 0) + lean * 0.4,
      paint,
      wear,
    }) +
    arms[1]!.svg
  return { svg, hands: [arms[0]!.hand, arms[1]!.hand], head, hip }
}

const dropOf = ([thigh, shin]: readonly [number, number]) =>
  0.245 * Math.cos((thigh * Math.PI) / 180) + 0.225 * Math.max(0, Math.cos((shin * Math.PI) / 180))

const taperedLimb = ({
  pencil,
  light,
  a,
  b,
  ra,
  rb,
  colour,
  lit,
}: {
  pencil: Pencil
  light: Light
  a: Point
  b: Point
  ra: number
  rb: number
  colour: string
  lit: 1 | -1
}) => {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1
  let normal: Point = [-(b[1] - a[1]) / length, (b[0] - a[0]) / length]
  const bright = normal[0] * lit - normal[1] * 0.8 > 0 ? 1 : -1
  const fill = pencil.linear(offset(a, normal, -ra * bright), offset(a, normal, ra * bright), [
    [0, mix(colour, light.ink, 0.6)],
    [0.55, colour],
    [0.82, mix(colour, light.rim, 0.3)],
    [1, mix(colour, light.rim, 0.75)],
  ])
  normal = [-(b[1] - a[1]) / length, (b[0] - a[0]) / length]
  const [p1, p2, p3, p4] = [
    offset(a, normal, ra),
    offset(b, normal, rb),
    offset(b, normal, -rb),
    offset(a, normal, -ra),
  ]
  const arc = (radius: number, to: Point) =>
    `A${radius.toFixed(1)} ${radius.toFixed(1)} 0 0 0 ${at(to)}`
  return path(`M${at(p1)}L${at(p2)}${arc(rb, p3)}L${at(p4)}${arc(ra, p1)}Z`, fill)
}

const offset = (from: Point, [x, y]: Point, length: number): Point => [
  from[0] + x * length,
  from[1] + y * length,
]

const torso = ({
  pencil,
  light,
  hip,
  neck,
  height,
  facing,
  lit,
  paint,
  wear,
  bent,
}: {
  pencil: Pencil
  light: Light
  hip: Point
  neck: Point
  height: number
  facing: 1 | -1
  lit: 1 | -1
  paint: (colour: string) => string
  wear: Wear
  /** Sitting or kneeling: an apron ends at the lap. */
  bent: boolean
}) => {
  const along: Point = [(neck[0] - hip[0]) / height / 0.335, (neck[1] - hip[1]) / height / 0.335]
  const across: Point = [-along[1], along[0]]
  const spot = (up: number, side: number): Point => [
    hip[0] + (along[0] * up + across[0] * side) * height,
    hip[1] + (along[1] * up + across[1] * side) * height,
  ]
  const outline = [
    spot(-0.05, 0.072),
    spot(0.05, 0.07),
    spot(0.18, 0.084),
    spot(0.27, 0.088),
    spot(0.31, 0.07),
    spot(0.34, 0.032),
    spot(0.34, -0.032),
    spot(0.31, -0.068),
    spot(0.27, -0.082),
    spot(0.16, -0.074),
    spot(0.05, -0.066),
    spot(-0.05, -0.072),
  ]
  const shaded = (colour: string) =>
    pencil.linear(spot(0.1, -0.085 * lit), spot(0.14, 0.09 * lit), [
      [0, mix(colour, light.ink, 0.55)],
      [0.5, colour],
      [0.86, mix(colour, light.rim, 0.3)],
      [1, mix(colour, light.rim, 0.8)],
    ])
  const band = (from: number, to: number, left: number, right: number, fill: string) =>
    polygon([spot(from, left), spot(from, right), spot(to, right), spot(to, left)], fill)
  const main = paint(wear.suit?.colour ?? wear.vest ?? wear.top)
  const shine = mix(paint('#dfe6e8'), light.rim, 0.35)
  let svg = polygon(outline, shaded(main), 'stroke-linejoin="round"')
  if (wear.vest) {
    svg += band(0.06, 0.09, -0.07, 0.073, shine) + band(0.16, 0.19, -0.078, 0.083, shine)
    svg += band(0.19, 0.33, 0.03, 0.046, shine) + band(0.19, 0.33, -0.046, -0.03, shine)
  }
  if (wear.suit) {
    const seam = paint(wear.suit.seam)
    svg += band(-0.05, 0.33, -0.006 + 0.03 * facing, 0.006 + 0.03 * facing, seam)
    svg += band(0.05, 0.062, -0.066, 0.07, seam)
  }
  if (wear.apron) {
    const hem = bent ? -0.05 : -0.16
    svg += polygon(
      [
        spot(0.25, -0.05),
        spot(0.25, 0.05),
        spot(0.05, 0.066),
        spot(hem, 0.07),
        spot(hem, -0.066),
        spot(0.05, -0.06),
      ],
      shaded(paint(wear.apron)),
    )
  }
  return svg
}
