import { LRUCache } from 'lru-cache'
import type { Search } from './entry-search.ts'

/** Which words were common where, the last time that somebody searched for them. */
export type WordMemory = {
  isCommon: (search: Search) => boolean
  learn: (search: Search, isCommon: boolean) => void
}

/**
 * Only a guess of what is quicker: whatever it says, a search finds the same. A campaign's people search
 * for the same few words all day long, and the common ones among them need not be counted anew each time.
 */
export function rememberWords(): WordMemory {
  const common = new LRUCache<string, true>({ max: 5_000 })
  return {
    isCommon: (search) => common.has(keyOf(search)),
    learn(search, isCommon) {
      if (isCommon) common.set(keyOf(search), true)
      else common.delete(keyOf(search))
    },
  }
}

function keyOf({ grams, scope, order }: Search): string {
  return JSON.stringify([grams.in, grams.query, scope, order])
}
