import { lastTime, nextTime } from './policy/time-of-day.ts'
import type { VotePolicy } from './policy/types.ts'
import type { RoundState } from './decide.ts'

/** Who looks at totals: the roles of the staff, participants, and strangers. */
export const onlookers = [
  'anonymous',
  'participant',
  'editor',
  'host',
  'judge',
  'supervisor',
  'province',
] as const
export type Onlooker = (typeof onlookers)[number]

/**
 * Which totals may be shown: none; those of the rows before `before`; or all rows. `changesAt` is the
 * next instant at which this answer becomes another one by the clock alone, null when never: nothing
 * that holds a total may be kept longer than that.
 */
export type ShownTotals = { changesAt: Date | null } & (
  { show: 'none' } | { show: 'before'; before: Date } | { show: 'all' }
)

type Look = 'always' | 'by-policy' | 'after-close'

/**
 * Province and supervisor read the ledger itself. Judges are shown nothing while voting lasts: they
 * work blind, and a running count is a mark before theirs.
 */
const looks: Record<Onlooker, Look> = {
  anonymous: 'by-policy',
  participant: 'by-policy',
  editor: 'by-policy',
  host: 'by-policy',
  judge: 'after-close',
  supervisor: 'always',
  province: 'always',
}

/**
 * The one rule for everything that shows, sorts by, exports or hashes a total: lists, their order,
 * search, GraphQL, exports, statistics, ETags, the admin. Daily totals are those of the last time of
 * day that passed while voting lasted; from the close on everyone sees all rows, late voids too.
 */
export function shownTotals({
  policy: { window, counts },
  state,
  who,
  now,
}: {
  policy: Pick<VotePolicy, 'window' | 'counts'>
  state: RoundState
  who: Onlooker
  now: Date
}): ShownTotals {
  const look = looks[who]
  if (look === 'always') return { show: 'all', changesAt: null }
  if (state === 'closed' || now >= window.to) return { show: 'all', changesAt: null }
  const begins = now < window.from ? window.from : null
  if (look === 'after-close' || counts.shown === 'afterClose') {
    return { show: 'none', changesAt: window.to }
  }
  if (counts.shown === 'live') {
    if (begins || state === 'draft') return { show: 'none', changesAt: begins ?? window.to }
    return { show: 'all', changesAt: window.to }
  }
  const next = nextTime(counts.at, begins ? new Date(begins.getTime() - 1) : now)
  const changesAt = next < window.to ? next : window.to
  const before = lastTime(counts.at, now)
  // A time before any vote has nothing to tell.
  if (begins || state === 'draft' || before <= window.from) return { show: 'none', changesAt }
  return { show: 'before', before, changesAt }
}

/** The number that one entry shows; null: hidden. `before`: its total up to that instant. */
export function shownCount(
  { show }: ShownTotals,
  total: { all: number; before: number | null },
): number | null {
  if (show === 'none') return null
  return show === 'all' ? total.all : (total.before ?? 0)
}

/**
 * The key by which entries may be ordered “by votes”: what is shown, and for hidden totals one and
 * the same number, so that the order says nothing.
 */
export function sortCount(
  shown: ShownTotals,
  total: { all: number; before: number | null },
): number {
  return shownCount(shown, total) ?? 0
}

/**
 * What of the totals may go into an ETag or a key of a cache: nothing while they are hidden, the
 * instant while they stand still, else the version of the live totals.
 */
export function totalsStamp(shown: ShownTotals, liveVersion: string): string {
  if (shown.show === 'none') return 'hidden'
  return shown.show === 'all' ? `all:${liveVersion}` : `before:${shown.before.toISOString()}`
}
