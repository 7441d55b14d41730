import type { Gathered, WaitingLine } from './waiting-line.ts'

/** While a batch is under way others wait for company, so many of them or so long (ms). */
const company = 24
const waitForCompany = 10

export type Lanes = {
  /** Begins what may begin, after the requests that came together were all read. */
  startSoon: () => void
  /** Resolves when nothing waits and nothing is under way. */
  finish: () => Promise<void>
}

/**
 * Takes batches from a line, at most so many at once. One under way gathers the next one behind it: that
 * begins beside it only when it is large enough to be worth the way to the database, or waited for long.
 *
 * @param take never rejects
 */
export function openLanes({
  most,
  line,
  take,
}: {
  most: number
  line: Pick<WaitingLine, 'next' | 'size'>
  take: (batch: Gathered) => Promise<void>
}): Lanes {
  let underWay = 0
  let isDue = false
  let late: NodeJS.Timeout | undefined
  let emptied: (() => void) | undefined

  const startSoon = () => {
    if (isDue || underWay >= most) return
    isDue = true
    setImmediate(() => {
      isDue = false
      start()
    })
  }
  const start = (isLate = false) => {
    while (underWay < most) {
      if (underWay > 0 && line.size() < company && !isLate) {
        // Whatever is under way may be held up for long: nobody waits behind it for company.
        if (line.size() > 0) late ??= setTimeout(startLate, waitForCompany)
        break
      }
      const batch = line.next()
      if (!batch) break
      underWay += 1
      void take(batch).finally(() => {
        underWay -= 1
        startSoon()
      })
    }
    if (line.size() === 0 && underWay === 0) emptied?.()
  }
  const startLate = () => {
    late = undefined
    start(true)
  }

  return {
    startSoon,
    finish: () =>
      new Promise((resolve) => {
        emptied = resolve
        start(true)
      }),
  }
}
