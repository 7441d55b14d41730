export { criteriaOfIndicators, scaleOf, type Scale } from './rounds/criteria.ts'
export { describeRound } from './rounds/describe.ts'
export {
  fieldOfRoundPath,
  readRoundFields,
  roundOfFields,
  type RoundFields,
} from './rounds/fields.ts'
export { roundFaults, type RoundFault, type RoundFinding } from './rounds/faults.ts'
export { readRound, readRounds, type ReadRound, type ReadRounds } from './rounds/read.ts'
export {
  roundKinds,
  scoresShownTo,
  type CarryOver,
  type Criterion,
  type EqualAtLine,
  type JudgingRound,
  type Method,
  type RoundKind,
  type ScoresShown,
  type TieStep,
  type VoteBlend,
} from './rounds/types.ts'
export { roundLook, type RoundLook } from './rounds/looks.ts'
export { roundChoices } from './rounds/choices.ts'
export {
  shownRoundState,
  shownRoundWords,
  type RoundState,
  type ShownRoundState,
} from './rounds/shown-state.ts'
