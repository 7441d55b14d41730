import { pieceName } from '../../../database/files/pieces.ts'
import { FilesAway, FilesFull, type FileStore } from '../../../database/files/store.ts'
import type { Database } from '../../database.ts'
import { diskFull, type ChunkTarget } from './receive-chunk.ts'
import { notePieces, type Piece } from './rows.ts'

/** Somebody else has gone on with this upload, or it has ended. */
export const movedOn = { status_code: 409, body: 'offset' }
export const bucketAway = { status_code: 503, body: 'bucket' }

// Of silence of the bucket a phone waits out so much, and then sends the chunk again.
const patience = 20_000

type Means = {
  pieces: FileStore
  database: Database
  upload: string
  /** Whether a part of the chunk may stay without the rest. */
  inParts: boolean
}

/**
 * Bytes into a bucket, an object for each batch. A piece counts when its row is written, and until then
 * nobody sees it; those that never count are removed, at the latest by the sweeper.
 */
export function pieceTarget({ pieces, database, upload, inParts }: Means): ChunkTarget {
  let loose: Piece[] = []
  const note = async () => {
    if (loose.length === 0) return
    if (!(await notePieces(database, upload, loose))) throw movedOn
    loose = []
  }
  return {
    batchBytes: 4 * 2 ** 20,
    async write(buffers, at) {
      const bytes = Buffer.concat(buffers)
      const name = pieceName(upload, at)
      loose.push({ start: at, bytes: bytes.length, name })
      const signal = AbortSignal.timeout(patience)
      try {
        await pieces.put(name, bytes, { type: 'application/octet-stream', signal })
      } catch (error) {
        if (error instanceof FilesFull) throw diskFull
        throw error instanceof FilesAway ? bucketAway : error
      }
      if (inParts) await note()
    },
    keep: note,
    takeBack: async () => undefined,
    async close() {
      const names = loose.map(({ name }) => name)
      // Nobody waits for it, least of all where the bucket is away.
      if (names.length > 0) void pieces.remove(names).catch(() => undefined)
    },
  }
}
