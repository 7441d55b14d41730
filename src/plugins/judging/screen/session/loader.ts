export type Loader = { kick: () => void; stop: () => void }

type Options = {
  /** What is still wanted, the most urgent first. */
  wanted: () => string[]
  /** Resolves to false when it is worth another try later. */
  load: (work: string) => Promise<boolean>
  atOnce?: number
  retryAfter?: number
}

/** Brings all works little by little, the one at hand first, so that a line that breaks stops nobody. */
export function createLoader({ wanted, load, atOnce = 2, retryAfter = 3_000 }: Options): Loader {
  const running = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let resting = false
  let stopped = false

  function kick(): void {
    clearTimeout(timer)
    resting = false
    fill()
  }
  function fill(): void {
    if (stopped || resting) return
    const next = wanted().filter((work) => !running.has(work))
    for (const work of next.slice(0, Math.max(0, atOnce - running.size))) void bring(work)
  }
  async function bring(work: string): Promise<void> {
    running.add(work)
    const isThere = await load(work).catch(() => false)
    running.delete(work)
    if (!isThere && !stopped) {
      resting = true
      clearTimeout(timer)
      timer = setTimeout(kick, retryAfter)
    }
    fill()
  }
  return {
    kick,
    stop: () => {
      stopped = true
      clearTimeout(timer)
    },
  }
}
