import { describe, expect, it } from 'vitest'
import { windowCounts } from '../../src/delivery/window-counts.ts'

describe('an allowance', () => {
  it('is so many in a window that begins with the first, for each name alone', () => {
    let now = 0
    const { take } = windowCounts(2, 60, () => now)
    expect(take('a')).toEqual({ isOver: false, left: 1, resetsIn: 60_000 })
    now = 59_999
    expect(take('a')).toEqual({ isOver: false, left: 0, resetsIn: 1 })
    expect(take('a')).toEqual({ isOver: true, left: 0, resetsIn: 1 })
    expect(take('b')).toEqual({ isOver: false, left: 1, resetsIn: 60_000 })
    now = 60_000
    expect(take('a')).toEqual({ isOver: false, left: 1, resetsIn: 60_000 })
    expect(take('b')).toEqual({ isOver: false, left: 0, resetsIn: 59_999 })
  })

  it('is forgotten with its window, however many names there were', () => {
    let now = 0
    const counts = windowCounts(1, 60, () => now)
    for (let name = 0; name < 10_000; name += 1) counts.take(name)
    expect(counts.size()).toBe(10_000)
    now = 60_000
    counts.take('next')
    expect(counts.size()).toBe(1)
  })
})
