import { createHash, type Hash } from 'node:crypto'
import type { Exchange } from './exchange.ts'

export const checksumAlgorithms = ['sha1', 'sha256', 'md5'] as const
export type Checksum = { algorithm: (typeof checksumAlgorithms)[number]; value: string }

/** Where the bytes of one chunk go. */
export type ChunkTarget = {
  /** So many are gathered, then they are written; while they are as many more are received. */
  batchBytes: number
  write: (buffers: Buffer[], at: number) => Promise<void>
  /** All that was written of the chunk is right and has arrived, for everybody to see. */
  keep: () => Promise<void>
  /** Undoes what was written of the chunk. */
  takeBack: () => Promise<void>
  close: () => Promise<void>
}

export type Written = { offset: number; ended: 'whole' | 'cut' | 'stopped' }

export const tooMuch = { status_code: 413, body: 'too much' }
export const checksumMismatch = { status_code: 460, body: 'checksum' }
export const diskFull = { status_code: 507, body: 'disk full' }

/**
 * Writes a chunk as it comes in: while one part is being written the next is received, and no more than
 * these two are in memory. What came before a connection broke is kept, unless a checksum of the whole
 * chunk was announced. When this has resolved or thrown nothing is written any more.
 *
 * @returns the offset of the upload afterwards
 * @throws 413 when there is more than was announced, 460 when the checksum differs, 507 on a full disk
 */
export async function receiveChunk(
  now: Exchange,
  { target, offset }: { target: ChunkTarget; offset: number },
): Promise<number> {
  const { source, checksum, signal } = now
  const most = now.row.bytes - offset
  const hash: Hash | undefined = checksum && createHash(checksum.algorithm)
  let batch: Buffer[] = []
  let waiting = 0
  let received = 0
  let position = offset
  let writing: Promise<unknown> = Promise.resolve()

  const flush = async () => {
    await writing
    if (waiting === 0) return
    const [buffers, at] = [batch, position]
    position += waiting
    batch = []
    waiting = 0
    writing = target.write(buffers, at)
    // Awaited by the next flush; nobody hears it until then.
    writing.catch(() => undefined)
  }
  const stop = () => void source.destroy()
  signal.addEventListener('abort', stop, { once: true })
  let ended: Written['ended'] = 'whole'
  try {
    try {
      for await (const piece of source.iterator({
        destroyOnReturn: false,
      }) as AsyncIterable<Buffer>) {
        now.lastByteAt = performance.now()
        received += piece.length
        if (received > most) throw tooMuch
        // Before this piece goes in: the end of a file is written when its chunk has ended there.
        if (waiting >= target.batchBytes) await flush()
        hash?.update(piece)
        batch.push(piece)
        waiting += piece.length
      }
    } catch (error) {
      if (!isCut(error)) throw error
      ended = signal.aborted ? 'stopped' : 'cut'
    }
    if (signal.aborted && ended === 'whole') ended = 'stopped'
    await flush()
    await writing
    if (ended === 'whole' && !source.complete) ended = 'cut'
    now.ended = ended
    if (hash && (ended !== 'whole' || hash.digest('base64') !== checksum!.value)) {
      await target.takeBack()
      if (ended === 'whole') throw checksumMismatch
      return offset
    }
    await target.keep()
    return position
  } catch (error) {
    await writing.catch(() => undefined)
    if (error === tooMuch) await target.takeBack()
    throw isFull(error) ? diskFull : error
  } finally {
    signal.removeEventListener('abort', stop)
    await target.close()
  }
}

const cuts = ['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'ABORT_ERR', 'ERR_STREAM_DESTROYED']

function isCut(error: unknown): boolean {
  return cuts.includes((error as NodeJS.ErrnoException | null)?.code ?? '')
}

export function isFull(error: unknown): boolean {
  return /^(ENOSPC|EDQUOT|EFBIG)$/.test((error as NodeJS.ErrnoException | null)?.code ?? '')
}
