import type { Mine } from '../api-types.ts'
import type { Content } from '../rules/content.ts'

/** What a judge did to one work that the server does not know yet. */
export type Waiting = {
  work: string
  /** Null: only a skip or a recusal waits. */
  content: Content | null
  handIn: boolean
  /** The version that the content was made from. */
  base: number
  /** The content of the last try, whose answer may have been lost on the way. */
  tried: Content | null
  skip: boolean | null
  /** “I know this author”, sent at `due` (milliseconds): until then it can be taken back. */
  recuse: { due: number } | null
  changedAt: number
  /** The server said no; it waits for the judge. `stands`: what another device saved. */
  stopped: { code: string; message: string; stands: Mine | null } | null
}

const nothing = {
  content: null,
  handIn: false,
  tried: null,
  skip: null,
  recuse: null,
  stopped: null,
}

/** What waits for a work with a change made to it; a fresh change is tried again even after a refusal. */
export function changed(
  known: Waiting | undefined,
  change: Partial<Omit<Waiting, 'work'>> & { work: string; base: number },
  now: number,
): Waiting {
  const before = known ?? { ...nothing, work: change.work, base: change.base, changedAt: now }
  // Two changes within a millisecond are two changes.
  const changedAt = Math.max(now, (known?.changedAt ?? 0) + 1)
  // Whoever saw what another device saved, and goes on here, has chosen.
  const base = known?.stopped?.stands?.version ?? known?.base ?? change.base
  return { ...before, ...change, base, changedAt, stopped: null }
}

/** What is to be sent now. */
export function isDue({ stopped, content, skip, recuse }: Waiting, now: number): boolean {
  if (stopped) return false
  return content !== null || skip !== null || (recuse !== null && recuse.due <= now)
}

/** The moment when the next recusal is to be sent; null: none waits. */
export function nextDue(list: Iterable<Waiting>): number | null {
  const due = [...list].flatMap(({ recuse, stopped }) => (recuse && !stopped ? [recuse.due] : []))
  return due.length > 0 ? Math.min(...due) : null
}

/**
 * What still waits after content was saved as `version`: nothing of it, or what was changed meanwhile.
 *
 * @param sentAt `changedAt` of what was sent
 */
export function afterSave(now: Waiting, sentAt: number, version: number): Waiting | null {
  if (now.changedAt !== sentAt) return { ...now, base: version, tried: null }
  return rest({ ...now, content: null, handIn: false, tried: null, base: version })
}

/** The record, or null where nothing is left in it. */
export function rest(one: Waiting): Waiting | null {
  return one.content === null && one.skip === null && one.recuse === null ? null : one
}

/** What was kept, read with care: it may be from an older version of the screen. */
export function readWaiting(text: string): Waiting | null {
  try {
    const one = JSON.parse(text) as Waiting
    const isWhole =
      typeof one.work === 'string' && typeof one.base === 'number' && one.changedAt > 0
    return isWhole ? { ...nothing, ...one } : null
  } catch {
    return null
  }
}
