import http from 'node:http'
import https from 'node:https'
import { isIP } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { guardedLookup, NotPublic, type Allowed, type Names } from './public-address.ts'

export type WebhookPost = {
  url: string
  /** `webhook-id`: the same at every try, by which receivers know what they had. */
  id: string
  body: string
  /** `whsec_…`; while they are being changed, both. */
  secrets: readonly string[]
  at: Date
}

export type WebhookOptions = {
  /** Which addresses may be connected to. */
  allowed: Allowed
  /** For the whole of it. */
  seconds?: number
  names?: Names
  /** Breaks it off: this process ends. */
  stopping?: AbortSignal
}

/** What became of a try. `gone`: the receiver wants nothing any more (410). `status`: null without an answer. */
export type WebhookAnswer = { ok: boolean; why: string; gone: boolean; status: number | null }

/**
 * Posts a signed webhook (https://www.standardwebhooks.com). The name is looked up once and the connection
 * goes to what was looked up; redirects are not followed, of the answer the status alone is read.
 */
export async function postWebhook(
  { url, id, body, secrets, at }: WebhookPost,
  { allowed, seconds = 10, names, stopping }: WebhookOptions,
): Promise<WebhookAnswer> {
  const late = AbortSignal.timeout(seconds * 1000)
  const signal = stopping ? AbortSignal.any([late, stopping]) : late
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'campaign-webhooks/1',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
  }
  try {
    const status = await statusOf({ url: new URL(url), body, headers, signal, allowed, names })
    const ok = status >= 200 && status < 300
    return { ok, why: ok ? '' : `answered ${status}`, gone: status === 410, status }
  } catch (error) {
    return { ok: false, why: reasonOf(error, late.aborted, seconds), gone: false, status: null }
  }
}

type Asking = {
  url: URL
  body: string
  headers: Record<string, string>
  signal: AbortSignal
  allowed: Allowed
  names: Names | undefined
}

function statusOf({ url, body, headers, signal, allowed, names }: Asking): Promise<number> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  // A literal address is not looked up.
  if (isIP(host) && !allowed(host)) {
    return Promise.reject(new NotPublic(`${host} is not in the public internet`))
  }
  const { request } = url.protocol === 'https:' ? https : http
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      {
        ...{ method: 'POST', signal, agent: false, maxHeaderSize: 16 * 1024 },
        lookup: guardedLookup(allowed, names),
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      },
      ({ statusCode = 0 }) => {
        resolve(statusCode)
        asked.destroy()
      },
    )
    asked.on('error', reject)
    asked.end(body)
  })
}

function reasonOf(error: unknown, timedOut: boolean, seconds: number): string {
  if (error instanceof NotPublic) return 'not an address of the public internet'
  if (timedOut) return `no answer within ${seconds} s`
  const { code, message } = error as { code?: string; message?: string }
  return code ?? message ?? 'failed'
}
