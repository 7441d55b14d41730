import type { FastifyInstance } from 'fastify'
import { invalidParameter } from '../../problem.ts'
import type { TakingPartOptions } from '../routes.ts'
import type { Exchanged } from './exchange.ts'
import type { Identity } from './identity.ts'
import { sessionRequest, sessionResponses } from './schemas.ts'
import { notSignedIn } from './session-token.ts'
import { wechatRoutes } from './wechat-routes.ts'

/** How long a session lasts, in seconds. */
export const sessionSeconds = 12 * 3600

type Body = { token?: string; code?: string }

/** `/v1/session`. */
export async function sessionRoutes(
  app: FastifyInstance,
  options: TakingPartOptions,
): Promise<void> {
  const { identity } = options.core
  app.post<{ Body: Body }>(
    '/session',
    {
      bodyLimit: 16 * 1024,
      schema: {
        operationId: 'openSession',
        tags: ['session'],
        summary:
          '以接入方签发的令牌（或微信登录码）换取会话 / Exchange a client’s token for a session',
        body: sessionRequest,
        response: sessionResponses,
      } as object,
    },
    async (request, reply) => {
      const { token, code } = request.body
      if ((token === undefined) === (code === undefined)) {
        throw invalidParameter('token', {
          zh: '应给出 token 或 code 之一',
          en: 'give either token or code',
        })
      }
      const { session, member } =
        token !== undefined ? await identity.exchange(token) : await takeCode(identity, code!)
      const expiresAt = new Date(Date.now() + sessionSeconds * 1000)
      return reply.code(201).send({
        token: await identity.sessions.issue(session, sessionSeconds),
        expiresAt: expiresAt.toISOString(),
        participant: { id: identity.pseudonyms.ofParticipant(session.participant), member },
      })
    },
  )
  await app.register(wechatRoutes, options)
}

async function takeCode(identity: Identity, code: string): Promise<Exchanged> {
  const { jti, expiresAt, member, ...who } = await identity.oneUse.readCode(code)
  await identity.identities.useUp({ issuer: 0, jti, expiresAt })
  const client = await identity.clients.byId(who.client)
  if (!client?.isOpen) throw notSignedIn()
  return { session: { ...who, scopes: client.scopes }, member }
}
