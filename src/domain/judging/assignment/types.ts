import type { JudgeTies, RecusalReason, WorkTies } from '../recusal.ts'

/** `isActive` false: has left; gets nothing new, marks already given stay. */
export type PanelJudge = JudgeTies & { id: string; isActive: boolean }

export type Pair = { work: string; judge: string }

/** A pair of an earlier assignment. */
export type KeptPair = Pair & { isMarked: boolean }

export type Assignment = {
  works: readonly WorkTies[]
  judges: readonly PanelJudge[]
  /** Judges for each work. */
  quorum: number
  /** The same seed and the same facts give the same pairs, in whatever order the facts come. */
  seed: string
  kept?: readonly KeptPair[]
  /**
   * Whether kept pairs without marks may move to even out the loads, say when a judge joins. Otherwise
   * they stay and only the new pairs are spread.
   */
  mayMove?: boolean
  /**
   * Whether works with too few judges get as many as there are: for a judge who leaves or is recused
   * while a round runs, which nobody can refuse. Otherwise nothing is assigned.
   */
  partly?: boolean
}

export type DropReason = 'work-gone' | 'judge-gone' | 'judge-left' | 'moved' | RecusalReason

/** A kept pair that is no more; with marks only where they must not count. */
export type DroppedPair = KeptPair & { why: DropReason }

/** A work that has too few judges who may see it. `needs` and `has` count judges. */
export type Uncovered = {
  work: string
  needs: number
  has: number
  recused: { judge: string; reason: RecusalReason }[]
}

/**
 * Pairs by work, then judge. `loads`: works of each judge who has not left; they differ by one at most
 * where conflicts (and what is kept) allow, and are as even as can be where not.
 */
export type Assigned = {
  ok: true
  pairs: Pair[]
  added: Pair[]
  dropped: DroppedPair[]
  loads: Map<string, number>
  /** Works with too few judges all the same; empty unless it was asked for by `partly`. */
  uncovered: Uncovered[]
}
