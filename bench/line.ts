/**
 * One measured figure. `ours` beside `peer` in the same run; `limit` is what the machine itself gives
 * (bare SQL, a bare database), where that was measured too. `want` is the figure that was asked for,
 * as a bound on `ratio` (the largest, or for rates the smallest that will do); null where a measurement was asked for but no bound: then `ok` only says that
 * it was made.
 */
export type Line = {
  bench: string
  case: string
  ours: number
  peer: number
  limit: number | null
  unit: string
  /** `ours` ÷ `peer`. */
  ratio: number
  want: number | null
  ok: boolean
}

type Measured = Pick<Line, 'bench' | 'case' | 'ours' | 'peer' | 'unit'> & {
  limit?: number
  /** The largest ratio that was asked for. */
  want?: number
  /** The smallest ratio that was asked for. */
  atLeast?: number
}

/** Completes a figure and prints it as one line of JSON. */
export function report({ limit, want, atLeast, ...measured }: Measured): Line {
  const ratio = measured.ours / measured.peer
  const line: Line = {
    bench: measured.bench,
    case: measured.case,
    ours: rounded(measured.ours),
    peer: rounded(measured.peer),
    limit: limit === undefined ? null : rounded(limit),
    unit: measured.unit,
    ratio: rounded(ratio),
    want: want ?? atLeast ?? null,
    ok:
      Number.isFinite(ratio) &&
      (want === undefined || ratio <= want) &&
      (atLeast === undefined || ratio >= atLeast),
  }
  process.stdout.write(`${JSON.stringify(line)}\n`)
  return line
}

/** The value in the middle; of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error('No value was measured')
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

function rounded(value: number): number {
  return Number(value.toPrecision(4))
}
