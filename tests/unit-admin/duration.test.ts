import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDuration } from '../../src/domain/characters.ts'
import { readDuration } from '../../src/plugins/review/admin/duration.ts'

describe('a length as people write it', () => {
  it.each([
    ['8:41', 521],
    ['0:05', 5],
    ['1:02:03', 3723],
    ['8：41', 521],
    ['８：４１', 521],
    ['8分41秒', 521],
    ['8 分 41 秒', 521],
    ['8分钟', 480],
    ['8:', 480],
    ['1小时2分3秒', 3723],
    ['41秒', 41],
    ['2\'35"', 155],
    ['2′35″', 155],
    ['90', 90],
    [' 2:35 ', 155],
  ])('%s is %i seconds', (text, seconds) => {
    expect(readDuration(text)).toBe(seconds)
  })

  it.each(['', 'abc', '8:61', '1:2:3:4', '-5', '2.5', '8::41', '99999:00', '分秒'])(
    '%j is no length',
    (text) => {
      expect(readDuration(text)).toBeNull()
    },
  )

  it('reads back whatever the house writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 86_400 }), (seconds) => {
        expect(readDuration(formatDuration(seconds))).toBe(seconds)
      }),
    )
  })

  it('answers null or whole seconds up to a day, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const seconds = readDuration(text)
        const fine = Number.isInteger(seconds) && seconds! >= 0 && seconds! <= 86_400
        expect(seconds === null || fine).toBe(true)
      }),
    )
  })
})
