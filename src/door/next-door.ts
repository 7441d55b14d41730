import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Log } from './log.ts'
import { callerNetwork } from '../domain/caller-network.ts'
import { admitApi } from './admit-api.ts'
import { admitGraphql } from './admit-graphql.ts'
import { admitPage } from './admit-page.ts'
import { readCaller } from './caller.ts'
import { settleForwarded } from './forwarded.ts'
import { properAddress } from './one-address.ts'
import type { RateLimits } from './rate-limits.ts'
import { contentPolicy, securityHeaders } from './security-headers.ts'
import { readTarget, type TargetKind } from './target.ts'
import type { Admit } from './visit.ts'

export type HandToNext = (request: IncomingMessage, response: ServerResponse) => Promise<void>

export type NextDoorOptions = {
  log: Log
  handToNext: HandToNext
  limits: RateLimits
  /** `payload.secret`. */
  secret: string
  publicUrl: string
  trustsProxy: boolean
  uploadLimit: number
  production: boolean
}

const admits: Record<TargetKind, Admit> = {
  api: admitApi,
  media: admitApi,
  graphql: admitGraphql,
  admin: admitPage,
  static: admitPage,
  other: admitPage,
}

/** Everything that Next and Payload answer: checked here, then handed on untouched. */
export async function nextDoor(app: FastifyInstance, options: NextDoorOptions): Promise<void> {
  const { log, limits, secret, publicUrl, trustsProxy, uploadLimit, production, handToNext } =
    options
  const https = publicUrl.startsWith('https:')
  // Fastify must not read a body: some are read by the checks, the others by Payload.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, _body, done) => done(null))
  app.all('/*', handle)

  async function handle(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { raw } = request
    const target = readTarget(raw.url ?? '')
    const elsewhere = target.kind === 'admin' && properAddress(raw, publicUrl)
    if (elsewhere) return reply.redirect(elsewhere, 307)
    const caller = readCaller(raw.headers, secret)
    request.caller = caller
    const nonce = randomBytes(16).toString('base64')
    const policy = { kind: target.kind, path: target.path, nonce, dev: !production, https }
    for (const [name, value] of Object.entries(securityHeaders(policy))) {
      reply.raw.setHeader(name, value)
    }
    const admitted = await admits[target.kind]({
      request: raw,
      response: reply.raw,
      target,
      caller,
      network: callerNetwork(request.ip),
      limits,
      uploadLimit,
      production,
    })
    settleForwarded(admitted, publicUrl, trustsProxy)
    admitted.headers['content-security-policy'] = contentPolicy(policy)
    delete admitted.headers['content-security-policy-report-only']
    reply.hijack()
    reply.raw.setHeader('x-request-id', request.id)
    try {
      await handToNext(admitted, reply.raw)
    } catch (err) {
      log.error({ err, id: request.id }, 'Next failed')
      if (!reply.raw.headersSent) reply.raw.writeHead(500)
      reply.raw.end()
    }
    return reply
  }
}
