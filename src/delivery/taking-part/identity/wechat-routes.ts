import type { FastifyInstance } from 'fastify'
import { wechatIdentities } from '../../../domain/participation/identity.ts'
import { invalidParameter, notFound } from '../../problem.ts'
import { problemResponses } from '../../schemas/problem.ts'
import type { TakingPartOptions } from '../routes.ts'
import { participantProblems } from './schemas.ts'
import { stateSeconds } from './wechat-state.ts'
import { authorizeAddress, personOfCode } from './wechat.ts'

const cookieName = 'wechat_state'
const callbackPath = '/v1/session/wechat/callback'

const away = { 302: { description: '转往下一步 / On to the next step' } }

/** `/v1/session/wechat`: the second way in, by the person's own WeChat. */
export async function wechatRoutes(
  app: FastifyInstance,
  { core: { identity, log } }: TakingPartOptions,
): Promise<void> {
  const { clients, identities, oneUse, states, wechat, publicUrl } = identity
  const settings = () => {
    if (wechat) return wechat
    throw notFound({ zh: '此站没有开通微信登录', en: 'There is no way in through WeChat here' })
  }
  const cookie = (value: string, seconds: number) =>
    [
      `${cookieName}=${value}`,
      `Path=${callbackPath}`,
      `Max-Age=${seconds}`,
      'HttpOnly',
      'SameSite=Lax',
      ...(publicUrl.startsWith('https:') ? ['Secure'] : []),
    ].join('; ')

  app.get<{ Querystring: { client: string; redirect: string } }>(
    '/session/wechat',
    {
      schema: {
        operationId: 'signInByWeChat',
        tags: ['session'],
        summary: '以微信登录：转往微信静默授权 / Sign in by WeChat: sends the browser there',
        querystring: {
          type: 'object',
          additionalProperties: false,
          required: ['client', 'redirect'],
          properties: {
            client: { type: 'string', maxLength: 60, description: '接入方标识 / The client’s id' },
            redirect: {
              type: 'string',
              maxLength: 500,
              description:
                '登录后回到的页面，须在接入方登记的来源之内；登录码在其片段 #session_code= 中 / The page to come back to, on an origin of the client’s; the code is in its fragment',
            },
          },
        },
        response: { ...away, ...problemResponses },
      } as object,
    },
    async ({ query }, reply) => {
      const at = settings()
      const client = await clients.byClientId(query.client)
      if (!client?.isOpen) {
        throw invalidParameter('client', { zh: '没有这个接入方', en: 'there is no such client' })
      }
      if (!isOwnPage(query.redirect, client.origins)) {
        throw invalidParameter('redirect', {
          zh: '不在接入方登记的来源之内',
          en: 'is on no origin of the client’s',
        })
      }
      const { client: name, redirect } = query
      const { state, cookie: kept } = states.write({ client: name, redirect })
      const address = authorizeAddress(at, { callback: `${publicUrl}${callbackPath}`, state })
      return reply.header('set-cookie', cookie(kept, stateSeconds)).redirect(address, 302)
    },
  )

  app.get<{ Querystring: { code?: string; state: string } }>(
    '/session/wechat/callback',
    {
      schema: {
        operationId: 'comeBackFromWeChat',
        tags: ['session'],
        summary: '微信转回本站 / Where WeChat sends the browser back to',
        querystring: {
          type: 'object',
          required: ['state'],
          properties: {
            code: {
              type: 'string',
              maxLength: 512,
              description: '微信给出的登录码 / WeChat’s code',
            },
            state: { type: 'string', maxLength: 128, description: '本站给出的标记 / Our own mark' },
          },
        },
        response: { ...away, ...participantProblems },
      } as object,
    },
    async (request, reply) => {
      const at = settings()
      const { code, state } = request.query
      const errand = states.read(state, cookieOf(request.headers.cookie))
      const client = await clients.byClientId(errand.client)
      // Both may have changed while the person was away.
      if (!client?.isOpen || !isOwnPage(errand.redirect, client.origins)) {
        throw invalidParameter('state', { zh: '接入方已停用', en: 'the client is switched off' })
      }
      const { jti, expiresAt } = errand
      await identities.useUp({ issuer: 0, jti, expiresAt })
      // Whoever says no comes back without a code.
      if (!code) throw invalidParameter('code', { zh: '未授权登录', en: 'the sign-in was refused' })
      const { openid, unionid } = await personOfCode(at, code, log)
      const who = await identities.enter({
        identities: wechatIdentities(at.appId, openid, unionid),
        token: { issuer: 0, jti: `code ${jti}`, expiresAt },
      })
      const given = await oneUse.code({ ...who, client: client.id })
      const target = new URL(errand.redirect)
      target.hash = new URLSearchParams({ session_code: given }).toString()
      return reply.header('set-cookie', cookie('', 0)).redirect(target.href, 302)
    },
  )
}

function isOwnPage(redirect: string, origins: readonly string[]): boolean {
  if (!URL.canParse(redirect)) return false
  const { origin, hash, username, password } = new URL(redirect)
  return origins.includes(origin) && !hash && !username && !password
}

function cookieOf(header: string | undefined): string | undefined {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim())
  return pairs.find((pair) => pair.startsWith(`${cookieName}=`))?.slice(cookieName.length + 1)
}
