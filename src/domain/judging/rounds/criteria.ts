import type { Criterion } from './types.ts'

/**
 * A judge's weighted total as a whole number of `units`, so that nothing is rounded before the end:
 * Σ marks × 100 × `factors[key]` out of `full`. 100 points are `full` units.
 */
export type Scale = { full: number; factors: ReadonlyMap<string, number> }

/** The most units of a total: sums over all judges stay whole numbers that JavaScript holds exactly. */
export const mostUnits = 1_000_000_000

/** Marks have two decimals at most: they are counted in hundredths. */
export const hundredths = 100

/**
 * The weights brought to one denominator: `weight × marks ÷ full` of each criterion becomes a whole
 * number by the least common multiple of the full marks.
 */
export function scaleOf(criteria: readonly Pick<Criterion, 'key' | 'full' | 'weight'>[]): Scale {
  const common = criteria.reduce((all, { full }) => (all * full) / divisor(all, full), 1)
  const factors = new Map(criteria.map(({ key, full, weight }) => [key, weight * (common / full)]))
  const weights = criteria.reduce((sum, { weight }) => sum + weight, 0)
  return { full: weights * common * hundredths, factors }
}

/**
 * The platforms' indicator table as criteria: rows of `{ indicator, fullMarks, weight }`, as the host of
 * the track keeps it. A row without a weight weighs as much as its full marks. What is wrong in a row is
 * left to `readRound`.
 */
export function criteriaOfIndicators(rows: readonly unknown[]): Record<string, unknown>[] {
  return rows.map((raw, index) => {
    const row = (typeof raw === 'object' && raw !== null ? raw : {}) as Record<string, unknown>
    const name = row.indicator
    return {
      key: `indicator-${index + 1}`,
      name: { zh: name, en: row.indicatorEn ?? name },
      full: row.fullMarks,
      weight: row.weight ?? row.fullMarks,
      anchors: [],
    }
  })
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b)
}
