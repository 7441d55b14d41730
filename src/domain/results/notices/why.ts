import { words, type Words } from '../../words.ts'

/** What Node says of a connection that came to nothing. */
const connection: Readonly<Record<string, Words>> = {
  ECONNREFUSED: words('对方拒绝连接', 'the connection was refused'),
  ECONNRESET: words('连接被对方中断', 'the connection was broken off'),
  EHOSTUNREACH: words('无法到达对方主机', 'the host cannot be reached'),
  ENETUNREACH: words('无法到达对方网络', 'the network cannot be reached'),
  ENOTFOUND: words('域名不存在', 'no such host name'),
  EAI_AGAIN: words('域名暂时无法解析', 'the host name cannot be looked up now'),
  CERT_HAS_EXPIRED: words('对方证书已过期', 'its certificate has expired'),
  DEPTH_ZERO_SELF_SIGNED_CERT: words('对方证书是自签名的', 'its certificate is self-signed'),
  SELF_SIGNED_CERT_IN_CHAIN: words('对方证书是自签名的', 'its certificate is self-signed'),
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: words(
    '对方证书链不完整',
    'its chain of certificates is incomplete',
  ),
  ERR_TLS_CERT_ALTNAME_INVALID: words(
    '对方证书与域名不符',
    'its certificate is for another host name',
  ),
}

const own: Readonly<Record<string, Words>> = {
  'not an address of the public internet': words(
    '不是公网地址',
    'not an address of the public internet',
  ),
  'endpoint switched off': words('接收地址已停用', 'the endpoint was switched off'),
  'broken off: this server was stopped': words(
    '本服务器停止时中断，将重新发送',
    'broken off: this server was stopped',
  ),
  'account switched off': words('账号已停用', 'the account was switched off'),
  'worker lost': words('发送中断，将重新发送', 'broken off while it was sent; tried again'),
}

/** Why a notice did not arrive, as a person reads it; what is not known stays as it was said. */
export function whyWords(why: string): Words {
  const status = /^answered (\d+)$/.exec(why)?.[1]
  if (status) return words(`对方答复 ${status}`, `it answered ${status}`)
  const seconds = /^no answer within (\d+) s$/.exec(why)?.[1]
  if (seconds) return words(`${seconds} 秒内没有答复`, why)
  for (const known of [connection, own]) if (Object.hasOwn(known, why)) return known[why]!
  return words(why, why)
}
