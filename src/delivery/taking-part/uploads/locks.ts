import type { Locker } from '@tus/server'

/** Who writes on an upload just now. `stop` lets go of what no longer sends. */
export type Writing = { lastByteAt: number; stop: () => void }

const deadAfter = 1_000
const patience = 3_000
const lookEvery = 50

export const busy = { status_code: 423, body: 'busy' }

/**
 * One request at a time works on an upload. Phones come back on a new connection while the old one
 * still seems open: a writer that has sent nothing for a second is stopped and what it brought is kept;
 * one that sends goes on, and the newcomer is told to try later.
 *
 * @param writing what the request at hand does, seen by those who come after it
 */
export function uploadLocks(writing: () => Writing): Locker {
  const held = new Map<string, Writing>()
  return {
    newLock: (id) => ({
      async lock(signal) {
        const mine = writing()
        const deadline = performance.now() + patience
        for (;;) {
          const holder = held.get(id)
          if (!holder) break
          const now = performance.now()
          if (now > deadline || signal.aborted) throw busy
          if (now - holder.lastByteAt > deadAfter) holder.stop()
          await new Promise((resolve) => setTimeout(resolve, lookEvery))
        }
        mine.lastByteAt = performance.now()
        held.set(id, mine)
      },
      async unlock() {
        held.delete(id)
      },
    }),
  }
}
