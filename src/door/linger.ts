import type { IncomingMessage, ServerResponse } from 'node:http'

const most = 64 * 2 ** 20
const longest = 30_000

/**
 * After a refusal: reads on and throws away what the caller is still sending, for a while. A connection
 * that is closed under a caller who writes is reset, and the caller never reads why.
 */
export function linger(request: IncomingMessage, response: ServerResponse): void {
  if (request.complete || request.destroyed) return
  const hangUp = () => void request.destroy()
  const timer = setTimeout(hangUp, longest)
  let size = 0
  request.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size > most) hangUp()
  })
  request.once('close', () => clearTimeout(timer))
  request.once('end', () => clearTimeout(timer))
  response.once('finish', () => request.resume())
}
