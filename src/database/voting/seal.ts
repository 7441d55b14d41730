export { catchUp } from './seal/catch-up.ts'
export { ledgerFile, UnknownRound, type LedgerFileOptions } from './seal/export.ts'
export { headsSince, ledgerKeysOf, newestHeads, type PublicHead } from './seal/heads.ts'
export { jwkOf, keyId, ledgerKeys, type LedgerKeys, type PublicJwk } from './seal/keys.ts'
export { LedgerRewound } from './seal/new-rows.ts'
export {
  consistencyOf,
  proofOf,
  type BallotProof,
  type RowProof,
  type VoteProof,
} from './seal/proof.ts'
export { sealLedger, type Sealed } from './seal/seal.ts'
export { sealTask } from './seal/task.ts'
