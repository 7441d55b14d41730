import { LRUCache } from 'lru-cache'
import type { Change, Changes } from './changes.ts'

export type Matches = (change: Change) => boolean

/** What a load gives: the value, and which changes make it wrong. */
export type Loaded<Value> = {
  value: Value
  matches: Matches
  /** When it is wrong at the latest, in milliseconds since 1970. */
  expires?: number
}

export type CacheStats = {
  hits: number
  misses: number
  /** Misses less those that shared the load of another. */
  loads: number
  /** Loads that a change overtook: answered, not kept. */
  stale: number
  items: number
  bytes: number
}

export type ChangeCache<Value> = {
  /** What is kept under the key, when it is still right. */
  get: (key: string) => Value | undefined
  /** What is kept, or what `load` gives; who asks for the same at the same time shares one load. */
  through: (key: string, load: () => Promise<Loaded<Value>>) => Promise<Value>
  /** Puts another form of the same value in its place, unless it went meanwhile. */
  replace: (key: string, old: Value, value: Value) => void
  clear: () => void
  stats: () => CacheStats
}

type Kept<Value> = Loaded<Value>
type Loading<Value> = { promise: Promise<Value>; heard: Change[] }

// What a map, a list and a closure cost for each key, roughly.
const overhead = 600

/**
 * Values that are right until a change says otherwise, in bounded memory. While changes are not heard
 * nothing is kept, and with `maxBytes` 0 nothing is ever kept or shared.
 */
export function cacheUntilChanged<Value>({
  maxBytes,
  bytesOf,
  changes,
}: {
  maxBytes: number
  bytesOf: (value: Value) => number
  changes: Changes
}): ChangeCache<Value> {
  const kept =
    maxBytes > 0
      ? new LRUCache<string, Kept<Value>>({
          maxSize: maxBytes,
          sizeCalculation: ({ value }, key) => bytesOf(value) + key.length * 2 + overhead,
        })
      : undefined
  const loading = new Map<string, Loading<Value>>()
  const running = new Set<Loading<Value>>()
  let hits = 0
  let misses = 0
  let loads = 0
  let stale = 0

  changes.subscribe((change) => {
    for (const load of running) load.heard.push(change)
    // Who asks from now on must see the change: no joining what began before it.
    loading.clear()
    if (!kept) return
    if ('all' in change) kept.clear()
    else for (const [key, { matches }] of kept.entries()) if (matches(change)) kept.delete(key)
  })

  const get = (key: string): Value | undefined => {
    const found = kept?.get(key)
    if (found === undefined) return undefined
    if (found.expires !== undefined && found.expires <= Date.now()) {
      kept!.delete(key)
      return undefined
    }
    hits += 1
    return found.value
  }

  const begin = (key: string, load: () => Promise<Loaded<Value>>): Promise<Value> => {
    loads += 1
    const heardFrom = changes.isListening()
    const mine: Loading<Value> = { promise: undefined as never, heard: [] }
    running.add(mine)
    mine.promise = load()
      .then((loaded) => {
        const isRight = !mine.heard.some((change) => 'all' in change || loaded.matches(change))
        if (!isRight) stale += 1
        // Listening now and then, and never told "all" between: it listened all the while.
        else if (heardFrom && changes.isListening()) kept?.set(key, loaded)
        return loaded.value
      })
      .finally(() => {
        running.delete(mine)
        if (loading.get(key) === mine) loading.delete(key)
      })
    loading.set(key, mine)
    return mine.promise
  }

  return {
    get,
    async through(key, load) {
      if (!kept) return (await load()).value
      const found = get(key)
      if (found !== undefined) return found
      misses += 1
      return loading.get(key)?.promise ?? begin(key, load)
    },
    replace(key, old, value) {
      const found = kept?.peek(key)
      if (found?.value === old) kept!.set(key, { ...found, value })
    },
    clear: () => kept?.clear(),
    stats: () => ({
      hits,
      misses,
      loads,
      stale,
      items: kept?.size ?? 0,
      bytes: kept?.calculatedSize ?? 0,
    }),
  }
}
