import type { ItemState, WorkItem } from '../api-types.ts'

/** A work as the judge sees it stand: `complete` is marked whole, not handed in yet. */
export type ShownState = ItemState | 'complete' | 'recused'

/** Where the judge stands: `at` is null where there is no such work. */
export function beside(works: readonly WorkItem[], at: string | null, by: -1 | 1): string | null {
  const index = works.findIndex(({ work }) => work === at)
  return works[index + by]?.work ?? null
}

/** The work to begin with: the first that is open, then the first that was skipped, then the first. */
export function firstToDo(
  works: readonly WorkItem[],
  stateOf: (item: WorkItem) => ShownState,
): string | null {
  const first = (...states: ShownState[]) => works.find((one) => states.includes(stateOf(one)))
  return (first('open', 'started') ?? first('skipped') ?? works[0])?.work ?? null
}

/** The next work that has no whole marks yet, behind this one and then from the start; skipped ones last. */
export function nextToDo(
  works: readonly WorkItem[],
  at: string | null,
  stateOf: (item: WorkItem) => ShownState,
): string | null {
  const index = works.findIndex(({ work }) => work === at)
  const around = [...works.slice(index + 1), ...works.slice(0, Math.max(0, index))]
  const find = (...states: ShownState[]) => around.find((one) => states.includes(stateOf(one)))
  return (find('open', 'started') ?? find('skipped'))?.work ?? null
}

export type Counts = Record<ShownState, number>

export function countStates(
  works: readonly WorkItem[],
  stateOf: (item: WorkItem) => ShownState,
): Counts {
  const counts: Counts = {
    ...{ open: 0, started: 0, complete: 0, skipped: 0 },
    ...{ 'handed-in': 0, withdrawn: 0, recused: 0 },
  }
  for (const item of works) counts[stateOf(item)] += 1
  return counts
}
