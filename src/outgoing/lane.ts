type Options = {
  /**
   * Does one thing. @returns milliseconds until there may be another, 0 for at once, null for nothing in
   * sight; a negative number is a rest that nobody is to cut short
   */
  once: () => Promise<number | null>
  pollMs: number
  log: { warn: (details: object, message?: string) => void }
}

export type Lane = {
  /** There may be something to do. */
  wake: () => void
  onClose: (work: () => void) => void
  /** Ends with what is under way. */
  close: () => Promise<void>
}

/** Does one thing after the other, and looks again when it is woken or after a while. */
export function openLane({ once, pollMs, log }: Options): Lane {
  let closing = false
  let woken = false
  let wakeUp: (() => void) | undefined
  const ends: (() => void)[] = []

  const rest = (ms: number, isFirm: boolean) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      wakeUp = () => {
        if (isFirm && !closing) return
        clearTimeout(timer)
        resolve()
      }
    })

  const running = (async () => {
    while (!closing) {
      woken = false
      try {
        const ms = await once()
        if (ms === 0 || closing) continue
        if (ms !== null && ms < 0) await rest(-ms, true)
        else if (!woken) await rest(Math.min(ms ?? Infinity, pollMs), false)
      } catch (err) {
        if (closing) break
        log.warn({ err }, 'the outbox could not be worked on')
        await rest(Math.min(1_000, pollMs), false)
      } finally {
        wakeUp = undefined
      }
    }
    for (const end of ends) end()
  })()

  return {
    wake: () => {
      woken = true
      wakeUp?.()
    },
    onClose: (work) => void ends.push(work),
    close: async () => {
      closing = true
      wakeUp?.()
      await running
    },
  }
}
