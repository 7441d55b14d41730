import { Readable } from 'node:stream'
import type { PayloadRequest } from 'payload'
import { getRangeRequestInfo } from 'payload/internal'
import { FilesAway, type FileStore } from '../../database/files/store.ts'
import { filesAway } from './store-files.ts'

type Asked = {
  files: FileStore
  filename: string
  req: PayloadRequest
  /** Of the original; its copies are all WebP. */
  type: string | undefined
}

/**
 * A stored file or the part of it that is asked for, with the heads that Payload gives files of a
 * disk; null: it is not there. Fetched as fast as it is read, and no longer than it is.
 */
export async function sendFromBucket({
  files,
  filename,
  req,
  type = 'image/webp',
}: Asked): Promise<Response | null> {
  try {
    const facts = await files.stat(filename)
    if (!facts) return null
    const asked = getRangeRequestInfo({
      fileSize: facts.size,
      rangeHeader: req.headers.get('range'),
    })
    const headers = new Headers(asked.headers)
    const { status } = asked
    if (asked.type === 'invalid') return new Response(null, { status, headers })
    headers.set('Content-Type', type)
    if (req.method === 'HEAD' || facts.size === 0) return new Response(null, { status, headers })
    const isPart = asked.type === 'partial'
    const part = isPart ? { start: asked.rangeStart, end: asked.rangeEnd } : undefined
    const found = await files.read(filename, part)
    return found && new Response(streamOf(found.stream), { status, headers })
  } catch (error) {
    throw error instanceof FilesAway ? filesAway() : error
  }
}

function streamOf(stream: Readable): ReadableStream {
  // Bytes, not pieces: counted in pieces it would take in some hundred megabytes ahead of the reader.
  const strategy = new ByteLengthQueuingStrategy({ highWaterMark: 256 * 1024 })
  return Readable.toWeb(stream, { strategy }) as ReadableStream
}
