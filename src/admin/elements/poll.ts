'use client'
import { useEffect } from 'react'
import { refresh } from './remote.ts'

const polled = new Map<string, { watchers: number; timer?: ReturnType<typeof setTimeout> }>()

/**
 * Has an address asked for again and again, so many seconds after each answer, as long as any
 * component wants it and the window can be seen. What comes is read by `useRemote`.
 *
 * @param address null: do not ask
 */
export function usePoll(address: string | null, seconds: number): void {
  useEffect(() => (address ? watch(address, seconds * 1000) : undefined), [address, seconds])
}

// The first who watches sets the pace.
function watch(address: string, ms: number): () => void {
  const one = polled.get(address) ?? { watchers: 0 }
  const wait = () => {
    one.timer = setTimeout(() => void ask(), ms)
  }
  const ask = async () => {
    if (!document.hidden) await refresh(address)
    if (one.watchers > 0) wait()
  }
  if (one.watchers === 0) {
    polled.set(address, one)
    wait()
  }
  one.watchers += 1
  return () => {
    one.watchers -= 1
    if (one.watchers > 0) return
    clearTimeout(one.timer)
    polled.delete(address)
  }
}
