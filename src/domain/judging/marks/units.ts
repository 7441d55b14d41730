import type { Scale } from '../rounds.ts'

/** Hundredths of marks by criterion. */
export type CriterionMarks = ReadonlyMap<string, number>

/** A judge's weighted total in whole units of the scale; null while a criterion has no mark. */
export function unitsOf(scale: Scale, marks: CriterionMarks): number | null {
  let units = 0
  for (const [key, factor] of scale.factors) {
    const mark = marks.get(key)
    if (mark === undefined) return null
    units += mark * factor
  }
  return units
}

/**
 * An order as units by work, the best the most: twice the number of works behind it and once those
 * beside it, so that equal works get the mean of the places that they share. The best of n has
 * `2 × (n − 1)`.
 */
export function unitsOfPlaces(order: readonly (readonly string[])[]): Map<string, number> {
  const units = new Map<string, number>()
  let behind = order.reduce((sum, group) => sum + group.length, 0)
  for (const group of order) {
    behind -= group.length
    for (const id of group) units.set(id, 2 * behind + group.length - 1)
  }
  return units
}
