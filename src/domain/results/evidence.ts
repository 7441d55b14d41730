export { checkEvidence } from './evidence/check.ts'
export { checkLedger } from './evidence/votes.ts'
export { openPoints } from './evidence/rulings.ts'
export { signatureFile } from './evidence/types.ts'
export type {
  CertificateLine,
  EvidenceFault,
  EvidenceManifest,
  EvidenceTools,
  JudgingFile,
  ListLine,
  ObjectionLine,
  RankingLine,
  VoteCount,
} from './evidence/types.ts'
