const bins = 8

/**
 * How evenly votes follow each other in their most even stretch: 0 for people, who come by chance, to
 * 1 for a clock. Null: too few, or so many at once that the clock itself makes them even.
 *
 * Each gap is put into proportion with the next, `a / (a + b)`. For arrivals by chance every
 * proportion is as likely, however busy the hour, since neighbouring gaps have the same hour; a script
 * that waits so and so long makes them all about one half. The measure is what the entropy of the
 * proportions lacks of that of chance (with Miller and Madow's correction for few samples). Taken by
 * stretches of `leastPairs` pairs, so that days of honest votes do not hide an hour of a script.
 */
export function evenness(
  times: readonly number[],
  { leastPairs, clockMs }: { leastPairs: number; clockMs: number },
): number | null {
  const gaps = gapsOf(times, clockMs)
  let most: number | null = null
  for (let from = 0; from + leastPairs * 2 <= gaps.length; from += leastPairs) {
    const stretch = gaps.slice(from, from + leastPairs * 2)
    if (middleOf(stretch) < 20 * clockMs) continue
    most = Math.max(most ?? 0, lackOfChance(stretch))
  }
  return most
}

/** What the clock cannot tell apart came together. */
function gapsOf(times: readonly number[], clockMs: number): number[] {
  const sorted = [...times].sort((a, b) => a - b)
  const gaps: number[] = []
  let last = sorted[0] ?? 0
  for (const at of sorted) {
    if (at - last < clockMs) continue
    gaps.push(at - last)
    last = at
  }
  return gaps
}

const middleOf = (gaps: readonly number[]): number =>
  [...gaps].sort((a, b) => a - b)[gaps.length >> 1] ?? 0

function lackOfChance(gaps: readonly number[]): number {
  const pairs = gaps.length >> 1
  const counts = Array<number>(bins).fill(0)
  for (let at = 0; at < pairs * 2; at += 2) {
    const share = gaps[at]! / (gaps[at]! + gaps[at + 1]!)
    counts[Math.min(bins - 1, Math.floor(share * bins))]! += 1
  }
  const seen = counts.filter((count) => count > 0)
  const entropy = seen.reduce((sum, count) => sum - (count / pairs) * Math.log2(count / pairs), 0)
  const corrected = entropy + (seen.length - 1) / (2 * pairs * Math.LN2)
  return 1 - Math.min(1, corrected / Math.log2(bins))
}
