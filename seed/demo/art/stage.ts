/** What a scene is given and what it gives back. */

import type { Random } from '../random.ts'
import { mix } from './colour.ts'
import type { Light } from './light.ts'
import type { Pencil } from './svg.ts'

export type Stage = {
  /** Size in picture units; the short side is 1000. */
  w: number
  h: number
  random: Random
  light: Light
  pencil: Pencil
  /** Seconds since the start of a clip; 0 for a still picture. */
  time: number
}

/**
 * Three layers. `back` is drawn small and enlarged, which blurs it as a lens would and costs
 * little; `front` is sharp; `shine` is light on black that is added on top (halos, flares, lamps
 * out of focus).
 */
export type Scene = (stage: Stage) => { back: string; front: string; shine?: string }

/** A thing's colour as this hour shows it; `depth` 0 is at hand, 1 lost in the haze. */
export const tint = ({ light }: Pick<Stage, 'light'>, colour: string, depth = 0) =>
  mix(mix(light.ink, colour, light.colour), light.haze, depth)
