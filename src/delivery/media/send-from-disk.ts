import { once } from 'node:events'
import { ReadStream } from 'node:fs'
import send from '@fastify/send'
import { outside, type Sending } from './sending.ts'

/** Sends a file of a folder. */
export async function sendFromDisk(
  folder: string,
  { name, file, request, reply }: Sending,
): Promise<boolean> {
  const found = await send(request.raw, `/${encodeURIComponent(name)}`, {
    root: folder,
    index: false,
    etag: false,
    cacheControl: false,
    contentType: false,
  })
  if (found.statusCode === 416) throw outside(found.headers['Content-Range'] ?? 'bytes */0')
  if (found.type !== 'file' || !(await canBeRead(found.stream))) return false
  void reply
    .code(found.statusCode)
    .headers(found.headers)
    .type(file.type)
    .send(found.statusCode === 304 ? undefined : found.stream)
  return true
}

async function canBeRead(stream: NodeJS.ReadableStream): Promise<boolean> {
  if (!(stream instanceof ReadStream)) return true
  return once(stream, 'open').then(
    () => true,
    () => false,
  )
}
