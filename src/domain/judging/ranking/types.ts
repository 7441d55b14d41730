import type { Exact } from '../exact.ts'
import type { CriterionMarks } from '../marks.ts'
import type { JudgingRound, TieStep } from '../rounds.ts'

/** What one judge handed in for a work: whole units of `full`; the marks behind them, in hundredths. */
export type JudgeTotal = { judge: string; units: number; marks?: CriterionMarks }

/** `votes` null: none were cast on it. `submittedAt` in ms, null: not known, and last. */
export type MarkedWork = {
  id: string
  totals: readonly JudgeTotal[]
  votes: number | null
  submittedAt: number | null
  /** Withdrawn or taken down: not ranked, its marks still tell how its judges mark. */
  isWithdrawn: boolean
}

export type RankingRules = Pick<
  JudgingRound,
  'criteria' | 'quorum' | 'method' | 'vote' | 'decimals' | 'tieBreak' | 'disagreement'
>

export type RankingQuestion = {
  rules: RankingRules
  /**
   * The units of full marks: `scaleOf(criteria).full` of a round of scores, 1 of yes (1) or no (0),
   * `2 × (works − 1)` of an order (1 where there is one work only).
   */
  full: number
  works: readonly MarkedWork[]
  /** For the lot. */
  seed: string
}

export type LeftOutReason = 'withdrawn' | 'no-marks' | 'below-quorum'

/**
 * Values are points of 100. `rank` leaves gaps behind equal works (1, 2, 2, 4). `equals`: the works with
 * the same final value, itself included; 1 of them: no tie-break was asked.
 */
export type RankedWork = {
  id: string
  rank: number
  value: Exact
  judges: Exact
  vote: Exact | null
  equals: number
  /** The step that put it behind the work before it, as its number in `tieBreak`; null: the value did. */
  partedBy: number | null
  /** Points between the highest and the lowest mark, where they are flagged. */
  disagreement: Exact | null
}

/** `works` in their order; works of one rank by id. */
export type Ranking = {
  works: RankedWork[]
  leftOut: { id: string; reason: LeftOutReason }[]
}

export type { TieStep }
