import type { FileStore } from '../database/files/store.ts'
import type { SealingKey } from '../database/sealed.ts'
import type { Answers } from './answer.ts'
import type { Changes } from './changes.ts'
import type { Cursors } from './cursor.ts'
import type { Database } from './database.ts'
import type { DeliveryLog } from './log.ts'
import type { TrackDirectory } from './read/tracks.ts'
import type { WordMemory } from './read/word-memory.ts'
import type { Identity } from './taking-part/identity/identity.ts'
import type { LiveSessions } from './taking-part/identity/sessions.ts'
import type { Voting } from './voting/voting.ts'

/** What every route of `/v1` stands on. */
export type Core = {
  database: Database
  changes: Changes
  answers: Answers
  cursors: Cursors
  tracks: TrackDirectory
  words: WordMemory
  sessions: LiveSessions
  /** Who brings people and who these are. */
  identity: Identity
  /** Opens the secrets of clients; a node that only answers readers has none. */
  fieldKey: SealingKey | undefined
  /** Where the public copies of files are. */
  files: FileStore
  /**
   * Where uploads lie while they come in: in pieces if they do so in a bucket, else in a folder, of whose
   * disk so many bytes are to stay free.
   */
  uploads: { folder: string; reserve: number; pieces?: FileStore }
  /** Takes votes. */
  voting: Voting
  log: DeliveryLog
}
