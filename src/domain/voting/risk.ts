export { assess, assessSums, levelFor, scoreOf } from './risk/assess.ts'
export { voterNetwork } from './risk/network.ts'
export { sumsOf } from './risk/round-facts.ts'
export { subjectKey, subjectsOf } from './risk/subject.ts'
export { riskThresholds } from './risk/thresholds.ts'
export { evenness } from './risk/timing.ts'
export {
  riskLevels,
  signalCodes,
  type GroupFacts,
  type GroupRisk,
  type RiskLevel,
  type RiskSignal,
  type RiskSubject,
  type RiskThresholds,
  type RoundFacts,
  type SignalCode,
  type VoteFact,
} from './risk/types.ts'
