import { createHmac, timingSafeEqual } from 'node:crypto'
import { hmacWith } from '../database/digest.ts'
import { Problem } from './problem.ts'

/** Where a page ended, in the terms of its order. */
export type Place = readonly (string | number)[]

export type Cursors = {
  /** @param question what the list was asked for: a cursor leads on in this list and no other */
  write: (question: string, place: Place) => string
  /** @throws Problem `bad-cursor` for anything that `write` did not write for this question */
  read: (question: string, cursor: string) => Place
}

const signatureBytes = 16

/** Cursors are opaque and signed: what comes back is exactly what was given out. */
export function openCursors(secret: string): Cursors {
  const key = createHmac('sha256', secret).update('cursors of /v1').digest()
  const mac = hmacWith(key)
  const sign = (question: string, text: Buffer) =>
    mac(Buffer.concat([Buffer.from(`${question}\0`), text])).subarray(0, signatureBytes)
  return {
    write(question, place) {
      const text = Buffer.from(JSON.stringify(place))
      return Buffer.concat([sign(question, text), text]).toString('base64url')
    },
    read(question, cursor) {
      const bytes = Buffer.from(cursor, 'base64url')
      const [signature, text] = [bytes.subarray(0, signatureBytes), bytes.subarray(signatureBytes)]
      // Decoding forgives what is no base64url; a cursor has one spelling.
      if (bytes.toString('base64url') !== cursor || text.length === 0) throw badCursor()
      if (!timingSafeEqual(signature, sign(question, text))) throw badCursor()
      return JSON.parse(text.toString()) as Place
    },
  }
}

export function badCursor(): Problem {
  return new Problem('bad-cursor', {
    zh: 'cursor 不属于此查询，请从第一页重新开始',
    en: 'The cursor does not belong to this question: begin again with the first page',
  })
}
