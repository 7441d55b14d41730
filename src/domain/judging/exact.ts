/**
 * A rational number, `n ÷ d` with d > 0, never rounded. `near` is the same to some fifteen digits: it
 * decides where two values are clearly apart, the whole numbers decide where they are not, so that
 * every machine ranks alike.
 */
export type Exact = { n: bigint; d: bigint; near: number }

/** @throws RangeError when the denominator is not positive */
export function exact(n: bigint | number, d: bigint | number = 1n): Exact {
  const [top, bottom] = [BigInt(n), BigInt(d)]
  if (bottom <= 0n) throw new RangeError(`Not a denominator: ${bottom}`)
  return { n: top, d: bottom, near: Number(top) / Number(bottom) }
}

export const zero = exact(0)

// A hundred times the error that two conversions and a division can make.
const doubt = 1e-13

/** Below 0: `a` is less; 0: equal, exactly. */
export function compare(a: Exact, b: Exact): number {
  const apart = a.near - b.near
  if (Math.abs(apart) > doubt * (Math.abs(a.near) + Math.abs(b.near))) return apart
  const [left, right] = [a.n * b.d, b.n * a.d]
  return left < right ? -1 : left > right ? 1 : 0
}

export const plus = (a: Exact, b: Exact): Exact => exact(a.n * b.d + b.n * a.d, a.d * b.d)
export const minus = (a: Exact, b: Exact): Exact => exact(a.n * b.d - b.n * a.d, a.d * b.d)

/** `a × n ÷ d`, with whole numbers. */
export const times = (a: Exact, n: number, d = 1): Exact => exact(a.n * BigInt(n), a.d * BigInt(d))

/** Rounded to so many decimals, half away from zero (四舍五入). */
export function rounded(a: Exact, decimals: number): Exact {
  const scale = 10n ** BigInt(decimals)
  return exact(wholeOf(a, scale), scale)
}

/**
 * As decimals for people: `87.5`; with `≈` before it where more than `most` decimals would be needed.
 * Rounded half away from zero.
 */
export function decimalText(a: Exact, most = 4): string {
  const scale = 10n ** BigInt(most)
  const whole = wholeOf(a, scale)
  const digits = String(whole < 0n ? -whole : whole).padStart(most + 1, '0')
  const fraction = most === 0 ? '' : digits.slice(-most).replace(/0+$/, '')
  const text = `${whole < 0n ? '-' : ''}${digits.slice(0, digits.length - most)}${fraction && `.${fraction}`}`
  return whole * a.d === a.n * scale ? text : `≈${text}`
}

/** ⌊√value⌋. `value` from 0 on. */
export function squareRoot(value: bigint): bigint {
  if (value < 2n) return value
  let root = BigInt(Math.floor(Math.sqrt(Number(value))))
  // The guess is near; Newton's steps from above end at the floor.
  if (root * root > value || (root + 1n) * (root + 1n) <= value) {
    root += root / 1_000_000_000_000n + 2n
    for (let next = (root + value / root) / 2n; next < root; next = (root + value / root) / 2n) {
      root = next
    }
  }
  return root
}

function wholeOf({ n, d }: Exact, scale: bigint): bigint {
  const size = (n < 0n ? -n : n) * scale * 2n + d
  const whole = size / (2n * d)
  return n < 0n ? -whole : whole
}
