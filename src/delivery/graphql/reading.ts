import type { Matches } from '../cache.ts'
import type { Core } from '../core.ts'
import type { Read } from '../read/documents.ts'

/** What one GraphQL answer is made of: it is wrong as soon as any part of it is. */
export type Reading = {
  core: Core
  /** Takes note of what a part depends on, and gives its value. */
  take: <Value>(read: Read<Value>) => Value
  matches: Matches
  expires: () => number | undefined
}

export function openReading(core: Core): Reading {
  const parts: Read<unknown>[] = []
  return {
    core,
    take(read) {
      parts.push(read)
      return read.value
    },
    matches: (change) => parts.some(({ matches }) => matches(change)),
    expires() {
      const ends = parts.flatMap(({ expires }) => expires ?? [])
      return ends.length > 0 ? Math.min(...ends) : undefined
    },
  }
}
