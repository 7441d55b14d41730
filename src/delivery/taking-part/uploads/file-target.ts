import type { FileHandle } from 'node:fs/promises'
import type { ChunkTarget } from './receive-chunk.ts'

/** Bytes into an open file from `offset` on; what is in it is what has arrived. */
export function fileTarget(handle: FileHandle, offset: number): ChunkTarget {
  return {
    batchBytes: 512 * 1024,
    write: (buffers, at) => writeAll(handle, buffers, at),
    keep: async () => undefined,
    takeBack: () => handle.truncate(offset),
    close: () => handle.close(),
  }
}

async function writeAll(handle: FileHandle, buffers: Buffer[], at: number): Promise<void> {
  let left = buffers
  let position = at
  while (left.length > 0) {
    const { bytesWritten } = await handle.writev(left, position)
    position += bytesWritten
    let done = bytesWritten
    // A disk that is nearly full takes a part only; the next try says why.
    while (left.length > 0 && done >= left[0]!.length) {
      done -= left[0]!.length
      left = left.slice(1)
    }
    if (done > 0) left = [left[0]!.subarray(done), ...left.slice(1)]
  }
}
