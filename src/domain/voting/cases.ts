export { caseOfRisk, type CaseDraft, type FoundRisk } from './cases/of-risk.ts'
export {
  mostParticipants,
  needsTraces,
  readCaseQuery,
  type CaseFinding,
  type CaseQuery,
  type ReadCaseQuery,
} from './cases/query.ts'
export {
  caseActions,
  caseActionWords,
  caseSteps,
  caseStepsFor,
  decideCaseStep,
  type CaseAction,
  type CaseStepQuestion,
  type Guardian,
} from './cases/steps.ts'
export { caseStates, caseStateWords, voidClassWords, type CaseState } from './cases/words.ts'
export { voidClasses, type VoidClass } from './ledger/row.ts'
