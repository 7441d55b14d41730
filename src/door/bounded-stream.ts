import { IncomingMessage, type ServerResponse } from 'node:http'
import { tooLarge } from './request-body.ts'
import { turnedAwayBody } from './turn-away.ts'

const stalledAfter = 60_000

/**
 * Lets a body stream through untouched, but counted: over the limit the caller gets a 413 and the
 * connection ends; a body that stalls for a minute ends too.
 *
 * @param limit bytes
 * @throws TurnedAway 413 at once when the announced length is over the limit
 */
export function boundStream(
  request: IncomingMessage,
  response: ServerResponse,
  limit: number,
): void {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge(limit)
  let size = 0
  const stalled = setTimeout(() => request.destroy(), stalledAfter)
  // Node's parser pushes each piece it reads: counting there leaves the stream as it is for its reader.
  const push = request.push
  request.push = function (chunk: Buffer | null, ...rest: [BufferEncoding?]) {
    stalled.refresh()
    if (chunk === null) clearTimeout(stalled)
    else size += chunk.length
    if (size <= limit) return push.call(this, chunk, ...rest)
    clearTimeout(stalled)
    refuse(request, response, limit)
    return false
  }
  request.once('close', () => clearTimeout(stalled))
}

function refuse(request: IncomingMessage, response: ServerResponse, limit: number): void {
  if (request.destroyed) return
  if (!response.headersSent) {
    const refusal = tooLarge(limit)
    response.writeHead(413, { 'content-type': 'application/json', connection: 'close' })
    response.end(JSON.stringify(turnedAwayBody(refusal)))
  }
  response.once('finish', () => request.destroy())
}
