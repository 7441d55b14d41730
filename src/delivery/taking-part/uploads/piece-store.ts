import { DataStore, Upload } from '@tus/server'
import type { FileStore } from '../../../database/files/store.ts'
import type { Database } from '../../database.ts'
import { currentExchange } from './exchange.ts'
import { extensions } from './folder-store.ts'
import { pieceTarget } from './piece-target.ts'
import { receiveChunk } from './receive-chunk.ts'
import { readReceived } from './rows.ts'

/** Uploads as pieces in a bucket; how much of one has arrived stands in its row. */
export class PieceStore extends DataStore {
  constructor(private readonly means: { pieces: FileStore; database: Database }) {
    super()
    this.extensions = extensions
  }

  override async create(upload: Upload): Promise<Upload> {
    return upload
  }

  override async getUpload(id: string): Promise<Upload> {
    const { row } = currentExchange()
    // Under the lock and not from the row at hand: meanwhile another writer may have gone on.
    const offset = await readReceived(this.means.database, id)
    const creation_date = row.createdAt.toISOString()
    return new Upload({ id, size: row.bytes, offset, creation_date })
  }

  override async write(_empty: unknown, id: string, offset: number): Promise<number> {
    const now = currentExchange()
    const inParts = now.checksum === undefined
    return receiveChunk(now, {
      target: pieceTarget({ ...this.means, upload: id, inParts }),
      offset,
    })
  }
}
