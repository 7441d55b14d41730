import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  timingSafeEqual,
} from 'node:crypto'

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
    createSecretKey(createHmac('sha256', secret).update(`vote receipts: ${purpose}`).digest())
  const nonceKey = keyFor('nonce')
  const bodyKey = keyFor('body')
  const nonceOf = (plain: Buffer) =>
    createHmac('sha256', nonceKey).update(plain).digest().subarray(0, 12)
  const counterOf = (nonce: Buffer) => Buffer.concat([nonce, Buffer.alloc(4)])

  return {
    seal({ ballot, round, participant, at }) {
      const plain = Buffer.allocUnsafe(30)
      plain.write(ballot.replaceAll('-', ''), 0, 16, 'hex')
      plain.writeUInt32BE(round, 16)
      plain.writeUInt32BE(participant, 20)
      plain.writeUIntBE(at, 24, 6)
      const nonce = nonceOf(plain)
      const cipher = createCipheriv('aes-256-ctr', bodyKey, counterOf(nonce))
      return Buffer.concat([nonce, cipher.update(plain)]).toString('base64url')
    },
    open(text) {
      if (!shape.test(text)) return null
      const bytes = Buffer.from(text, 'base64url')
      const nonce = bytes.subarray(0, 12)
      const decipher = createDecipheriv('aes-256-ctr', bodyKey, counterOf(nonce))
      const plain = decipher.update(bytes.subarray(12))
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
