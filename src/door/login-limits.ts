import type { ServerResponse } from 'node:http'
import type { GraphqlAsked } from './graphql-check.ts'
import { doorWords } from './words.ts'
import { TurnedAway } from './turn-away.ts'
import type { Visit } from './visit.ts'

/** What a request wants of an account without being logged in to it. */
export type AccountAsk = { action: 'login' | 'mail' | 'other'; email: string | undefined }

const actions: Record<string, AccountAsk['action']> = {
  login: 'login',
  'forgot-password': 'mail',
  'reset-password': 'other',
  unlock: 'other',
  'first-register': 'other',
  verify: 'other',
}

/** Which of the account's doors a REST path is, if any; `/api/users/login` → `login`. */
export function accountAction(path: string): AccountAsk['action'] | undefined {
  const [, api, , action = ''] = path.split('/')
  return api === 'api' ? actions[action] : undefined
}

/** The same question put by GraphQL; two of them in one request are refused. */
export function graphqlAccountAsk({ rootFields }: GraphqlAsked): AccountAsk | undefined {
  const asks = rootFields.flatMap(({ name, email }): AccountAsk[] => {
    if (name.startsWith('login')) return [{ action: 'login', email }]
    if (name.startsWith('forgotPassword')) return [{ action: 'mail', email }]
    return /^(?:resetPassword|unlock|verifyEmail)/.test(name) ? [{ action: 'other', email }] : []
  })
  if (asks.length > 1) throw new TurnedAway(400, doorWords.oneLogin, 'one-login-at-a-time')
  return asks[0]
}

/** The e-mail address in a login form: JSON, or the `_payload` field of the admin's multipart form. */
export async function emailIn(body: Buffer, contentType: string): Promise<string | undefined> {
  try {
    const text = contentType.startsWith('multipart/')
      ? String(await payloadField(body, contentType))
      : body.toString()
    const { email } = JSON.parse(text) as { email?: unknown }
    return typeof email === 'string' ? email : undefined
  } catch {
    throw new TurnedAway(400, doorWords.badForm, 'form')
  }
}

/**
 * Counts an attempt before it is made, so that many at once are counted too. Five failures close an
 * account's door for a quarter of an hour, whether or not there is such an account; a success (Payload
 * sets its cookie) opens it again.
 *
 * @throws TurnedAway 429 with Retry-After
 */
export async function countAttempt(
  { limits, network, response }: Pick<Visit, 'limits' | 'network' | 'response'>,
  { action, email }: AccountAsk,
): Promise<void> {
  const account = email?.trim().toLowerCase().slice(0, 320)
  if (action === 'mail') {
    await limits.take('mailByAddress', network)
    if (account) await limits.take('mailByAccount', account)
    return
  }
  await limits.take('loginByAddress', network)
  if (action !== 'login' || !account) return
  await limits.take('loginFailuresByAccount', account)
  beforeHead(response, (status) => {
    if (setsSession(response)) void limits.forget('loginFailuresByAccount', account)
    else if (status >= 500) void limits.giveBack('loginFailuresByAccount', account)
  })
}

// Not once it is sent: whoever has the answer may ask again before this process hears that it went out.
function beforeHead(response: ServerResponse, act: (status: number) => void): void {
  const { writeHead } = response
  response.writeHead = function (this: ServerResponse, ...given: Parameters<typeof writeHead>) {
    response.writeHead = writeHead
    act(given[0])
    return writeHead.apply(this, given)
  } as typeof writeHead
}

async function payloadField(body: Buffer, contentType: string): Promise<unknown> {
  const form = new Response(new Uint8Array(body), { headers: { 'content-type': contentType } })
  return (await form.formData()).get('_payload')
}

function setsSession(response: ServerResponse): boolean {
  const cookies = [response.getHeader('set-cookie') ?? []].flat().map(String)
  return cookies.some((cookie) => /^payload-token=[^;]/.test(cookie))
}

/** A login's body is small; more is no login. */
export const loginBodyLimit = 64 * 1024
