export { openAudit, type Audit } from './ledger/audit.ts'
export {
  fileFault,
  headFault,
  ledgerFaultCodes,
  type LedgerFault,
  type LedgerFaultCode,
} from './ledger/faults.ts'
export {
  brokenLink,
  headBytes,
  headHash,
  nextHead,
  readHead,
  type LedgerHead,
} from './ledger/head.ts'
export {
  readRow,
  rowBytes,
  voidClasses,
  voterMessage,
  type LedgerRow,
  type VoidClass,
  type VoidRow,
  type VoteRow,
} from './ledger/row.ts'
export {
  addTally,
  countRow,
  tallyOf,
  totalOf,
  type EntryTally,
  type Tally,
} from './ledger/tally.ts'
