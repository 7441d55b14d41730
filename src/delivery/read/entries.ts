import type { Matches } from '../cache.ts'
import type { Core } from '../core.ts'
import type { EntriesQuery } from '../schemas/parameters.ts'

/** What a list was asked for, with all that follows from it. */
export type Question = EntriesQuery & {
  /** Equal for equal pages. */
  key: string
  /** The seed was not given but chosen here. */
  seedIsOurs: boolean
}

export type EntryPage = {
  /** JSON of each entry, votes and award in it. */
  items: string[]
  next: string | null
  /** Which changes make the page wrong. */
  matches: Matches
}

/** Checks what the schema cannot, and chooses a seed where one is needed. */
export function questionOf(_core: Pick<Core, 'cursors'>, _query: EntriesQuery): Question {
  throw new Error('not yet')
}

/** One page of published entries. */
export async function listEntries(
  _core: Pick<Core, 'database' | 'cursors' | 'tracks'>,
  _question: Question,
): Promise<EntryPage> {
  throw new Error('not yet')
}

/** The JSON of one published entry in full, or null. */
export async function oneEntry(_core: Pick<Core, 'database'>, _id: string): Promise<string | null> {
  throw new Error('not yet')
}
