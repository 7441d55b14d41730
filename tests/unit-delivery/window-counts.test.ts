import { describe, expect, it, vi } from 'vitest'
import { openAllowances, type Taken } from '../../src/delivery/allowances.ts'
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

describe('allowances of several processes', () => {
  it('are taken from by all of them together, each by its name', () => {
    vi.useFakeTimers()
    try {
      const listeners: ((taken: Taken) => void)[] = []
      const told: Taken[] = []
      const process = () => {
        const own = listeners.length
        return openAllowances(0.5, {
          hear: (listener) => void listeners.push(listener),
          tell(taken) {
            told.push(taken)
            // As it arrives.
            const message = JSON.parse(JSON.stringify(taken)) as Taken
            for (const [at, listener] of listeners.entries()) if (at !== own) listener(message)
          },
        })
      }
      const [one, two, three] = [process(), process(), process()]
      const [votes, writes] = [one('votes', 20), one('writes', 20)]
      expect(votes.points).toBe(10)
      const elsewhere = two('votes', 20)
      for (let times = 0; times < 6; times += 1) votes.take(7)
      writes.take(7)
      votes.take('7')
      expect(elsewhere.take(7).left).toBe(9)
      expect(told).toEqual([])
      vi.runAllTimers()
      // What is heard is not told again.
      expect(told).toEqual([
        {
          votes: [
            [7, 6],
            ['7', 1],
          ],
          writes: [[7, 1]],
        },
        { votes: [[7, 1]] },
      ])
      expect(votes.take(7).left).toBe(2)
      expect(elsewhere.take(7).left).toBe(2)
      expect(elsewhere.take('7').left).toBe(8)
      expect(three('votes', 20).take(7).left).toBe(9)
      vi.runAllTimers()
      expect(votes.take(7)).toMatchObject({ isOver: true, left: 0 })
    } finally {
      vi.useRealTimers()
    }
  })
})
