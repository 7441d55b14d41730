import http from 'node:http'
import https from 'node:https'
import { isIP } from 'node:net'
import type { Words } from '../../domain/words.ts'
import { guardedLookup, isPublic, NotPublic, type Allowed } from '../../outgoing/public-address.ts'

export type AddressLook = { status: number | null; ok: boolean; words: Words }

export type LookOptions = {
  /** Which IP addresses may be connected to; the public ones unless given. */
  allowed?: Allowed
  /** For one address with all its redirects. */
  seconds?: number
}

/** This server's own connection is at fault: nothing was learnt of the address. */
export class NoNetwork extends Error {
  override name = 'NoNetwork'
}

const mostRedirects = 5
/** Bytes of an answer that are read. */
const mostBytes = 64 * 1024

/**
 * Goes to a web address as a stranger would: HEAD, and GET where HEAD is not answered well; no cookies,
 * at most five redirects, each held to the same rules.
 *
 * @throws NoNetwork when this server has no connection to the internet
 */
export async function lookAtAddress(
  url: string,
  { allowed = isPublic, seconds = 10 }: LookOptions = {},
): Promise<AddressLook> {
  const signal = AbortSignal.timeout(seconds * 1000)
  try {
    let status = await statusOf(url, { method: 'HEAD', allowed, signal })
    if (status >= 400) status = await statusOf(url, { method: 'GET', allowed, signal })
    return { status, ...spoken(status) }
  } catch (error) {
    return { status: null, ok: false, words: reasonOf(error, signal.aborted, seconds) }
  }
}

type Asking = { method: 'HEAD' | 'GET'; allowed: Allowed; signal: AbortSignal }

class BadRedirect extends Error {
  override name = 'BadRedirect'
}

async function statusOf(url: string, asking: Asking): Promise<number> {
  let target = new URL(url)
  for (let redirects = 0; ; redirects += 1) {
    const { status, location } = await answerOf(target, asking)
    if (status < 300 || status >= 400 || !location) return status
    if (redirects === mostRedirects || !URL.canParse(location, target.href)) {
      throw new BadRedirect(target.href)
    }
    target = new URL(location, target)
  }
}

function answerOf(
  target: URL,
  { method, allowed, signal }: Asking,
): Promise<{ status: number; location: string | undefined }> {
  if (target.protocol !== 'http:' && target.protocol !== 'https:') {
    return Promise.reject(new NotPublic(`${target.protocol} is no web address`))
  }
  const host = target.hostname.replace(/^\[|\]$/g, '')
  // Names are looked up and checked on the way; a literal address is not looked up.
  if (isIP(host) && !allowed(host)) {
    return Promise.reject(new NotPublic(`${host} is not in the public internet`))
  }
  const { request } = target.protocol === 'https:' ? https : http
  return new Promise((resolve, reject) => {
    const asked = request(
      target,
      {
        method,
        signal,
        lookup: guardedLookup(allowed),
        agent: false,
        auth: undefined,
        headers: { accept: '*/*', 'user-agent': 'Mozilla/5.0 (compatible; campaign-link-check)' },
        maxHeaderSize: 16 * 1024,
      },
      (answer) => {
        const { statusCode: status = 0, headers } = answer
        let bytes = 0
        const done = () => {
          resolve({ status, location: headers.location })
          asked.destroy()
        }
        answer.on('data', (chunk: Buffer) => {
          bytes += chunk.length
          if (bytes >= mostBytes) done()
        })
        answer.on('end', done)
        answer.on('error', reject)
      },
    )
    asked.on('error', reject)
    asked.end()
  })
}

function spoken(status: number): { ok: boolean; words: Words } {
  if (status >= 200 && status < 300) return { ok: true, words: { zh: '能打开', en: 'opens' } }
  // Sites that want a login or send programs away are there all the same.
  if ([401, 403, 405, 429].includes(status)) {
    const zh = `有应答，但不让程序访问（${status}），请人工打开确认`
    return {
      ok: true,
      words: { zh, en: `answers but turns programs away (${status}); open it yourself` },
    }
  }
  const zh = [404, 410].includes(status) ? `页面不存在（${status}）` : `网站出错（${status}）`
  return { ok: false, words: { zh, en: `answers with ${status}` } }
}

const reasons: Record<string, Words> = {
  ENOTFOUND: { zh: '没有这个网站', en: 'there is no such site' },
  ECONNREFUSED: { zh: '网站拒绝连接', en: 'the site refuses connections' },
  ECONNRESET: { zh: '连接中断', en: 'the connection was cut' },
  EHOSTUNREACH: { zh: '网站无法到达', en: 'the site cannot be reached' },
  ETIMEDOUT: { zh: '网站没有应答', en: 'the site does not answer' },
  HPE_HEADER_OVERFLOW: { zh: '网站应答不合规范', en: 'the site’s answer is malformed' },
}
/** Faults of this server's own connection. */
const own = ['EAI_AGAIN', 'ENETUNREACH', 'ENETDOWN', 'EMFILE', 'ENFILE']

function reasonOf(error: unknown, timedOut: boolean, seconds: number): Words {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  if (error instanceof NotPublic) {
    return { zh: '不是公网网址', en: 'not an address of the public internet' }
  }
  if (error instanceof BadRedirect)
    return { zh: '网站来回跳转', en: 'the site redirects in circles' }
  if (timedOut) return { zh: `${seconds} 秒内没有打开`, en: `did not open within ${seconds} s` }
  if (own.includes(code)) throw new NoNetwork(`${code}: ${message}`)
  if (reasons[code]) return reasons[code]
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO/.test(code)) {
    return { zh: '网站的安全证书有问题', en: 'the site’s certificate is not valid' }
  }
  return { zh: '网站应答不合规范', en: 'the site’s answer is malformed' }
}
