/**
 * A worker in a pose: a skeleton of joints clothed in tapered limbs that are lit from one side.
 * Nobody is portrayed: faces are turned away, in shade or behind a mask.
 */

import { mix } from './colour.ts'
import { drawHead } from './head.ts'
import type { Light } from './light.ts'
import { taperedLimb } from './limb.ts'
import type { Pose } from './poses.ts'
import type { Pencil, Point } from './svg.ts'
import { torso } from './torso.ts'
import type { Wear } from './wears.ts'

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
