import type { JudgeTotal } from './types.ts'

/** From the lowest to the highest; equal ones by judge, so that it does not matter how they came. */
export function inOrder(totals: readonly JudgeTotal[]): JudgeTotal[] {
  return [...totals].sort(
    (a, b) => a.units - b.units || (a.judge < b.judge ? -1 : a.judge > b.judge ? 1 : 0),
  )
}

/**
 * How many are left out at each end. Where fewer marks are in than the rule counts on, fewer are left
 * out, so that one or two always remain.
 */
export const trimOf = (count: number, drop: number): number =>
  Math.max(0, Math.min(drop, Math.floor((count - 1) / 2)))
