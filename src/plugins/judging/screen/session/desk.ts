import type { Mine, ScreenRound, WorkDetail, WorkItem } from '../api-types.ts'
import { contentOf, isComplete, isStarted, type Content } from '../rules/content.ts'
import type { ShownState } from '../rules/walk.ts'
import type { Keep } from './keep.ts'
import type { Waiting } from './waiting.ts'

/** Everything a judge has before them in one round. Changed in place; who shows it gets copies. */
export type Desk = {
  round: ScreenRound
  items: WorkItem[]
  details: Map<string, WorkDetail>
  waiting: Map<string, Waiting>
  keep: Keep
  at: string | null
  past: Undo[]
  savedAt: string | null
  /** What was changed is kept by this browser; false: only by this window. */
  isKept: boolean
}

/** One step that can be taken back. */
export type Undo =
  | { what: 'content'; work: string; before: Content; criterion: string | null }
  | { what: 'skip'; work: string; before: boolean }

/** What the judge gives to a work as of now; null while nothing is known of it. */
export function contentAt({ waiting, details }: Desk, work: string): Content | null {
  const own = waiting.get(work)?.content
  if (own) return own
  const detail = details.get(work)
  return detail ? contentOf(detail.mine) : null
}

export const versionAt = ({ details }: Desk, work: string): number =>
  details.get(work)?.mine.version ?? 0

export const handedInAt = ({ details }: Desk, work: string): string | null =>
  details.get(work)?.mine.handedInAt ?? null

/** The state of a work with all that waits to be sent. */
export function stateAt(desk: Desk, item: WorkItem): ShownState {
  const waits = desk.waiting.get(item.work)
  if (item.state === 'withdrawn') return 'withdrawn'
  if (waits?.recuse) return 'recused'
  if (waits?.skip ?? item.state === 'skipped') return 'skipped'
  if (item.state === 'handed-in' || (waits?.handIn && !waits.stopped)) return 'handed-in'
  const content = contentAt(desk, item.work)
  // Not fetched yet, as just after a reload: the list knows whether anything is left to do.
  if (!content) return item.isWhole ? 'complete' : item.state === 'started' ? 'started' : 'open'
  if (isComplete(desk.round, content)) return 'complete'
  return isStarted(content) ? 'started' : 'open'
}

/** Puts down what waits for a work, in the window and in the browser; null: nothing any more. */
export function putWaiting(desk: Desk, work: string, one: Waiting | null): void {
  if (one) {
    desk.waiting.set(work, one)
    desk.isKept = desk.keep.put(one)
    return
  }
  desk.waiting.delete(work)
  desk.keep.remove(work)
}

/** Takes over what the server says stands for a work. */
export function putMine(desk: Desk, work: string, mine: Mine): void {
  const detail = desk.details.get(work)
  if (detail) desk.details.set(work, { ...detail, mine })
  changeItem(desk, work, (item) => {
    const kept = item.state === 'skipped' || item.state === 'withdrawn'
    const content = contentOf(mine)
    const started = isStarted(content) ? 'started' : 'open'
    const state = kept ? item.state : mine.handedInAt ? 'handed-in' : started
    return { ...item, state, isWhole: isComplete(desk.round, content), savedAt: mine.savedAt }
  })
  if (mine.savedAt && mine.savedAt > (desk.savedAt ?? '')) desk.savedAt = mine.savedAt
}

export function changeItem(desk: Desk, work: string, change: (item: WorkItem) => WorkItem): void {
  desk.items = desk.items.map((item) => (item.work === work ? change(item) : item))
}
