import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import type { PackFile } from './pieces.ts'

export type Packed = { name: string; sha256: string; bytes: number }

/** A file that comes after all others, made of what those turned out to be. */
export type LastFile = { name: string; text: (packed: readonly Packed[]) => string }

/**
 * Writes a zip onto the disk, a piece at a time, however large it becomes, and gives it to be read: whoever
 * fetches it slowly holds no transaction up. Its name is gone from the disk before the first byte is read.
 */
export async function spoolZip(
  files: readonly PackFile[],
  last: readonly LastFile[],
): Promise<{ bytes: number; stream: Readable }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'evidence-pack-'))
  try {
    const file = path.join(folder, 'pack.zip')
    const bytes = await writeZip(file, files, last)
    const handle = await open(file)
    return { bytes, stream: handle.createReadStream() }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function writeZip(
  file: string,
  files: readonly PackFile[],
  last: readonly LastFile[],
): Promise<number> {
  const packed: Packed[] = []
  const zip = new ZipFile()
  const out = new PassThrough()
  const fail = (error: Error) => void out.destroy(error)
  zip.on('error', fail)
  zip.outputStream.on('error', fail)
  // Each one is asked for when its turn comes: by then everything before it is written.
  const add = (name: string, pieces: () => AsyncIterable<Buffer>) =>
    zip.addReadStreamLazy(name, (give) => {
      const stream = Readable.from(pieces(), { objectMode: false })
      stream.on('error', fail)
      give(null, stream)
    })
  for (const one of files) add(one.name, () => measured(one, packed))
  for (const { name, text } of last) {
    add(name, async function* () {
      yield Buffer.from(text(packed))
    })
  }
  zip.end()
  zip.outputStream.pipe(out)
  const target = createWriteStream(file, { mode: 0o600 })
  await pipeline(out, target)
  return target.bytesWritten
}

async function* measured({ name, pieces }: PackFile, packed: Packed[]): AsyncGenerator<Buffer> {
  const digest = createHash('sha256')
  let bytes = 0
  for await (const piece of pieces()) {
    const chunk = Buffer.from(piece)
    bytes += chunk.length
    digest.update(chunk)
    yield chunk
  }
  packed.push({ name, sha256: digest.digest('hex'), bytes })
}
