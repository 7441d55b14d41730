import type { AwardLine, AwardPolicy, Vacancy } from '../awards.ts'
import type { JudgingRound } from '../rounds.ts'

/** What a work brings along. Public id, number in the round; `submittedAt` in ms. */
export type WorkFact = {
  entry: string
  number: number
  votes: number | null
  submittedAt: number | null
  isWithdrawn: boolean
}

/** What one judge handed in for a work: hundredths of marks by criterion, or a yes or no. */
export type MarkFact =
  | { number: number; judge: string; marks: Readonly<Record<string, number>> }
  | { number: number; judge: string; passes: boolean }

/**
 * A mark that was found wrong after the lock, and what it counts as since: hundredths of the mark of a
 * criterion, or 1 and 0 for yes and no (`criterion` null). `was`: as the judge handed it in.
 */
export type MarkCorrection = {
  number: number
  judge: string
  criterion: string | null
  was: number
  becomes: number
  reason: string
}

/** An order that a judge handed in: groups of equal works by their numbers, the best first. */
export type OrderFact = { judge: string; groups: readonly (readonly number[])[] }

/** What people decided about a level: so many places stay empty, and whom of equal works they chose. */
export type LevelDecision = { level: string; vacant: number; chosen: readonly string[] }

/**
 * The vote that counts: its round, all its votes that stand, and the first head of the ledger that all of
 * them are under (`root` in small hex digits; null: there are none).
 */
export type VoteFact = {
  round: string
  head: { number: number; root: string } | null
  total: number
}

/**
 * Everything that a ranking is made of. Judges are called J1, J2 … in the order in which they came to the
 * panel; who they are is not told here.
 */
export type RankingFacts = {
  campaign: string
  track: string
  version: number
  replaces: { version: number; sha256: string } | null
  reason: string | null
  rules: JudgingRound
  awardPolicy: AwardPolicy | null
  /** How many entries the cap of awards is a share of. */
  entries: number
  /** For the lot. */
  seed: string
  /** The number of judges. */
  panel: number
  works: readonly WorkFact[]
  /** As they count: corrected where there are corrections. */
  marks: readonly MarkFact[]
  /** All that differs from what the judges handed in; left out: nothing. */
  corrections?: readonly MarkCorrection[]
  orders: readonly OrderFact[]
  vote: VoteFact | null
  decisions: readonly { entry: string; goesOn: boolean }[]
  levelDecisions: readonly LevelDecision[]
}

/** Points are decimal texts, `≈` before those that go on; `submittedAt` is an ISO text in UTC. */
export type LockedWork = {
  entry: string
  number: number
  rank: number
  value: string
  judges: string
  vote: string | null
  votes: number | null
  submittedAt: string | null
  equals: number
  /** The tie-break step, from 0, that put it behind the work before it. */
  partedBy: number | null
  disagreement: string | null
}

export type LockedLeftOut = Pick<LockedWork, 'entry' | 'number' | 'votes' | 'submittedAt'> & {
  reason: 'withdrawn' | 'no-marks' | 'below-quorum'
}

/** `marks` are hundredths by criterion; null: a yes (`units` 1) or no, or a place in an order. */
export type LockedMark = {
  number: number
  judge: string
  units: number
  marks: Readonly<Record<string, number>> | null
}

/**
 * A ranking as it is locked: what it was made of and what came of it. `works` stand in their order, marks
 * and orders by number and judge. `rules` is what `readRound` reads, `awardPolicy` what `readAwards` does.
 * `ranking/2` is the same with `corrections`, which `ranking/1` has not: `marks` are those that count.
 * Its text is canonical JSON; whoever has the text can count it again (`checkLocked`).
 */
export type LockedRanking = {
  format: 'ranking/1' | 'ranking/2'
  campaign: string
  track: string
  /** The round's key. */
  round: string
  version: number
  replaces: { version: number; sha256: string } | null
  reason: string | null
  rules: Readonly<Record<string, unknown>>
  awardPolicy: AwardPolicy | null
  entries: number
  seed: string
  panel: number
  /** The units of full marks. */
  full: number
  works: readonly LockedWork[]
  leftOut: readonly LockedLeftOut[]
  marks: readonly LockedMark[]
  /** Of `ranking/2` alone, never empty. */
  corrections?: readonly MarkCorrection[]
  orders: readonly OrderFact[]
  vote: VoteFact | null
  decisions: readonly { entry: string; goesOn: boolean }[]
  levelDecisions: readonly LevelDecision[]
  goesOn: readonly string[]
  awards: readonly { entry: string; level: string; rank: AwardLine['rank'] }[]
  vacancies: readonly Vacancy[]
  /** Public ids, in the order in which they move up. */
  reserves: readonly string[]
}
