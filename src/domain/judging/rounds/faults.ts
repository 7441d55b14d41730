import { optionFaults, type OptionFault } from '../asking.ts'
import type { Finding } from '../finding.ts'

const ownFaults = [
  'window',
  'no-criteria',
  'criteria-out-of-place',
  'criterion-key',
  'criterion-twice',
  'anchor-over-full',
  'scale-too-fine',
  'weights-not-100',
  'method-out-of-place',
  'trim-over-quorum',
  'vote-out-of-place',
  'tie-criterion-unknown',
  'tie-step-twice',
  'ties-undecided',
  'threshold-out-of-place',
  'one-judge',
  'disagreement-of-one',
  'not-monotone',
  'round-twice',
  'rounds-overlap',
  'last-carries-over',
  'first-carries-nothing',
] as const

/** Every way in which a round, or a row of rounds, can be wrong. */
export const roundFaults = [...optionFaults, ...ownFaults] as const
export type RoundFault = (typeof ownFaults)[number] | OptionFault
export type RoundFinding = Finding<RoundFault>
