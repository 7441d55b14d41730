'use client'
import { useEffect, useSyncExternalStore } from 'react'

/** What is known of one address: nothing yet, an answer, or that it failed. */
export type Remote<T> = { data: T | null; failed: boolean; loading: boolean }

const nothing: Remote<never> = { data: null, failed: false, loading: false }
const known = new Map<string, Remote<unknown>>()
const listeners = new Map<string, Set<() => void>>()
const asking = new Map<string, { version: unknown; answered: Promise<void> }>()

/**
 * The answer of a GET to this server, shared by all components that ask for the same address. It is
 * asked for again whenever `version` changes; the old answer stays until the new one is there.
 *
 * @param address null: do not ask
 */
export function useRemote<T>(address: string | null, version: unknown = 0): Remote<T> {
  useEffect(() => {
    // Several components that show the same answer ask once.
    if (address && asking.get(address)?.version !== version) void refresh(address, version)
  }, [address, version])
  return useSyncExternalStore(
    (onChange) => listen(address, onChange),
    () => ((address && known.get(address)) || nothing) as Remote<T>,
    () => nothing as Remote<T>,
  )
}

/** Asks for an address again and tells everybody who shows it. */
export function refresh(address: string, version: unknown = Symbol(address)): Promise<void> {
  const answered = bring(address, () => asking.get(address)?.answered === answered)
  asking.set(address, { version, answered })
  return answered
}

async function bring(address: string, isLatest: () => boolean): Promise<void> {
  const before = known.get(address) ?? nothing
  put(address, { ...before, loading: true })
  const after = await ask(address)
  if (!isLatest()) return
  asking.delete(address)
  const now = after ? { data: after.data, failed: false } : { ...before, failed: true }
  put(address, { ...now, loading: false })
}

async function ask(address: string): Promise<{ data: unknown } | null> {
  try {
    const answer = await fetch(address, { credentials: 'include' })
    return answer.ok ? { data: await answer.json() } : null
  } catch {
    return null
  }
}

function put(address: string, value: Remote<unknown>): void {
  known.set(address, value)
  listeners.get(address)?.forEach((listener) => listener())
}

function listen(address: string | null, onChange: () => void): () => void {
  if (!address) return () => undefined
  const all = listeners.get(address) ?? new Set()
  listeners.set(address, all.add(onChange))
  return () => {
    all.delete(onChange)
  }
}
