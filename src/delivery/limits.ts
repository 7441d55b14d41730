import type { FastifyInstance, FastifyReply } from 'fastify'
import { callerNetwork } from '../domain/caller-network.ts'
import type { Allow } from './allowances.ts'
import { invalidParameter, Problem } from './problem.ts'
import type { Session } from './taking-part/identity/session-token.ts'
import type { Counted, WindowCounts } from './window-counts.ts'

/**
 * How often in a minute, before the scale. Behind one address of a mobile carrier are thousands of
 * phones; an App that names itself in `X-Client-Id` is also counted alone. Pictures come twenty to a
 * page and are sent from the disk, so they have an allowance of their own; so have ballots, of which
 * quick thumbs cast a few a second.
 */
export const publicLimits = { address: 6_000, client: 1_200, media: 30_000, writes: 60, votes: 300 }

/** How many times the allowance of an address a client of the high tier has there for its people. */
export const highTier = 10

const clientId = /^[A-Za-z0-9_-]{1,64}$/

/**
 * Counts requests of `/v1`; says on each answer how many are left, and 429 when none is. People of a
 * client of the high tier are counted together and apart from everybody else at their address.
 *
 * @param recall the session of a token that was found good a moment ago
 */
export function limitRequests(
  app: FastifyInstance,
  allow: Allow,
  recall: (token: string) => Session | undefined,
): void {
  const byAddress = allow('address', publicLimits.address)
  const byClient = allow('client', publicLimits.client)
  const byMedia = allow('media', publicLimits.media)
  const byTrusted = allow('high tier', publicLimits.address * highTier)
  const media = `${app.prefix}/media/`

  app.addHook('onRequest', (request, reply, done) => {
    const network = callerNetwork(request.ip)
    const isMedia = request.raw.url!.startsWith(media)
    const client = request.headers['x-client-id']
    const session = recalled(request.headers.authorization, recall)
    if (session?.rateTier === 'high') {
      return count(reply, done, byTrusted, `${network} ${session.client}`)
    }
    const first = isMedia ? byMedia : byAddress
    if (client === undefined || isMedia) return count(reply, done, first, network)
    if (typeof client !== 'string' || !clientId.test(client)) {
      done(
        invalidParameter('X-Client-Id', {
          zh: '应为 1 至 64 个字母、数字、- 或 _',
          en: 'must be 1 to 64 letters, digits, - or _',
        }),
      )
      return
    }
    const ofAddress = first.take(network)
    const ofClient = ofAddress.isOver ? undefined : byClient.take(`${network} ${client}`)
    if (ofClient && (ofClient.isOver || ofClient.left <= ofAddress.left)) {
      tell(reply, byClient.points, ofClient)
    } else tell(reply, first.points, ofAddress)
    const over = [ofAddress, ofClient].find((one) => one?.isOver)
    if (over) done(tooMany(over))
    else done()
  })
}

function count(
  reply: FastifyReply,
  done: (error?: Problem) => void,
  allowance: WindowCounts,
  name: string,
): void {
  const counted = allowance.take(name)
  tell(reply, allowance.points, counted)
  if (counted.isOver) done(tooMany(counted))
  else done()
}

/** Counts what one participant changes, wherever they are. @throws Problem 429 */
export const limitWrites = (allow: Allow) => limitOf(allow('writes', publicLimits.writes))

/** Counts the ballots of one participant. @throws Problem 429 */
export const limitVotes = (allow: Allow) => limitOf(allow('votes', publicLimits.votes))

function limitOf(allowance: WindowCounts): (participant: number) => void {
  return (participant) => {
    const counted = allowance.take(participant)
    if (counted.isOver) throw tooMany(counted)
  }
}

function recalled(
  authorization: string | undefined,
  recall: (token: string) => Session | undefined,
): Session | undefined {
  return authorization?.startsWith('Bearer ') ? recall(authorization.slice(7)) : undefined
}

function tell(reply: FastifyReply, limit: number, { left, resetsIn }: Counted) {
  reply.header('ratelimit-limit', limit)
  reply.header('ratelimit-remaining', left)
  reply.header('ratelimit-reset', Math.ceil(resetsIn / 1000))
}

function tooMany({ resetsIn }: Counted): Problem {
  const wait = Math.max(1, Math.ceil(resetsIn / 1000))
  return new Problem(
    'too-many-requests',
    {
      zh: `请求过于频繁，请在 ${wait} 秒后重试`,
      en: `Too many requests, try again in ${wait} s`,
    },
    { headers: { 'retry-after': String(wait) } },
  )
}
