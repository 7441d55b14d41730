import { readWeChatAnswer } from '../../../domain/participation/wechat.ts'
import type { DeliveryLog } from '../../log.ts'
import { Problem } from '../../problem.ts'
import { tokenInvalid } from './token-invalid.ts'

/** Our official account, and where WeChat is: another address in tests. */
export type WeChatSettings = {
  appId: string
  appSecret: string
  /** Where people are sent to, `https://open.weixin.qq.com`. */
  authorizeUrl: string
  /** Where this server asks, `https://api.weixin.qq.com`. */
  apiUrl: string
}

export type WeChatPerson = { openid: string; unionid: string | undefined }

const waits = 5_000
const longestAnswer = 64 * 1024

/** Where a browser goes to come back to `callback` with a code. `state`: at most 128 letters and digits. */
export function authorizeAddress(
  { appId, authorizeUrl }: WeChatSettings,
  { callback, state }: { callback: string; state: string },
): string {
  // WeChat wants the parameters in this order, and the fragment.
  const query = new URLSearchParams([
    ['appid', appId],
    ['redirect_uri', callback],
    ['response_type', 'code'],
    ['scope', 'snsapi_base'],
    ['state', state],
  ])
  return `${authorizeUrl}/connect/oauth2/authorize?${query}#wechat_redirect`
}

/**
 * Asks WeChat whose code this is.
 *
 * @throws Problem 401 `token-invalid` for a code that is wrong, used or a snapshot’s, 503
 *   `wechat-unavailable` for everything else, within some ten seconds
 */
export async function personOfCode(
  settings: WeChatSettings,
  code: string,
  log: DeliveryLog,
): Promise<WeChatPerson> {
  const { appId: appid, appSecret: secret } = settings
  const given = { appid, secret, code, grant_type: 'authorization_code' }
  const answer = readWeChatAnswer(await ask(settings, '/sns/oauth2/access_token', given, log))
  if (!answer.ok) {
    if (answer.why === 'code') throw tokenInvalid('wechat-code')
    if (answer.why === 'snapshot') throw tokenInvalid('wechat-snapshot')
    log.warn({ errcode: answer.errcode }, 'WeChat gave no person for a code')
    throw unavailable()
  }
  const { openid, accessToken, scope } = answer
  // The silent scope asks nobody; only where a person once allowed more does WeChat tell more.
  if (answer.unionid || !scope.split(',').includes('snsapi_userinfo')) {
    return { openid, unionid: answer.unionid }
  }
  const asked = { access_token: accessToken, openid, lang: 'zh_CN' }
  const info = readWeChatAnswer(await ask(settings, '/sns/userinfo', asked, log))
  return { openid, unionid: info.ok && info.openid === openid ? info.unionid : undefined }
}

async function ask(
  { apiUrl }: WeChatSettings,
  path: string,
  query: Record<string, string>,
  log: DeliveryLog,
): Promise<unknown> {
  try {
    const response = await fetch(`${apiUrl}${path}?${new URLSearchParams(query)}`, {
      signal: AbortSignal.timeout(waits),
      redirect: 'error',
    })
    // WeChat says text/plain, and 200 to everything.
    return JSON.parse(await boundedText(response))
  } catch (error) {
    // The address holds the secret, and fetch may say it: only the kind of fault is written down.
    log.warn({ path, fault: (error as Error).name }, 'WeChat did not answer')
    throw unavailable()
  }
}

async function boundedText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  const reader = response.body?.getReader()
  for (let part = await reader?.read(); part && !part.done; part = await reader!.read()) {
    bytes += part.value.length
    if (bytes > longestAnswer) throw new RangeError('too long')
    chunks.push(part.value)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function unavailable(): Problem {
  return new Problem(
    'wechat-unavailable',
    {
      zh: '微信暂时无法登录，请稍后重试',
      en: 'WeChat does not answer just now, try again shortly',
    },
    { headers: { 'retry-after': '5' } },
  )
}
