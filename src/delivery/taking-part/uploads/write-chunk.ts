import { createHash, type Hash } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'

export const checksumAlgorithms = ['sha1', 'sha256', 'md5'] as const
export type Checksum = { algorithm: (typeof checksumAlgorithms)[number]; value: string }

export type Chunk = {
  file: string
  offset: number
  /** How many bytes there may be. */
  most: number
  source: IncomingMessage
  checksum: Checksum | undefined
  /** Aborted when another connection goes on with this upload. */
  signal: AbortSignal
  onBytes: () => void
}

export type Written = { offset: number; ended: 'whole' | 'cut' | 'stopped' }

export const tooMuch = { status_code: 413, body: 'too much' }
export const checksumMismatch = { status_code: 460, body: 'checksum' }
export const diskFull = { status_code: 507, body: 'disk full' }

const batchBytes = 512 * 1024

/**
 * Writes a chunk as it comes in: while one part is being written the next is received, and no more than
 * these two are in memory. What came before a connection broke is kept, unless a checksum of the whole
 * chunk was announced. When this has resolved or thrown nothing is written any more.
 *
 * @throws 413 when there is more than `most`, 460 when the checksum differs, 507 on a full disk
 */
export async function writeChunk({
  file,
  offset,
  most,
  source,
  checksum,
  signal,
  onBytes,
}: Chunk): Promise<Written> {
  const hash: Hash | undefined = checksum && createHash(checksum.algorithm)
  const handle = await open(file, 'r+')
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
    writing = writeAll(handle, buffers, at)
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
        onBytes()
        received += piece.length
        if (received > most) throw tooMuch
        hash?.update(piece)
        batch.push(piece)
        waiting += piece.length
        if (waiting >= batchBytes) await flush()
      }
    } catch (error) {
      if (!isCut(error)) throw error
      ended = signal.aborted ? 'stopped' : 'cut'
    }
    if (signal.aborted && ended === 'whole') ended = 'stopped'
    await flush()
    await writing
    if (ended === 'whole' && !source.complete) ended = 'cut'
    if (hash && (ended !== 'whole' || hash.digest('base64') !== checksum!.value)) {
      await handle.truncate(offset)
      if (ended === 'whole') throw checksumMismatch
      return { offset, ended }
    }
    return { offset: position, ended }
  } catch (error) {
    await writing.catch(() => undefined)
    if (error === tooMuch) await handle.truncate(offset)
    throw isFull(error) ? diskFull : error
  } finally {
    signal.removeEventListener('abort', stop)
    await handle.close()
  }
}

type Handle = Awaited<ReturnType<typeof open>>

async function writeAll(handle: Handle, buffers: Buffer[], at: number): Promise<void> {
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

const cuts = ['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'ABORT_ERR', 'ERR_STREAM_DESTROYED']

function isCut(error: unknown): boolean {
  return cuts.includes((error as NodeJS.ErrnoException | null)?.code ?? '')
}

export function isFull(error: unknown): boolean {
  return /^(ENOSPC|EDQUOT|EFBIG)$/.test((error as NodeJS.ErrnoException | null)?.code ?? '')
}
