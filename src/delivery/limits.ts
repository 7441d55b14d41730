import type { FastifyInstance, FastifyReply } from 'fastify'
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import { callerNetwork } from '../domain/caller-network.ts'
import { invalidParameter, Problem } from './problem.ts'
import type { Session } from './taking-part/identity/session-token.ts'

/**
 * How often in a minute, before the scale. Behind one address of a mobile carrier are thousands of
 * phones; an App that names itself in `X-Client-Id` is also counted alone. Pictures come twenty to a
 * page and are sent from the disk, so they have an allowance of their own; so have ballots, of which
 * quick thumbs cast a few a second.
 */
export const publicLimits = { address: 6_000, client: 1_200, media: 30_000, writes: 60, votes: 300 }

/** How many times the allowance of an address a client of the high tier has there for its people. */
export const highTier = 10

const seconds = 60
const clientId = /^[A-Za-z0-9_-]{1,64}$/

/**
 * Counts requests of `/v1`; says on each answer how many are left, and 429 when none is. People of a
 * client of the high tier are counted together and apart from everybody else at their address.
 *
 * @param recall the session of a token that was found good a moment ago
 */
export function limitRequests(
  app: FastifyInstance,
  scale: number,
  recall: (token: string) => Session | undefined,
): void {
  const limiter = (keyPrefix: string, points: number) =>
    new RateLimiterMemory({
      keyPrefix,
      points: Math.max(1, Math.round(points * scale)),
      duration: seconds,
    })
  const byAddress = limiter('a', publicLimits.address)
  const byClient = limiter('c', publicLimits.client)
  const byMedia = limiter('m', publicLimits.media)
  const byTrusted = limiter('t', publicLimits.address * highTier)
  const media = `${app.prefix}/media/`

  app.addHook('onRequest', (request, reply, done) => {
    const network = callerNetwork(request.ip)
    const isMedia = request.raw.url!.startsWith(media)
    const first = isMedia ? byMedia : byAddress
    const client = request.headers['x-client-id']
    const refuse = (limiter: RateLimiterMemory) => (found: RateLimiterRes) => {
      tell(reply, limiter.points, found)
      done(tooMany(found))
    }
    const session = recalled(request.headers.authorization, recall)
    if (session?.rateTier === 'high') {
      byTrusted.consume(`${network} ${session.client}`).then((found) => {
        tell(reply, byTrusted.points, found)
        done()
      }, refuse(byTrusted))
      return
    }
    if (client === undefined || isMedia) {
      first.consume(network).then((found) => {
        tell(reply, first.points, found)
        done()
      }, refuse(first))
      return
    }
    if (typeof client !== 'string' || !clientId.test(client)) {
      done(
        invalidParameter('X-Client-Id', {
          zh: '应为 1 至 64 个字母、数字、- 或 _',
          en: 'must be 1 to 64 letters, digits, - or _',
        }),
      )
      return
    }
    first.consume(network).then((ofAddress) => {
      byClient.consume(`${network} ${client}`).then((ofClient) => {
        const isTighter = ofClient.remainingPoints <= ofAddress.remainingPoints
        if (isTighter) tell(reply, byClient.points, ofClient)
        else tell(reply, first.points, ofAddress)
        done()
      }, refuse(byClient))
    }, refuse(first))
  })
}

/** Counts what one participant changes, wherever they are. @throws Problem 429 */
export const limitWrites = (scale: number) => limitOf('w', publicLimits.writes * scale)

/** Counts the ballots of one participant. @throws Problem 429 */
export const limitVotes = (scale: number) => limitOf('v', publicLimits.votes * scale)

function limitOf(keyPrefix: string, often: number): (participant: number) => Promise<void> {
  const limiter = new RateLimiterMemory({
    keyPrefix,
    points: Math.max(1, Math.round(often)),
    duration: seconds,
  })
  return async (participant) => {
    await limiter.consume(participant).catch((found: RateLimiterRes) => {
      throw tooMany(found)
    })
  }
}

function recalled(
  authorization: string | undefined,
  recall: (token: string) => Session | undefined,
): Session | undefined {
  return authorization?.startsWith('Bearer ') ? recall(authorization.slice(7)) : undefined
}

function tell(
  reply: FastifyReply,
  limit: number,
  { remainingPoints, msBeforeNext }: RateLimiterRes,
) {
  reply.header('ratelimit-limit', limit)
  reply.header('ratelimit-remaining', remainingPoints)
  reply.header('ratelimit-reset', Math.ceil(msBeforeNext / 1000))
}

function tooMany({ msBeforeNext }: RateLimiterRes): Problem {
  const wait = Math.max(1, Math.ceil(msBeforeNext / 1000))
  return new Problem(
    'too-many-requests',
    {
      zh: `请求过于频繁，请在 ${wait} 秒后重试`,
      en: `Too many requests, try again in ${wait} s`,
    },
    { headers: { 'retry-after': String(wait) } },
  )
}
