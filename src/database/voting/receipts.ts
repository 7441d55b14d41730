import { createCipheriv, createHmac, timingSafeEqual } from 'node:crypto'
import { hmacWith } from '../digest.ts'

/**
 * Which ballot of whom in which round a receipt is for, and when it was cast (in milliseconds): where its
 * votes lie in the ledger. `participant` is who they are written to.
 */
export type Receipt = { ballot: string; round: number; participant: number; at: number }

export type Receipts = {
  /** 56 characters of base64url, always the same for the same ballot; they tell nothing without the secret. */
  seal: (receipt: Receipt) => string
  /** Null for what was not sealed here. */
  open: (text: string) => Receipt | null
}

const shape = /^[\w-]{56}$/

/**
 * Receipts that are stored nowhere: the text itself says, encrypted, where its votes lie. AES-256-CTR under
 * a nonce that is the HMAC of what it hides (the construction of RFC 5297, SIV): it can be neither read nor
 * made without the secret.
 */
export function openReceipts(secret: string): Receipts {
  const keyFor = (purpose: string) =>
    createHmac('sha256', secret).update(`vote receipts: ${purpose}`).digest()
  const hmac = hmacWith(keyFor('nonce'))
  const nonceOf = (plain: Buffer) => hmac(plain).subarray(0, 12)
  // One cipher for all: it turns block after block without remembering any. The key stream of CTR is the
  // blocks of its counter, and to make a cipher for each receipt took longer than all else of it.
  const blocks = createCipheriv('aes-256-ecb', keyFor('body'), null).setAutoPadding(false)
  const counters = Buffer.alloc(32)
  counters[31] = 1
  const withStream = (bytes: Buffer, nonce: Buffer) => {
    counters.set(nonce, 0)
    counters.set(nonce, 16)
    const stream = blocks.update(counters)
    for (let at = 0; at < bytes.length; at += 1) bytes[at]! ^= stream[at]!
    return bytes
  }

  return {
    seal({ ballot, round, participant, at }) {
      const bytes = Buffer.allocUnsafe(42)
      const plain = bytes.subarray(12)
      plain.write(ballot.replaceAll('-', ''), 0, 16, 'hex')
      plain.writeUInt32BE(round, 16)
      plain.writeUInt32BE(participant, 20)
      plain.writeUIntBE(at, 24, 6)
      const nonce = nonceOf(plain)
      bytes.set(nonce)
      withStream(plain, nonce)
      return bytes.toString('base64url')
    },
    open(text) {
      if (!shape.test(text)) return null
      const bytes = Buffer.from(text, 'base64url')
      const nonce = bytes.subarray(0, 12)
      const plain = withStream(bytes.subarray(12), nonce)
      if (!timingSafeEqual(nonceOf(plain), nonce)) return null
      return {
        ballot: uuidOf(plain.subarray(0, 16)),
        round: plain.readUInt32BE(16),
        participant: plain.readUInt32BE(20),
        at: plain.readUIntBE(24, 6),
      }
    },
  }
}

/** Sixteen bytes as PostgreSQL writes a uuid. */
export function uuidOf(bytes: Buffer): string {
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
