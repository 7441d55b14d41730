import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** A 256-bit key and the id that is written beside what it sealed. */
export type SealingKey = { id: string; key: Buffer }

const prefix = 'sealed:'

/**
 * Encrypts a short text with AES-256-GCM.
 *
 * @returns `sealed:<key id>:<iv 12 bytes>:<tag 16 bytes>:<ciphertext>`, base64url parts
 */
export function seal(text: string, { id, key }: SealingKey): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  cipher.setAAD(Buffer.from(id))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  const parts = [iv, cipher.getAuthTag(), body].map((part) => part.toString('base64url'))
  return `${prefix}${id}:${parts.join(':')}`
}

/**
 * Decrypts what {@link seal} made.
 *
 * @param keys by id, so that old values stay readable after a key has been changed
 * @throws when the key is unknown or the value was changed
 */
export function unseal(sealed: string, keys: readonly SealingKey[]): string {
  const [id = '', iv = '', tag = '', body = ''] = sealed.slice(prefix.length).split(':')
  const known = keys.find((key) => key.id === id)
  if (!known) throw new Error(`No key ${id} to open a sealed value with: FIELD_KEY was changed.`)
  const decipher = createDecipheriv('aes-256-gcm', known.key, Buffer.from(iv, 'base64url'))
  decipher.setAAD(Buffer.from(id))
  decipher.setAuthTag(Buffer.from(tag, 'base64url'))
  return Buffer.concat([
    decipher.update(Buffer.from(body, 'base64url')),
    decipher.final(),
  ]).toString('utf8')
}

export function isSealed(value: unknown): value is string {
  return typeof value === 'string' && value.startsWith(prefix)
}
