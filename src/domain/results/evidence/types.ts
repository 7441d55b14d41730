import type { LockedRanking } from '../../judging/locked.ts'
import type { Hash, ResultList } from '../frozen.ts'

/** What is wrong with a pack, and in which of its files. `what` is for people, in English. */
export type EvidenceFault = { file: string; what: string }

/** What a stranger's machine brings along; the domain imports nothing. */
export type EvidenceTools = {
  hash: Hash
  /** Is the text signed under the key of this id, out of those that are trusted? */
  isSigned: (text: string, signature: string, key: string) => boolean
  /** Is this a head of the ledger, signed under a key that is trusted? */
  isSignedHead: (head: unknown) => boolean
}

export type EvidenceManifest = {
  format: 'evidence/1'
  result: string
  campaign: string
  track: string
  madeAt: string
  files: { name: string; sha256: string; bytes: number }[]
}

export type ListLine = {
  version: number
  file: string
  sha256: string
  signature: string
  key: string
  /** When the second person confirmed it. */
  at: string
  finalAt: string | null
  /** Numbers of the objections that this version applies. */
  rulings: string[]
}
export type RankingLine = {
  round: string
  version: number
  file: string
  sha256: string
  at: string
}
export type ObjectionLine = {
  number: string
  entry: string | null
  state: string
  effect: string | null
  filedAt: string
  ruledAt: string | null
  /** The first version that applies it. */
  appliedIn: number | null
  [more: string]: unknown
}
export type JudgingFile = {
  round: string
  panel: { judge: string; addedAt: string; leftAt: string | null }[]
  assignment: {
    number: number
    judge: string
    dropped: string | null
    handedIn: boolean
    marks: Record<string, number> | null
    passes: boolean | null
  }[]
  recusals: { judge: string; number: number; kind: string; at: string }[]
  log: unknown[]
}
/** A vote as a ranking counts it: what is in the ledger up to one of its heads. Null: nobody voted. */
export type VoteCount = {
  round: string
  total: number
  entries: { entry: string; total: number; voided: number }[]
  /** Voided votes by class. */
  voids: Record<string, number>
  head: { number: number; root: string } | null
}
export type CertificateLine = {
  number: string
  entry: string
  name: string
  work: string
  level: string
  version: number
  listSha256: string
  state: string
}

export const signatureFile = 'manifest.sig.json'

/** A pack while it is read: `json` names a file that is none, `say` what is wrong. */
export type Given = {
  files: ReadonlyMap<string, Uint8Array>
  tools: EvidenceTools
  say: (file: string, what: string) => void
  text: (name: string) => string | null
  json: <T>(name: string) => T | null
}
export type Lists = { line: ListLine; list: ResultList }[]
/** By the hash of their texts. */
export type Rankings = Map<string, { locked: LockedRanking; file: string }>

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
