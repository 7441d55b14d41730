export { readListed } from './rounds/listed.ts'
export { policyChange, type PolicyChange } from './rounds/change.ts'
export { fieldOf, policyFieldNames, policyOfFields, type PolicyFields } from './rounds/fields.ts'
export {
  decideRoundStep,
  readReason,
  roundActions,
  roundActionWords,
  roundSteps,
  shownState,
  shownStateWords,
  stepsFrom,
  type RoundAction,
  type ShownState,
} from './rounds/steps.ts'
