import type { Interval } from '../../phases.ts'
import type { Words } from '../../words.ts'

/** Yes or no; marks for criteria; an order of the finalists. */
export const roundKinds = ['qualify', 'score', 'rank'] as const
export type RoundKind = (typeof roundKinds)[number]

/** When a judge sees what the others gave to a work: never, after handing in own marks, at the close. */
export const scoresShownTo = ['never', 'after-own', 'after-close'] as const
export type ScoresShown = (typeof scoresShownTo)[number]

/**
 * `full` marks are whole points; a weight is a share of the sum of all weights. An anchor says in words
 * what so many marks mean.
 */
export type Criterion = {
  key: string
  name: Words
  full: number
  weight: number
  anchors: readonly { marks: number; meaning: Words }[]
}

/**
 * How the marks of several judges become one value. `drop`: so many of the highest and of the lowest are
 * left out. `shrink`: a judge with n marks counts for n / (n + shrink) of his deviation.
 */
export type Method =
  | { kind: 'mean' }
  | { kind: 'trimmed-mean'; drop: number }
  | { kind: 'median' }
  | { kind: 'standardised'; shrink: number }
  | { kind: 'schulze' }

/**
 * What parts equal works, one step after the other; works that are equal after the last share a rank.
 * `lot`: drawn by the round's seed, the same for everyone who draws again.
 */
export type TieStep =
  | { by: 'criterion'; criterion: string }
  | { by: 'mean' }
  | { by: 'median' }
  | { by: 'lowest-mark' }
  | { by: 'votes' }
  | { by: 'submitted' }
  | { by: 'lot' }

/**
 * The vote's share of the final value. `share-of-top`: votes ÷ the most votes × 100; `by-place`: the share
 * of works with at most as many votes × 100. No votes: no points.
 */
export type VoteBlend = { percent: number; points: 'share-of-top' | 'by-place' }

/** Works of equal rank at a line that only some of them can pass: all, none, or as people decide. */
export type EqualAtLine = 'all-in' | 'all-out' | 'by-hand'

/** Who goes on to the next round: the first so many, those with so many points of 100, or by decision. */
export type CarryOver =
  | { kind: 'top'; count: number; equal: EqualAtLine }
  | { kind: 'threshold'; points: number }
  | { kind: 'by-hand' }
  | { kind: 'none' }

/** A round as data, made by `readRound`: nothing else says how works are judged and counted. */
export type JudgingRound = {
  key: string
  kind: RoundKind
  /** Half-open. */
  window: Interval
  /** So many judges for each work. */
  quorum: number
  /** Author and unit hidden, works under numbers of the round. */
  blind: boolean
  scoresShown: ScoresShown
  /** Of score rounds; empty in others. */
  criteria: readonly Criterion[]
  method: Method
  vote: VoteBlend | null
  /** Decimals to which the final value is rounded (half up) before it is compared; null: it is exact. */
  decimals: number | null
  tieBreak: readonly TieStep[]
  /** Points of 100 between the highest and the lowest mark from which a work is flagged; null: never. */
  disagreement: number | null
  carryOver: CarryOver
}
