import type { Words } from './words.ts'

const width = 6
const largestId = 999_999
const wellFormed = /^(?:\d{6})+$/

/**
 * A unit's materialised path: its ancestors' ids and its own, each six digits, without separator.
 * Digits only, so that a range of prefixes sorts the same under every database collation.
 *
 * @param parentPath the parent's path, '' at the top
 * @throws RangeError when the id is not a whole number from 1 to 999,999 or the path is malformed
 */
export function unitPath(parentPath: string, id: number): string {
  if (!Number.isInteger(id) || id < 1 || id > largestId) {
    throw new RangeError(`A unit's id must be a whole number from 1 to ${largestId}, not ${id}`)
  }
  if (parentPath !== '' && !wellFormed.test(parentPath)) {
    throw new RangeError(`Not the path of a unit: ${JSON.stringify(parentPath)}`)
  }
  return parentPath + String(id).padStart(width, '0')
}

/** Is the unit with this path the other one, or below it? False when either path is malformed. */
export function isSameOrBelow(path: string, ancestorPath: string): boolean {
  return wellFormed.test(path) && wellFormed.test(ancestorPath) && path.startsWith(ancestorPath)
}

/**
 * The range `from ≤ path < below` that holds exactly the unit and what is below it. A malformed path
 * (a user without a unit) gives a range that holds nothing.
 */
export function scopeRange(path: string): { from: string; below: string } {
  if (!wellFormed.test(path)) return { from: '', below: '' }
  const last = idOf(path)
  // The largest id has no next sibling. An id stands only once in a path, so no unit below this one
  // reaches the path that repeats it.
  if (last === largestId) return { from: path, below: path + String(largestId) }
  return { from: path, below: path.slice(0, -width) + String(last + 1).padStart(width, '0') }
}

/** The paths of the unit's ancestors, from the top down, without its own. */
export function ancestorPaths(path: string): string[] {
  return Array.from({ length: Math.max(depthOf(path) - 1, 0) }, (_, index) =>
    path.slice(0, (index + 1) * width),
  )
}

/** The unit's own id, from the path's last segment; NaN for ''. */
export function idOf(path: string): number {
  return Number.parseInt(path.slice(-width), 10)
}

/** 1 at the top, 0 for ''. */
export function depthOf(path: string): number {
  return path.length / width
}

/** The path of a unit after `oldAncestor` (a unit's old path) became `newAncestor` (its new path). */
export function movePath({
  path,
  oldAncestor,
  newAncestor,
}: {
  path: string
  oldAncestor: string
  newAncestor: string
}): string {
  return isSameOrBelow(path, oldAncestor) ? newAncestor + path.slice(oldAncestor.length) : path
}

/** Would the unit with this path stand below itself under that parent? */
export function wouldCycle({
  path,
  newParentPath,
}: {
  path: string
  newParentPath: string
}): boolean {
  return isSameOrBelow(newParentPath, path)
}

export type UnitKind =
  'province' | 'city' | 'county' | 'industry' | 'enterprise' | 'department' | 'outside'

/** Each kind's name and the kinds it may stand under; null: at the top. */
export const unitKinds: Record<UnitKind, { label: Words; under: readonly (UnitKind | null)[] }> = {
  province: { label: { zh: '省总工会', en: 'Province' }, under: [null] },
  city: { label: { zh: '设区市总工会', en: 'City' }, under: ['province'] },
  county: { label: { zh: '县（市、区）总工会', en: 'County' }, under: ['city'] },
  industry: { label: { zh: '产业工会', en: 'Industry union' }, under: ['province', 'city'] },
  enterprise: {
    label: { zh: '企事业单位工会', en: 'Enterprise' },
    under: ['province', 'city', 'county', 'industry', 'enterprise'],
  },
  department: {
    label: { zh: '部门（直属单位）', en: 'Department' },
    under: ['province', 'city', 'county'],
  },
  outside: { label: { zh: '省外单位', en: 'Outside Jiangsu' }, under: [null, 'outside'] },
}

export const unitKindList = Object.keys(unitKinds) as UnitKind[]

/** May a unit of this kind stand under one of that kind (null: at the top)? */
export function mayStandUnder(kind: UnitKind, parentKind: UnitKind | null): boolean {
  return unitKinds[kind].under.includes(parentKind)
}
