import { expect, it } from 'vitest'
import { gathered } from '../../src/delivery/taking-part/identity/gathered.ts'

it('reads what is asked for together in one go, and each gets its own', async () => {
  const reads: number[][] = []
  const read = gathered<number, string>(async (keys) => {
    reads.push([...keys])
    return new Map(keys.filter((key) => key !== 3).map((key) => [key, `row ${key}`]))
  })
  expect(await Promise.all([1, 2, 3].map(read))).toEqual(['row 1', 'row 2', undefined])
  expect(reads).toEqual([[1, 2, 3]])
})

it('gathers what comes while others are being read', async () => {
  const reads: number[][] = []
  let open = () => {}
  const gate = new Promise<void>((resolve) => (open = resolve))
  const read = gathered<number, number>(async (keys) => {
    reads.push([...keys])
    if (reads.length <= 2) await gate
    return new Map(keys.map((key) => [key, key]))
  })
  const pause = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
  const first = read(1)
  await pause()
  const second = read(2)
  await pause()
  const others = [read(3), read(4)]
  await pause()
  expect(reads).toEqual([[1], [2]])
  open()
  expect(await Promise.all([first, second, ...others])).toEqual([1, 2, 3, 4])
  expect(reads).toEqual([[1], [2], [3, 4]])
})

it('tells everyone of a failure, and goes on', async () => {
  let fails = true
  const read = gathered<number, number>(async (keys) => {
    if (fails) throw new Error('away')
    return new Map(keys.map((key) => [key, key]))
  })
  const failed = await Promise.allSettled([read(1), read(2)])
  expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  fails = false
  expect(await read(1)).toBe(1)
})
