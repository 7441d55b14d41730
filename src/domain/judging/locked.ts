export { lockedOf, lockedText, roundData } from './locked/build.ts'
export { checkLocked, type LockedFault } from './locked/check.ts'
export { corrected, handedIn } from './locked/corrections.ts'
export { judgeFacts, type Judged } from './locked/judge-facts.ts'
export { factsOf, parseLocked } from './locked/parse.ts'
export type {
  LevelDecision,
  LockedLeftOut,
  LockedMark,
  LockedRanking,
  LockedWork,
  MarkCorrection,
  MarkFact,
  OrderFact,
  RankingFacts,
  VoteFact,
  WorkFact,
} from './locked/types.ts'
