import { compare, exact, zero, type Exact } from '../exact.ts'
import type { Method } from '../rounds.ts'
import { inOrder, trimOf } from './order-totals.ts'
import { schulzePoints } from './schulze.ts'
import { standardised, unitOfZ } from './standardise.ts'
import type { JudgeTotal, MarkedWork } from './types.ts'

type Points = (work: MarkedWork) => Exact

/**
 * The judges' points of a work, of 100, by a method.
 *
 * @param ranked the works that are ranked; each has a mark at least
 * @param all those and the withdrawn ones, whose marks tell how a judge marks
 */
export function pointsBy(
  method: Method,
  {
    full,
    ranked,
    all,
  }: { full: number; ranked: readonly MarkedWork[]; all: readonly MarkedWork[] },
): Points {
  switch (method.kind) {
    case 'mean':
      return ({ totals }) => meanOf(totals, full)
    case 'trimmed-mean':
      return ({ totals }) => meanOf(trimmed(totals, method.drop), full)
    case 'median':
      return ({ totals }) => medianOf(totals, full)
    case 'standardised': {
      const zOf = standardised(all, method.shrink)
      return ({ totals }) =>
        pointsOfZ(
          totals.reduce((sum, one) => sum + zOf(one), 0n),
          totals.length,
        )
    }
    case 'schulze':
      return schulzePoints(ranked)
  }
}

/** 100 × the mean, of one mark at least. */
export function meanOf(totals: readonly JudgeTotal[], full: number): Exact {
  const sum = totals.reduce((all, { units }) => all + units, 0)
  return exact(BigInt(sum) * 100n, BigInt(totals.length) * BigInt(full))
}

/** 100 × the mark in the middle; of an even number the mean of the two. */
export function medianOf(totals: readonly JudgeTotal[], full: number): Exact {
  const sorted = inOrder(totals)
  const last = sorted.length - 1
  return meanOf([sorted[Math.floor(last / 2)]!, sorted[Math.ceil(last / 2)]!], full)
}

export function trimmed(totals: readonly JudgeTotal[], drop: number): JudgeTotal[] {
  const cut = trimOf(totals.length, drop)
  return inOrder(totals).slice(cut, totals.length - cut)
}

const most = exact(100)

// 50 is the judge's own mean, 10 points a standard deviation (a T-score), kept between 0 and 100.
function pointsOfZ(sum: bigint, count: number): Exact {
  const points = exact(50n * unitOfZ * BigInt(count) + 10n * sum, unitOfZ * BigInt(count))
  if (compare(points, zero) < 0) return zero
  return compare(points, most) > 0 ? most : points
}
