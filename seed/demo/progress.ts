/**
 * What `npm run demo` shows while it works: one bar that is redrawn on a terminal, one line per tenth
 * where the output goes to a file.
 */

export type Progress = {
  /** Adds `by` finished pieces; `label` says what was finished. */
  step: (label: string, by?: number) => void
  /** Ends the bar's line. Nothing may be stepped afterwards. */
  end: () => void
}

type Out = { isTTY?: boolean; columns?: number; write: (text: string) => unknown }

const cells = 28

/**
 * @param total pieces in all, at least 0
 * @param clock milliseconds; given by tests
 */
export function createProgress({
  total,
  out = process.stdout,
  clock = Date.now,
}: {
  total: number
  out?: Out
  clock?: () => number
}): Progress {
  const started = clock()
  let done = 0
  let tenth = 0

  const line = (label: string) => {
    const share = total === 0 ? 1 : Math.min(done / total, 1)
    const full = Math.round(share * cells)
    const bar = '█'.repeat(full) + '░'.repeat(cells - full)
    const seconds = Math.round((clock() - started) / 1000)
    return `${bar} ${String(Math.floor(share * 100)).padStart(3)}%  ${done}/${total}  ${seconds} s  ${label}`
  }

  return {
    step: (label, by = 1) => {
      done += by
      if (out.isTTY) {
        out.write(`\r\u001b[2K${fitting(line(label), (out.columns ?? 100) - 1)}`)
        return
      }
      const reached = total === 0 ? 10 : Math.floor((done / total) * 10)
      if (reached > tenth) out.write(`${line(label)}\n`)
      tenth = Math.max(tenth, reached)
    },
    end: () => {
      if (out.isTTY) out.write('\n')
    },
  }
}

/** As much of a text as fits into so many columns: a Chinese character takes two. */
function fitting(text: string, columns: number): string {
  let width = 0
  let kept = ''
  for (const point of text) {
    width += /[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f]/.test(point) ? 2 : 1
    if (width > columns) break
    kept += point
  }
  return kept
}
