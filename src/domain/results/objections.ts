export { checkFiling, filingFaults, type Filing, type FilingFault } from './objections/filing.ts'
export {
  decideObjection,
  isHandled,
  objectionActions,
  objectionStates,
  objectionStateWords,
  objectionSteps,
  type ObjectionAction,
  type ObjectionState,
} from './objections/steps.ts'
export { dueAt, isLate, reminderOf, type ObjectionTerms } from './objections/terms.ts'
export { objectionView, publicLine, type Objection } from './objections/view.ts'
export {
  applyRulings,
  type AwardList,
  type Ruling,
  type RulingEffect,
} from './objections/rulings.ts'
export {
  isNamed,
  objectionLimits,
  readObjection,
  type Evidence,
  type GivenObjection,
} from './objections/given.ts'
export { isRecused, unitsTooNear } from './objections/recusal.ts'
