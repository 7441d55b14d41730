import { createHash, createHmac, randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { digest, hmacWith } from '../../src/database/digest.ts'

describe('a digest', () => {
  it.each([0, 1, 63, 64, 65, 1_000])('of %i bytes is the one that everybody computes', (length) => {
    const data = randomBytes(length)
    expect(digest('sha1', data)).toEqual(createHash('sha1').update(data).digest())
    const key = randomBytes(32)
    expect(hmacWith(key)(data)).toEqual(createHmac('sha256', key).update(data).digest())
  })
})
