import type { IncomingMessage } from 'node:http'
import { boundedList } from './bounded-list.ts'
import { boundStream } from './bounded-stream.ts'
import { bodyKind } from './content-type.ts'
import { accountAction, countAttempt, emailIn, loginBodyLimit } from './login-limits.ts'
import { checkQuery, queryLimits } from './query-check.ts'
import { checkedObject } from './read-json.ts'
import { announcesBody, readBody, withBody } from './request-body.ts'
import { TurnedAway } from './turn-away.ts'
import type { Admit, Visit } from './visit.ts'
import { doorWords } from './words.ts'
import { countWrite } from './write-limits.ts'

/** Largest JSON body, in bytes. */
export const jsonLimit = 2 ** 20
/** Largest list of words that is brought in, in bytes: as text, too, the way such lists are passed on. */
const wordsLimit = 2 ** 21

const reads = ['GET', 'HEAD', 'OPTIONS']

/** Checks a request to Payload's REST API. */
export const admitApi: Admit = async (visit) => {
  const { request, target } = visit
  if (isQuestionInBody(request)) return admitQuestion(visit)

  const method = request.method!
  const query = checkQuery(target.search)
  const { path } = target
  const inAdmin = visit.caller.hasCookie
  request.url = target.rawPath + boundedList(target.search, { method, path, query, inAdmin })
  if (reads.includes(method)) return request

  const action = accountAction(path)
  if (!action) await countWrite(visit)
  if (!announcesBody(request)) {
    if (needsBody(method, path)) throw new TurnedAway(400, doorWords.bodyMissing, 'body-missing')
    if (action) await countAttempt(visit, { action, email: undefined })
    return request
  }
  const kind = bodyKind(request)
  if (isWords(path) && (kind === 'json' || kind === 'other')) {
    const body = await readBody(request, wordsLimit)
    if (kind === 'json') checkedObject(body)
    return withBody(request, body)
  }
  if (kind !== 'json' && kind !== 'multipart') {
    throw new TurnedAway(415, doorWords.contentType, 'content-type')
  }
  if (action) {
    const body = await readBody(request, loginBodyLimit)
    if (kind === 'json') checkedObject(body)
    const email = await emailIn(body, request.headers['content-type']!)
    await countAttempt(visit, { action, email })
    return withBody(request, body)
  }
  if (kind === 'multipart') {
    boundStream(request, visit.response, visit.uploadLimit)
    return request
  }
  const body = await readBody(request, jsonLimit)
  if (body.length > 0) checkedObject(body)
  return withBody(request, body)
}

// The endpoint itself says which types it reads.
function isWords(path: string): boolean {
  return /^\/api\/word-lists\/\d{1,9}\/import$/.test(path)
}

// A document is made or changed; Payload fails on the very first field of nothing.
function needsBody(method: string, path: string): boolean {
  const isDocument = /^\/api\/[^/]+(?:\/[^/]+)?$/.test(path)
  return method === 'PATCH' ? isDocument : method === 'POST' && /^\/api\/[^/]+$/.test(path)
}

// The admin puts long questions into the body of a POST (read in payload/dist/utilities/handleEndpoints.js).
function isQuestionInBody({ method, headers }: IncomingMessage): boolean {
  const overrides = ['x-payload-http-method-override', 'x-http-method-override']
  return method === 'POST' && overrides.some((name) => headers[name] === 'GET')
}

async function admitQuestion(visit: Visit): Promise<IncomingMessage> {
  const { request, target, caller } = visit
  const kind = bodyKind(request)
  if (kind !== 'form') throw new TurnedAway(415, doorWords.formOnly, 'content-type')
  const body = (await readBody(request, queryLimits.body)).toString()
  // Payload joins them with a second question mark, so they are read as one here, too.
  const search = target.search ? `${target.search}?${body}` : `?${body}`
  const query = checkQuery(search)
  const inAdmin = caller.hasCookie
  const bounded = boundedList(search, { method: 'GET', path: target.path, query, inAdmin })
  request.url = target.rawPath
  return withBody(request, Buffer.from(bounded.slice(1)))
}
