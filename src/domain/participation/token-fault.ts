import { words, type Words } from '../words.ts'

/** Why a client's token is not taken. The words tell its developer what to mend, and nothing secret. */
export const tokenFaults = {
  malformed: words('不是一个 JWT', 'This is no JWT'),
  algorithm: words(
    'alg 应为 HS256、EdDSA、ES256 或 RS256',
    'alg must be HS256, EdDSA, ES256 or RS256',
  ),
  kid: words('缺少 kid，或没有这把密钥', 'The kid is missing, or there is no such key'),
  'other-algorithm': words(
    'alg 与这把密钥登记的算法不同',
    'alg is not the one that this key was registered for',
  ),
  revoked: words('这把密钥已停用或过期', 'The key was revoked or has expired'),
  client: words('接入方已停用或过期', 'The client is switched off or has expired'),
  signature: words('签名不对', 'The signature is wrong'),
  iss: words('iss 应为接入方标识', 'iss must be the client’s id, and the key must be its own'),
  aud: words('aud 应为本站地址或 campaign', 'aud must be this server’s address, or campaign'),
  sub: words('sub 应为 1 至 200 个字符', 'sub must be a text of 1 to 200 characters'),
  jti: words('jti 应为 8 至 200 个字符', 'jti must be a text of 8 to 200 characters'),
  iat: words('iat 应为签发时间（秒）', 'iat must be when it was signed, in seconds'),
  exp: words('exp 应为到期时间（秒）', 'exp must be when it runs out, in seconds'),
  future: words(
    '签发时间在将来：请校准服务器时钟',
    'It was signed in the future: set the clock of your server',
  ),
  'too-long': words('有效期不能超过 10 分钟', 'It must run out within 10 minutes of iat'),
  expired: words('已过期，请重新签发', 'It has run out: sign a new one'),
  'not-yet': words('nbf 未到', 'It is not valid yet (nbf)'),
  unionid: words('unionid 应为 1 至 200 个字符', 'unionid must be a text of 1 to 200 characters'),
  member: words(
    'member 应为会员编号（1 至 100 个字符）或 true / false',
    'member must be the member’s number, a text of 1 to 100 characters, or true or false',
  ),
  'phone-verified': words(
    'phone_verified 应为 true 或 false',
    'phone_verified must be true or false',
  ),
  code: words('登录码无效或已过期，请重新登录', 'The code is wrong or has run out: sign in again'),
  state: words(
    '登录已超时，或不是从本页面开始的，请重新登录',
    'The sign-in took too long, or was begun elsewhere: begin again',
  ),
  'wechat-code': words(
    '微信登录码无效或已使用，请重新登录',
    'WeChat knows no such code, or it was used',
  ),
  'wechat-snapshot': words(
    '快照页不能登录，请点击“使用完整服务”后重试',
    'The snapshot page cannot sign in: open the full page first',
  ),
  replayed: words('此令牌已使用过，请重新签发', 'It was used before: sign a new one'),
} as const satisfies Record<string, Words>

export type TokenFault = keyof typeof tokenFaults
