import type { IncomingMessage, ServerResponse } from 'node:http'

const longest = 10_000

/**
 * When an answer goes out before the whole body has come in: the rest is read and thrown away for a
 * while, so that the caller reads why, and then the connection is given up.
 */
export function letGo(request: IncomingMessage, response: ServerResponse): void {
  if (request.complete || request.destroyed) return
  const timer = setTimeout(() => request.destroy(), longest)
  request.once('close', () => clearTimeout(timer))
  response.once('finish', () => request.resume())
}
