import { squareRoot } from '../exact.ts'
import type { JudgeTotal, MarkedWork } from './types.ts'

/** Standard scores are whole numbers of thousand-millionths. */
export const unitOfZ = 1_000_000_000n

type Judge = { count: bigint; sum: bigint; variance: bigint; known: Map<number, bigint> }

/**
 * A mark as its distance from its judge's own mean, in that judge's standard deviations, shrunk by
 * `n ÷ (n + shrink)` where the judge gave n marks: few marks say little about how strict a judge is. A
 * judge who gives everyone the same says nothing, 0.
 *
 * A better mark never lowers a work's own score, but it moves the scores of all that its judge marked, so
 * that with several judges it can, rarely, lower a rank. The rules of a round say so (`readRound`).
 *
 * z = (n·x − Σx) ÷ √(n·Σx² − (Σx)²), whose square is a rational: root and rounding (to the unit, half
 * away from zero) are made of whole numbers, so that a judge who marks by `a·x + b` (a > 0) gets the very
 * same scores as one who marks by `x`.
 */
export function standardised(
  works: readonly MarkedWork[],
  shrink: number,
): (total: JudgeTotal) => bigint {
  const given = new Map<string, number[]>()
  for (const { totals } of works) {
    for (const { judge, units } of totals) {
      const list = given.get(judge)
      if (list) list.push(units)
      else given.set(judge, [units])
    }
  }
  const judges = new Map([...given].map(([judge, units]) => [judge, judgeOf(units)]))
  return ({ judge, units }) => {
    const own = judges.get(judge)
    if (!own || own.variance === 0n) return 0n
    let score = own.known.get(units)
    if (score === undefined) {
      score = scoreOf(own, BigInt(units), BigInt(shrink))
      own.known.set(units, score)
    }
    return score
  }
}

function judgeOf(units: readonly number[]): Judge {
  const count = BigInt(units.length)
  let [sum, squares] = [0n, 0n]
  for (const one of units) {
    const value = BigInt(one)
    sum += value
    squares += value * value
  }
  return { count, sum, variance: count * squares - sum * sum, known: new Map() }
}

function scoreOf({ count, sum, variance }: Judge, units: bigint, shrink: bigint): bigint {
  const distance = (count * units - sum) * count * unitOfZ
  const below = variance * (count + shrink) * (count + shrink)
  // round(√r) = ⌊(⌊√(4r)⌋ + 1) ÷ 2⌋, and ⌊√(4r)⌋ = ⌊√⌊4r⌋⌋.
  const size = (squareRoot((4n * distance * distance) / below) + 1n) / 2n
  return distance < 0n ? -size : size
}
