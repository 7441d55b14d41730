import type { IncomingMessage } from 'node:http'

const loopback = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/

/**
 * Where a page of the admin should be asked for instead, if this machine was called by another of its
 * own names (`localhost` for 127.0.0.1): sessions are honoured from the public address alone, and a login
 * from the other name would seem to do nothing.
 */
export function properAddress(
  { method, headers, url }: Pick<IncomingMessage, 'method' | 'headers' | 'url'>,
  publicUrl: string,
): string | undefined {
  const { host } = new URL(publicUrl)
  const called = headers.host ?? ''
  if (method !== 'GET' || called === host) return undefined
  return loopback.test(called) && loopback.test(host) ? `${publicUrl}${url}` : undefined
}
