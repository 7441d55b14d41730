import type { IncomingMessage } from 'node:http'

const told = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-real-ip',
]

/**
 * Tells Next the address the browser used, which it compares with `Origin` before a server function
 * runs. Without a trusted proxy nobody else may say it; behind one that rewrites `Host`, a request from
 * the public address is one to the public address.
 */
export function settleForwarded(
  { headers }: IncomingMessage,
  publicUrl: string,
  trustsProxy: boolean,
): void {
  if (!trustsProxy) for (const name of told) delete headers[name]
  const { host, origin, protocol } = new URL(publicUrl)
  if (headers.origin !== origin) return
  headers['x-forwarded-host'] = host
  headers['x-forwarded-proto'] = protocol.slice(0, -1)
}
