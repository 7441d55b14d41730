import { describe, expect, it, vi } from 'vitest'
import { openLanes } from '../../src/database/voting/lanes.ts'
import type { Gathered } from '../../src/database/voting/waiting-line.ts'

/** When to give up; how soon it comes is not what is tried. */
const patient = { timeout: 20_000 }

/** Lanes over a line of so many that wait, batches of a hundred at most; a batch ends when it is told to. */
function scene(most = 4) {
  let waiting = 0
  const begun: number[] = []
  const ends: (() => void)[] = []
  const line = {
    size: () => waiting,
    next: () => {
      const count = Math.min(100, waiting)
      waiting -= count
      return count === 0 ? undefined : ({ slug: 'round', ballots: Array(count) } as Gathered)
    },
  }
  const take = ({ ballots }: Gathered) => {
    begun.push(ballots.length)
    return new Promise<void>((resolve) => ends.push(resolve))
  }
  const lanes = openLanes({ most, line, take })
  const come = (count: number) => {
    waiting += count
    lanes.startSoon()
  }
  return { begun, ends, lanes, come, turn: () => new Promise((resolve) => setImmediate(resolve)) }
}

describe('lanes', () => {
  it('begin with one at once, and with all that came in the same moment', async () => {
    const { begun, come, turn } = scene()
    come(1)
    come(2)
    expect(begun).toEqual([])
    await turn()
    expect(begun).toEqual([3])
  })

  it('let a few gather behind a batch under way, and many begin beside it', async () => {
    const { begun, ends, come, turn } = scene()
    come(1)
    await turn()
    come(5)
    await turn()
    expect(begun).toEqual([1])
    come(60)
    await turn()
    expect(begun).toEqual([1, 65])
    come(3)
    ends.splice(0).forEach((end) => end())
    await vi.waitFor(() => expect(begun).toEqual([1, 65, 3]), patient)
  })

  it('let nobody wait for long behind one that is held up', async () => {
    const { begun, come } = scene()
    come(1)
    await vi.waitFor(() => expect(begun).toEqual([1]), patient)
    come(2)
    await vi.waitFor(() => expect(begun).toEqual([1, 2]), patient)
  })

  it('are never more than there are, and are finished when all that waits is', async () => {
    const { begun, ends, lanes, come, turn } = scene(2)
    come(250)
    await turn()
    expect(begun).toEqual([100, 100])
    let isFinished = false
    const finished = lanes.finish().then(() => (isFinished = true))
    ends.splice(0).forEach((end) => end())
    await vi.waitFor(() => expect(begun).toEqual([100, 100, 50]), patient)
    expect(isFinished).toBe(false)
    ends.splice(0).forEach((end) => end())
    await finished
  })
})
