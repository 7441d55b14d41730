import { ancestorPaths, isSameOrBelow } from '../../unit-tree.ts'

type Someone = { id: number; unitId: number | null; unitPath: string }

/**
 * Is somebody of the desk to keep out of an objection? Whoever is of the objected work's unit, or below it,
 * is the objected; whoever is of the unit that objects, or filed it, is the objector.
 */
export function isRecused(
  person: Someone,
  {
    workUnitPath,
    objectorUnit,
    filedBy,
  }: { workUnitPath: string | null; objectorUnit: number | null; filedBy: number | null },
): boolean {
  if (filedBy !== null && filedBy === person.id) return true
  if (objectorUnit !== null && objectorUnit === person.unitId) return true
  return workUnitPath !== null && isSameOrBelow(person.unitPath, workUnitPath)
}

/** Paths of the units whose works somebody is too near to: their own and all above it. */
export const unitsTooNear = (unitPath: string): string[] =>
  unitPath === '' ? [] : [...ancestorPaths(unitPath), unitPath]
