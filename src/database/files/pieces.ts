import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { bucketFolders, type S3Settings } from './settings.ts'
import type { FileStore } from './store.ts'

// Uploads into a bucket lie there as pieces, an object for each chunk that came in, and which of them
// count and in what order stands in PostgreSQL (`upload_pieces`). Not S3's own uploads in parts, and so
// not `@tus/s3-store`: parts have at least 5 MB and phones send 1 MB, so it keeps the rest in an object
// that with every chunk it reads back, deletes and writes anew. That is up to 8 MB moved for 1 MB that
// came, six calls for one, and bytes that were acknowledged are gone if the process ends between the two
// (read in 2.0.7). It also takes an upload that was aborted for one that is whole, and knows
// writers of its own process only. A piece is written once and never touched again.

/** Where pieces of uploads lie: the bucket that files lie in, beside them. */
export async function openPieces(settings: S3Settings): Promise<FileStore> {
  const { s3Files } = await import('./s3.ts')
  return s3Files(settings, bucketFolders.uploads)
}

/** A name that nobody else gives, even for the same bytes of the same upload. */
export function pieceName(upload: string, start: number): string {
  return `${upload}.${start}.${randomBytes(8).toString('hex')}`
}

/** Which upload a piece belongs to; undefined for what is no piece. */
export function uploadOfPiece(name: string): string | undefined {
  return /^([0-9a-f]{32})\.\d+\.[0-9a-f]{16}$/.exec(name)?.[1]
}

/** Removes all pieces of an upload, those that never counted too. @throws FilesAway */
export async function removePieces(pieces: FileStore, upload: string): Promise<void> {
  let some: string[] = []
  for await (const name of pieces.list(`${upload}.`)) {
    some.push(name)
    if (some.length < atOnce) continue
    await pieces.remove(some)
    some = []
  }
  await pieces.remove(some)
}

const atOnce = 50

/**
 * Writes pieces one behind the other into a file.
 *
 * @returns its size in bytes, or null when one of them is gone
 * @throws FilesAway
 */
export async function joinPieces(
  pieces: FileStore,
  names: readonly string[],
  { to, signal }: { to: string; signal?: AbortSignal },
): Promise<number | null> {
  let size = 0
  let lost = false
  async function* all() {
    for (const name of names) {
      const found = await pieces.read(name)
      if (!found) {
        lost = true
        return
      }
      for await (const part of found.stream as AsyncIterable<Buffer>) {
        size += part.length
        yield part
      }
    }
  }
  await pipeline(all, createWriteStream(to), { signal })
  return lost ? null : size
}
