import type { Answers } from './answer.ts'
import type { Changes } from './changes.ts'
import type { Cursors } from './cursor.ts'
import type { Database } from './database.ts'
import type { DeliveryLog } from './log.ts'
import type { TrackDirectory } from './read/tracks.ts'
import type { WordMemory } from './read/word-memory.ts'

/** What every route of `/v1` stands on. */
export type Core = {
  database: Database
  changes: Changes
  answers: Answers
  cursors: Cursors
  tracks: TrackDirectory
  words: WordMemory
  /** Where the public copies of files are, an absolute path. */
  mediaDir: string
  log: DeliveryLog
}
