import { readRow, type LedgerRow } from '../../../domain/voting/ledger.ts'
import { headBytes } from '../../../domain/voting/ledger.ts'
import { leafHash, verifyInclusion } from '../../../domain/voting/merkle.ts'
import { readPublicHead, type PublicHead } from './heads.ts'
import { keyId, signatureCheck } from './keys.ts'
import type { BallotProof, RowProof } from './proof.ts'
import { sha256 } from './sha256.ts'

export type CheckedReceipt = {
  head: PublicHead
  /** Is the head signed under one of the keys? */
  isSigned: boolean
  rows: { isIn: boolean; seq: number; row: LedgerRow | null }[]
  /** Votes and voids that have no proof yet. */
  pending: number
}

/**
 * Checks what `GET /v1/votes/receipts/{receipt}` answers, or its `proof` alone: that every row is in
 * the tree of the head, and that the head is signed.
 *
 * @param keys public keys of 32 bytes
 * @returns null when there is nothing to check: it is no receipt, or not sealed yet
 */
export function checkReceipt(given: unknown, keys: readonly Uint8Array[]): CheckedReceipt | null {
  const proof = proofIn(given)
  const head = readPublicHead(proof?.head)
  if (!proof || !head) return null
  const check = keys.find((key) => keyId(key) === head.key)
  const proofs = proof.votes.flatMap((vote) => [
    vote.sealed,
    ...(vote.void ? [vote.void.sealed] : []),
  ])
  const sealed = proofs.filter((one): one is RowProof => one !== null && one !== undefined)
  return {
    head: proof.head!,
    isSigned: check ? signatureCheck(check)(headBytes(head), head.signature) : false,
    rows: sealed.map(({ seq, row, path }) => {
      const bytes = Buffer.from(row, 'base64')
      const read = readRow(bytes)
      const isIn =
        read?.seq === seq &&
        verifyInclusion(sha256, {
          ...{ leaf: seq, size: head.size, root: head.root, leafHash: leafHash(sha256, bytes) },
          proof: path.map((one) => Buffer.from(one, 'base64')),
        })
      return { isIn, seq, row: read }
    }),
    pending: proofs.length - sealed.length,
  }
}

function proofIn(given: unknown): BallotProof | null {
  if (typeof given !== 'object' || given === null) return null
  const { proof, data } = given as { proof?: unknown; data?: unknown }
  const inner = proofIn(proof) ?? proofIn(data)
  if (inner) return inner
  const { votes } = given as Partial<BallotProof>
  const isProof =
    Array.isArray(votes) &&
    votes.every((one) => typeof one === 'object' && one !== null && isRow(one.sealed)) &&
    'head' in given
  return isProof ? (given as BallotProof) : null
}

function isRow(value: unknown): boolean {
  if (value === null) return true
  const { seq, row, path } = (value ?? {}) as Partial<RowProof>
  return (
    Number.isSafeInteger(seq) &&
    typeof row === 'string' &&
    Array.isArray(path) &&
    path.every((one) => typeof one === 'string')
  )
}
