/** Side of the small grey picture of which a print is made. */
export const printSide = 32

const bits = 64

/**
 * A picture's print: pHash, that is which of its 64 lowest frequencies (the constant one aside) are
 * above their median. Chosen over the cheaper difference hash because it hardly moves when a picture
 * is scaled, encoded again, brightened or given another contrast, which is how works come back.
 *
 * @param grey 32 × 32 values, row by row
 * @returns a signed 64-bit integer as text; null for a picture of one colour, which is like no other
 */
export function printOf(grey: ArrayLike<number>): string | null {
  if (grey.length !== printSide ** 2) throw new Error(`${grey.length} values`)
  if (isFlat(grey)) return null
  const values = frequencies(grey)
  const sorted = [...values].sort((one, other) => one - other)
  const median = (sorted[bits / 2 - 1]! + sorted[bits / 2]!) / 2
  let print = 0n
  for (const value of values) print = (print << 1n) | (value > median ? 1n : 0n)
  return BigInt.asIntN(64, print).toString()
}

function isFlat(grey: ArrayLike<number>): boolean {
  const values = Array.from(grey)
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const spread = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
  return spread < 4
}

// The discrete cosine transform, only where it is asked for.
const cosines = Array.from({ length: 12 }, (_, frequency) =>
  Array.from({ length: printSide }, (__, place) =>
    Math.cos(((2 * place + 1) * frequency * Math.PI) / (2 * printSide)),
  ),
)

const lowest: readonly (readonly [across: number, down: number])[] = Array.from(
  { length: 12 * 12 },
  (_, index) => [index % 12, Math.floor(index / 12)] as const,
)
  .filter(([across, down]) => across + down > 0)
  .sort((one, other) => one[0] + one[1] - other[0] - other[1] || one[0] - other[0])
  .slice(0, bits)

function frequencies(grey: ArrayLike<number>): number[] {
  const rows = cosines.map((wave) =>
    Array.from({ length: printSide }, (_, y) =>
      wave.reduce((sum, cosine, x) => sum + cosine * grey[y * printSide + x]!, 0),
    ),
  )
  return lowest.map(([across, down]) =>
    cosines[down]!.reduce((sum, cosine, y) => sum + cosine * rows[across]![y]!, 0),
  )
}
