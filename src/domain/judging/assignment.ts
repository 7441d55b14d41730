export { assign } from './assignment/assign.ts'
export { uncoveredWords } from './assignment/uncovered-words.ts'
export type {
  Assigned,
  Assignment,
  DropReason,
  DroppedPair,
  KeptPair,
  Pair,
  PanelJudge,
  Uncovered,
} from './assignment/types.ts'
