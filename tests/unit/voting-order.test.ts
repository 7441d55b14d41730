import { createCipheriv, createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orderFor, type KeyedStream } from '../../src/domain/voting/order.ts'

const keyed =
  (secret: string): KeyedStream =>
  (message, length) => {
    const key = createHmac('sha256', secret).update(message).digest()
    return createCipheriv('aes-256-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(length))
  }
const stream = keyed('a secret of the server')
const works = Array.from(
  { length: 10 },
  (_, index) => `2022-PHO-${String(index + 1).padStart(6, '0')}`,
)
const order = (voter: string, items: readonly string[] = works, round = 'r1', by = stream) =>
  orderFor(by, { round, voter }, items, (id) => Number(id.slice(-6)))

/** Pearson’s statistic of counts that should be equal. */
const chiSquare = (counts: readonly number[]) => {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
}

describe('the order that a voter sees', () => {
  it('holds each work once, and is the same however the works came', () => {
    fc.assert(
      fc.property(fc.string(), fc.shuffledSubarray(works), (voter, items) => {
        expect(order(voter, items)).toEqual(order(voter, [...items].sort()))
        expect([...order(voter, items)].sort()).toEqual([...items].sort())
      }),
    )
  })

  it('moves nothing else when a work comes or goes', () => {
    fc.assert(
      fc.property(fc.string(), fc.subarray(works), (voter, items) => {
        expect(order(voter).filter((id) => items.includes(id))).toEqual(order(voter, items))
      }),
    )
  })

  it('is another for another voter, round or secret', () => {
    const orders = new Set(Array.from({ length: 1000 }, (_, voter) => order(`${voter}`).join()))
    expect(orders.size).toBe(1000)
    expect(order('1', works, 'r2')).not.toEqual(order('1'))
    expect(order('1', works, 'r1', keyed('another'))).not.toEqual(order('1'))
    // Parts cannot run into each other.
    expect(order('1', works, 'r11')).not.toEqual(order('11', works, 'r1'))
  })

  it('is fair: every work is as often in every place, and before every other', () => {
    const voters = 5_000
    const places = works.map(() => works.map(() => 0))
    const firstOf = works.map(() => works.map(() => 0))
    for (let voter = 0; voter < voters; voter += 1) {
      const seen = order(`participant ${voter}`).map((id) => works.indexOf(id))
      seen.forEach((work, place) => {
        places[work]![place]! += 1
        for (const later of seen.slice(place + 1)) firstOf[work]![later]! += 1
      })
    }
    // 9 degrees of freedom: 33.7 is passed by chance once in 10,000; the secret is fixed, so is the sum.
    for (const counts of places) expect(chiSquare(counts)).toBeLessThan(33.7)
    for (const place of works.keys()) {
      expect(chiSquare(places.map((counts) => counts[place]!))).toBeLessThan(33.7)
    }
    works.forEach((_, a) =>
      works.forEach((_work, b) => {
        // 5 standard deviations of a fair coin.
        if (a !== b)
          expect(Math.abs(firstOf[a]![b]! - voters / 2)).toBeLessThan(5 * Math.sqrt(voters / 4))
      }),
    )
  })
})
