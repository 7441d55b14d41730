import { expect, test } from 'vitest'
import { samplesOf } from '../../seed/demo/sound.ts'

test('a melody is as long as asked, audible, never clipped and the same each time', () => {
  const samples = samplesOf({ seed: 'a', seconds: 3 })
  expect(samples).toHaveLength(3 * 44_100 * 2)
  expect(same(samplesOf({ seed: 'a', seconds: 3 }), samples)).toBe(true)
  expect(same(samplesOf({ seed: 'b', seconds: 3 }), samples)).toBe(false)
  const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
  expect(loudest).toBeGreaterThan(3_000)
  expect(loudest).toBeLessThan(32_767)
  expect(Math.abs(samples[0]!)).toBeLessThan(50)
  expect(Math.abs(samples.at(-1)!)).toBeLessThan(50)
})

// Half a million numbers one by one take `toEqual` seconds.
function same(a: Int16Array, b: Int16Array): boolean {
  return Buffer.from(a.buffer).equals(Buffer.from(b.buffer))
}
