export { assess, levelFor, scoreOf } from './risk/assess.ts'
export { riskThresholds } from './risk/thresholds.ts'
export { evenness } from './risk/timing.ts'
export {
  riskLevels,
  signalCodes,
  type GroupRisk,
  type RiskLevel,
  type RiskSignal,
  type RiskSubject,
  type RiskThresholds,
  type SignalCode,
  type VoteFact,
} from './risk/types.ts'
