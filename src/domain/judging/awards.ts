export { award, type Awarded, type AwardLine, type Vacancy } from './awards/award.ts'
export { describeAwards } from './awards/describe.ts'
export { readAwards, type ReadAwards } from './awards/read.ts'
export type { AwardFault, AwardFinding, AwardLevel, AwardPolicy } from './awards/types.ts'
