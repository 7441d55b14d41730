import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto'
import { entryKindList, type EntryKind } from '../../domain/kinds.ts'

export type EntryPlace = { kind: EntryKind; id: number }

export type EntryReferences = {
  write: (place: EntryPlace) => string
  /** Null for anything that `write` did not write. */
  read: (reference: string) => EntryPlace | null
}

/**
 * How a participant's own works are called outside: one AES block over kind and row, so that a name
 * tells nothing of how many works there are and cannot be guessed (twelve bytes must come out as they
 * went in), and nothing has to be stored.
 */
export function entryReferences(secret: string): EntryReferences {
  const key = createHmac('sha256', secret).update('references of own entries').digest()
  return {
    write({ kind, id }) {
      const block = Buffer.alloc(16)
      block[0] = entryKindList.indexOf(kind) + 1
      block.writeUInt32BE(id, 12)
      const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false)
      return Buffer.concat([cipher.update(block), cipher.final()]).toString('base64url')
    },
    read(reference) {
      if (!/^[\w-]{22}$/.test(reference)) return null
      const bytes = Buffer.from(reference, 'base64url')
      if (bytes.toString('base64url') !== reference) return null
      const decipher = createDecipheriv('aes-256-ecb', key, null).setAutoPadding(false)
      const block = Buffer.concat([decipher.update(bytes), decipher.final()])
      const kind = entryKindList[block[0]! - 1]
      if (!kind || block.subarray(1, 12).some((byte) => byte !== 0)) return null
      return { kind, id: block.readUInt32BE(12) }
    },
  }
}
