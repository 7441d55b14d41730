import type { DataStore } from '@tus/server'
import { rm, stat } from 'node:fs/promises'
import { removePieces } from '../../../database/files/pieces.ts'
import type { Core } from '../../core.ts'
import { FolderStore } from './folder-store.ts'
import { PieceStore } from './piece-store.ts'
import { expectRoom, roomForChunks } from './room.ts'
import type { UploadRow } from './rows.ts'

/** Where the bytes of uploads lie while they come in: in a folder, or in a bucket. */
export type UploadPlace = {
  /** As the protocol's library sees it. */
  store: DataStore
  /** How many bytes have arrived. */
  arrived: (row: Pick<UploadRow, 'id' | 'received'>) => Promise<number>
  /** Removes what has arrived of an upload whose row is gone. */
  discard: (id: string) => Promise<void>
  /** @throws Problem 507 `storage-full` */
  expectRoom: (bytes: number) => Promise<void>
  expectRoomForChunk: () => Promise<void>
}

export function openPlace({ uploads, database, log }: Core): UploadPlace {
  const { pieces, folder, reserve } = uploads
  if (!pieces) return folderPlace(folder, reserve)
  return {
    store: new PieceStore({ pieces, database }),
    arrived: async ({ received }) => received,
    async discard(id) {
      // Nobody waits for it, least of all where the bucket is away: what is left the sweeper takes.
      removePieces(pieces, id).catch((err: unknown) =>
        log.warn({ err }, 'pieces of an upload could not be removed'),
      )
    },
    // A bucket says itself when it is full.
    expectRoom: async () => undefined,
    expectRoomForChunk: async () => undefined,
  }
}

function folderPlace(folder: string, reserve: number): UploadPlace {
  const store = new FolderStore(folder)
  return {
    store,
    arrived: ({ id }) =>
      stat(store.fileOf(id)).then(
        ({ size }) => size,
        () => 0,
      ),
    discard: (id) => rm(store.fileOf(id), { force: true }),
    expectRoom: (bytes) => expectRoom(folder, bytes, reserve),
    expectRoomForChunk: roomForChunks(folder, reserve),
  }
}
