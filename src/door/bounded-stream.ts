import type { IncomingMessage, ServerResponse } from 'node:http'
import { announcedLength, tooLarge } from './request-body.ts'
import { turnedAwayBody } from './turn-away.ts'

const stalledAfter = 60_000
// How much is still read, and thrown away, so that the caller gets to hear the refusal.
const discarded = 64 * 2 ** 20

/**
 * Lets a body stream through untouched, but counted: over the limit the caller gets a 413 and whoever
 * reads the body gets its end; a body that stalls for a minute is cut off.
 *
 * @param limit bytes
 * @throws TurnedAway 413 at once when the announced length is over the limit
 */
export function boundStream(
  request: IncomingMessage,
  response: ServerResponse,
  limit: number,
): void {
  if (announcedLength(request) > limit) throw tooLarge(limit)
  let size = 0
  const stalled = setTimeout(() => request.destroy(), stalledAfter)
  request.once('close', () => clearTimeout(stalled))
  // Node's parser pushes each piece it reads: counting there leaves the stream as it is for its reader.
  const push = request.push
  request.push = function (chunk: Buffer | null, ...rest: [BufferEncoding?]) {
    if (chunk === null) {
      clearTimeout(stalled)
      return push.call(this, chunk)
    }
    stalled.refresh()
    size += chunk.length
    if (size <= limit) return push.call(this, chunk, ...rest)
    refuse(response, limit)
    if (size > limit + discarded) request.destroy()
    return true
  }
}

function refuse(response: ServerResponse, limit: number): void {
  if (response.headersSent) return
  response.writeHead(413, { 'content-type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(turnedAwayBody(tooLarge(limit))))
}
