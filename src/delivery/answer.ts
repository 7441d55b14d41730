import type { FastifyReply, FastifyRequest, onRequestHookHandler } from 'fastify'
import { LRUCache } from 'lru-cache'
import { cacheUntilChanged, type CacheStats, type Matches } from './cache.ts'
import type { Changes } from './changes.ts'
import { digest } from '../database/digest.ts'
import { compress, encodingFor, type Encoding } from './encodings.ts'
import { isMatch } from './etag.ts'

/** An answer in the making: its JSON, which changes make it wrong, and when it is wrong at the latest. */
export type Made = { body: string | Buffer; matches: Matches; expires?: number }

export type Question = {
  /** Equal for all requests that have the same answer. */
  key: string
  load: () => Promise<Made>
  /** For how long others may keep it, in seconds; 10 unless told. */
  maxAge?: number
  /** False when the same address gets another answer later although nothing changed. */
  byAddress?: boolean
}

export type Answers = {
  /** Answers from the cache, or by `load`; writes the whole answer, so the handler returns `reply`. */
  answer: (
    request: FastifyRequest,
    reply: FastifyReply,
    question: Question,
  ) => Promise<FastifyReply>
  /** Answers an address that was answered before, ahead of routing's validation and handlers. */
  answerKnown: onRequestHookHandler
  stats: () => CacheStats
}

type Kept = {
  body: Buffer
  /** Without quotes. */
  tag: string
  maxAge: number
  expires: number | undefined
  cacheControl: string
  br?: Buffer
  gzip?: Buffer
  /** Which compressed forms somebody asked for before. */
  asked: Set<Encoding>
}

const jsonType = 'application/json; charset=utf-8'
const staleFor = 60
// Below it a compressed answer saves no packet.
const worthCompressing = 1_024
const longestAddress = 1_024

export function openAnswers({
  maxBytes,
  changes,
}: {
  maxBytes: number
  changes: Changes
}): Answers {
  const cache = cacheUntilChanged<Kept>({
    maxBytes,
    changes,
    bytesOf: ({ body, br, gzip }) => body.length + (br?.length ?? 0) + (gzip?.length ?? 0) + 200,
  })
  // Raw address → key: what was understood once need not be read again.
  const keys = new LRUCache<string, string>({
    max: 20_000,
    maxSize: 8 * 2 ** 20,
    sizeCalculation: (key, address) => 2 * (key.length + address.length) + 100,
  })

  const write = (request: FastifyRequest, reply: FastifyReply, kept: Kept, key?: string) => {
    const { method, headers } = request.raw
    const raw = reply.raw
    const isRead = method !== 'POST'
    const encoding =
      kept.body.length < worthCompressing
        ? undefined
        : encodingFor(headers['accept-encoding'] as string)
    let body = kept.body
    let tag = kept.tag
    let used: Encoding | undefined
    if (encoding !== undefined) {
      const made = kept[encoding]
      if (made) {
        body = made
        used = encoding
        tag = `${tag}-${encoding}`
      } else if (key !== undefined) ask(key, kept, encoding)
    }
    const answer: Record<string, string | number> = reply.getHeaders() as Record<string, string>
    answer.vary = 'Accept-Encoding, Origin'
    answer['x-content-type-options'] = 'nosniff'
    answer['cache-control'] = isRead ? cacheControlOf(kept) : 'no-store'
    if (isRead) {
      answer.etag = `"${tag}"`
      const seen = headers['if-none-match']
      if (seen !== undefined && isMatch(seen, kept.tag)) {
        reply.hijack()
        raw.writeHead(304, answer)
        raw.end()
        return reply
      }
    }
    answer['content-type'] = jsonType
    answer['content-length'] = body.length
    if (used) answer['content-encoding'] = used
    reply.hijack()
    raw.writeHead(200, answer)
    raw.end(method === 'HEAD' ? undefined : body)
    return reply
  }

  // The first who asks gets the plain form, the second has it made, the third gets it.
  const ask = (key: string, kept: Kept, encoding: Encoding) => {
    if (!kept.asked.has(encoding)) return void kept.asked.add(encoding)
    if (making.has(kept)) return
    making.add(kept)
    void compress(kept.body, encoding).then((made) => {
      cache.replace(key, kept, { ...kept, [encoding]: made })
    })
  }
  const making = new WeakSet<Kept>()

  return {
    async answer(request, reply, { key, load, maxAge = 10, byAddress = true }) {
      const kept = await cache.through(key, async () => {
        const { body, matches, expires } = await load()
        return { value: keep(body, maxAge, expires), matches, expires }
      })
      const address = request.raw.url!
      if (
        maxBytes > 0 &&
        byAddress &&
        request.raw.method !== 'POST' &&
        address.length <= longestAddress
      ) {
        keys.set(address, key)
      }
      return write(request, reply, kept, key)
    },
    answerKnown(request, reply, done) {
      const { method, url } = request.raw
      if (method === 'GET' || method === 'HEAD') {
        const key = keys.get(url!)
        const kept = key === undefined ? undefined : cache.get(key)
        if (kept !== undefined) return void write(request, reply, kept, key)
      }
      done()
    },
    stats: cache.stats,
  }
}

function keep(text: string | Buffer, maxAge: number, expires: number | undefined): Kept {
  const body = typeof text === 'string' ? Buffer.from(text) : text
  const tag = digest('sha1', body).toString('base64url')
  return {
    body,
    tag,
    maxAge,
    expires,
    cacheControl: cacheControl(maxAge, staleFor),
    asked: new Set(),
  }
}

function cacheControlOf({ maxAge, expires, cacheControl: usual }: Kept): string {
  if (expires === undefined) return usual
  const left = Math.max(0, Math.floor((expires - Date.now()) / 1000))
  return cacheControl(Math.min(maxAge, left), Math.min(staleFor, left))
}

function cacheControl(maxAge: number, stale: number): string {
  return `public, max-age=${maxAge}, stale-while-revalidate=${stale}`
}
