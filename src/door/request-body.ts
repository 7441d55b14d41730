import { IncomingMessage } from 'node:http'
import { doorWords } from './words.ts'
import { TurnedAway } from './turn-away.ts'

const patience = 30_000

/**
 * Reads a request's whole body.
 *
 * @param limit bytes
 * @throws TurnedAway 413 when it is larger, 408 when it takes longer than 30 s, 400 when it breaks off
 */
export function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    const timer = setTimeout(() => fail(tooSlow()), patience)
    const keep = (chunk: Buffer) => {
      size += chunk.length
      if (size > limit) fail(tooLarge(limit))
      else chunks.push(chunk)
    }
    const finish = () => {
      stop()
      resolve(Buffer.concat(chunks, size))
    }
    const broken = () => fail(new TurnedAway(400, doorWords.bodyBrokenOff, 'body-broken-off'))
    const fail = (error: TurnedAway) => {
      stop()
      request.pause()
      reject(error)
    }
    const stop = () => {
      clearTimeout(timer)
      request.off('data', keep).off('end', finish).off('close', broken).off('error', broken)
    }
    if (announcedLength(request) > limit) return fail(tooLarge(limit))
    request.on('data', keep).on('end', finish).on('close', broken).on('error', broken)
  })
}

/**
 * The same request with its body still to be read: what was read at the door is handed on. It is a
 * request of Node's own kind on the same socket, because Next reads more of it than the stream.
 */
export function withBody(request: IncomingMessage, body: Buffer): IncomingMessage {
  const again = new IncomingMessage(request.socket)
  again.httpVersion = request.httpVersion
  again.httpVersionMajor = request.httpVersionMajor
  again.httpVersionMinor = request.httpVersionMinor
  again.method = request.method
  again.url = request.url
  again.headers = { ...request.headers, 'content-length': String(body.length) }
  delete again.headers['transfer-encoding']
  again.rawHeaders = Object.entries(again.headers).flatMap(([name, value]) =>
    [value ?? ''].flat().flatMap((one) => [name, one]),
  )
  again.complete = true
  again.push(body)
  again.push(null)
  return again
}

/** Whether a request announces a body at all. */
export function announcesBody(request: IncomingMessage): boolean {
  return request.headers['transfer-encoding'] !== undefined || announcedLength(request) > 0
}

/** The announced length in bytes; 0 when it says none. */
export function announcedLength({ headers }: IncomingMessage): number {
  return Number(headers['content-length'] ?? 0)
}

export function tooLarge(limit: number): TurnedAway {
  return new TurnedAway(413, doorWords.bodyTooLarge(limit), 'body-too-large')
}

function tooSlow(): TurnedAway {
  return new TurnedAway(408, doorWords.bodyTooSlow, 'body-too-slow', { connection: 'close' })
}
