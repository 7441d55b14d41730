export { describePolicy } from './policy/describe.ts'
export { policyFaults, type PolicyFault, type PolicyFinding } from './policy/finding.ts'
export { readPolicy, validatePolicy, type ReadPolicy } from './policy/read.ts'
export {
  voterGroups,
  type VoteCounts,
  type VotePeriod,
  type VotePolicy,
  type VoterGroup,
} from './policy/types.ts'
