export { carryOver, type CarriedOver } from './ranking/carry-over.ts'
export { explain, type Explanation } from './ranking/explain.ts'
export { explanationWords } from './ranking/explain-words.ts'
export { rank } from './ranking/rank.ts'
export { mostByPairs } from './ranking/schulze.ts'
export type {
  JudgeTotal,
  LeftOutReason,
  MarkedWork,
  RankedWork,
  Ranking,
  RankingQuestion,
  RankingRules,
} from './ranking/types.ts'
export { rankingChanges, type RankingChange } from './ranking/what-if.ts'
