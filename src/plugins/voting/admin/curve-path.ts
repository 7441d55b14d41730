/** The path of a line over numbers in a box of 100 by 100, 0 at the bottom, and of the area below it. */
export function curvePath(counts: readonly number[]): { line: string; area: string } {
  const most = Math.max(1, ...counts)
  // One number is a line as well: the same from end to end.
  const points = counts.length === 1 ? [counts[0]!, counts[0]!] : counts
  const step = 100 / Math.max(1, points.length - 1)
  const at = (count: number, index: number) =>
    `${round(index * step)} ${round(100 - (count / most) * 96)}`
  const line = points
    .map((count, index) => `${index === 0 ? 'M' : 'L'}${at(count, index)}`)
    .join('')
  return { line, area: line === '' ? '' : `${line}L100 100L0 100Z` }
}

const round = (number: number) => Math.round(number * 100) / 100
