export type Turn = 0 | 90 | 180 | 270

/**
 * How far a film is to be turned clockwise to stand upright, from the display matrix that phones write
 * (nine 32-bit integers, 16.16 fixed point; the first, second, fourth and fifth are cosine and sine).
 * Other angles than quarters are taken for the nearest.
 */
export function turnOf(matrix: readonly number[] | null): Turn {
  if (!matrix || matrix.length < 9) return 0
  const [a = 0, b = 0] = matrix
  if (a === 0 && b === 0) return 0
  const quarters = Math.round(Math.atan2(b, a) / (Math.PI / 2))
  return ((((quarters % 4) + 4) % 4) * 90) as Turn
}

/** Mirrored, as the selfie cameras of some phones do: the matrix's determinant is below zero. */
export function isMirrored(matrix: readonly number[] | null): boolean {
  if (!matrix || matrix.length < 9) return false
  const [a = 0, b = 0, , c = 0, d = 0] = matrix
  return a * d - b * c < 0
}

export type Coded = {
  width: number
  height: number
  /** Width to height of one stored pixel; 0 or absent where the file does not say. */
  pixelRatio?: number
  turn: Turn
}

export type Size = { width: number; height: number }

/** How large a film is as people see it: pixels made square, then turned upright. */
export function displaySize({ width, height, pixelRatio, turn }: Coded): Size {
  const ratio = pixelRatio && pixelRatio > 0.1 && pixelRatio < 10 ? pixelRatio : 1
  // Square pixels by making one side longer, so that none of the stored ones is lost.
  const [across, down] = ratio >= 1 ? [width * ratio, height] : [width, height / ratio]
  const [w, h] = [Math.round(across), Math.round(down)]
  return turn === 90 || turn === 270 ? { width: h, height: w } : { width: w, height: h }
}
