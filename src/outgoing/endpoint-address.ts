import { isIP } from 'node:net'
import { words, type Words } from '../domain/words.ts'
import { isLoopback, isPublic, type Allowed } from './public-address.ts'

/** Where webhooks may go: the public internet; this machine as well where a setting for tests says so. */
export function allowedFor({ loopback }: { loopback: boolean }): Allowed {
  return (address) => isPublic(address) || (loopback && isLoopback(address))
}

/** What stands against an address for webhooks; null: nothing. Names are looked up when it is used. */
export function endpointProblem(url: unknown, { loopback }: { loopback: boolean }): Words | null {
  if (typeof url !== 'string' || url.length > 500 || !URL.canParse(url)) {
    return words('应为完整的网址，最多 500 字符', 'A full address of at most 500 characters')
  }
  const { protocol, hostname, username, password, hash } = new URL(url)
  const host = hostname.replace(/^\[|\]$/g, '')
  const isOwn = loopback && (isLoopback(host) || host === 'localhost')
  if (protocol !== 'https:' && !(isOwn && protocol === 'http:')) {
    return words('网址应以 https:// 开头', 'The address begins with https://')
  }
  if (username || password) {
    return words('网址中不能有账号密码', 'No user name or password in the address')
  }
  if (hash) return words('网址中不能有 #', 'No # in the address')
  const isInside = isIP(host) ? !isPublic(host) : /(^|\.)(localhost|local|internal)$/.test(host)
  if (isInside && !isOwn) {
    return words('不能是内网地址', 'Not an address of an inner network')
  }
  return null
}
