import { boundStream } from './bounded-stream.ts'
import { announcesBody } from './request-body.ts'
import { TurnedAway } from './turn-away.ts'
import type { Admit } from './visit.ts'
import { doorWords } from './words.ts'
import { countFormState } from './write-limits.ts'

/** Largest body of one of the admin's server functions, in bytes (next.config.mjs says the same). */
export const formStateLimit = 4 * 2 ** 20

/** Checks a request to the admin's pages and Next's own files. */
export const admitPage: Admit = async (visit) => {
  const { request, response, target } = visit
  if (request.method === 'GET' || request.method === 'HEAD') return request
  // Server functions: how the admin's forms ask what they look like now.
  const isFunction = request.method === 'POST' && target.kind === 'admin'
  if (!isFunction || !request.headers['next-action']) {
    throw new TurnedAway(405, doorWords.method, 'method', { allow: 'GET, HEAD' })
  }
  await countFormState(visit)
  if (announcesBody(request)) boundStream(request, response, formStateLimit)
  return request
}
