import { AsyncLocalStorage } from 'node:async_hooks'
import type { IncomingMessage } from 'node:http'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { FileStore } from '@tus/file-store'
import { Upload } from '@tus/server'
import type { UploadRow } from './rows.ts'
import { diskFull, isFull, writeChunk, type Checksum, type Written } from './write-chunk.ts'
import type { Writing } from './locks.ts'

/** What the request at hand is about; the protocol's library has no place of its own for it. */
export type Exchange = Writing & {
  source: IncomingMessage
  row: Pick<UploadRow, 'id' | 'fileName' | 'bytes' | 'createdAt'>
  checksum: Checksum | undefined
  signal: AbortSignal
  /** How the body came to its end, once it has. */
  ended?: Written['ended']
}

export const exchange = new AsyncLocalStorage<Exchange>()

function current(): Exchange {
  const found = exchange.getStore()
  if (!found) throw new Error('An upload is touched outside of a request')
  return found
}

/**
 * Files in a folder, named by the upload's id. What the library keeps in JSON files beside them is in
 * the table `uploads`, and bytes go from the connection to the disk without the detour over web
 * streams, which costs half of the throughput.
 */
export class UploadStore extends FileStore {
  constructor(directory: string) {
    super({
      directory,
      configstore: {
        get: async (id) => {
          const { row } = current()
          if (row.id !== id) return undefined
          const creation_date = row.createdAt.toISOString()
          return new Upload({ id, size: row.bytes, offset: 0, creation_date })
        },
        set: async () => undefined,
        delete: async () => undefined,
      },
    })
    this.extensions = ['creation', 'creation-with-upload', 'termination', 'expiration', 'checksum']
  }

  override async create(upload: Upload): Promise<Upload> {
    try {
      return await super.create(upload)
    } catch (error) {
      throw isFull(error) ? diskFull : error
    }
  }

  override async write(_empty: unknown, id: string, offset: number): Promise<number> {
    const now = current()
    const { row, source, checksum, signal } = now
    const written = await writeChunk({
      file: this.fileOf(id),
      offset,
      most: row.bytes - offset,
      source,
      checksum,
      signal,
      onBytes: () => void (now.lastByteAt = performance.now()),
    })
    now.ended = written.ended
    return written.offset
  }

  override async remove(id: string): Promise<void> {
    await rm(this.fileOf(id), { force: true })
  }

  fileOf(id: string): string {
    return path.join(this.directory, id)
  }
}
