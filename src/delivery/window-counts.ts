/** What is left of an allowance: `left` never below zero, `resetsIn` in milliseconds. */
export type Counted = { isOver: boolean; left: number; resetsIn: number }

export type WindowCounts = {
  points: number
  /** Counts one more under this name, or so many, and says at once what is left. */
  take: (name: string | number, taken?: number) => Counted
  /** Names that are remembered. */
  size: () => number
}

/**
 * So many in a window that begins with the first of each name. The library that the door uses keeps a timer
 * for every name and answers by promises: of a crowd where everybody votes once that was an eighth of all work.
 */
export function windowCounts(
  points: number,
  seconds: number,
  clock: () => number = Date.now,
): WindowCounts {
  // All windows are as long, so the one that began first is over first and stands in front.
  const windows = new Map<string | number, { ends: number; taken: number }>()
  const forget = (now: number) => {
    for (const [name, { ends }] of windows) {
      if (ends > now) break
      windows.delete(name)
    }
  }
  return {
    points,
    size: () => windows.size,
    take(name, taken = 1) {
      const now = clock()
      forget(now)
      let window = windows.get(name)
      if (!window) windows.set(name, (window = { ends: now + seconds * 1_000, taken: 0 }))
      window.taken += taken
      return {
        isOver: window.taken > points,
        left: Math.max(0, points - window.taken),
        resetsIn: window.ends - now,
      }
    },
  }
}
