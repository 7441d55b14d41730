import { words, type Words } from '../words.ts'

/** What a client may be: the outside faces of the campaign. */
export const clientKinds = ['app', 'official-account', 'h5'] as const
export type ClientKind = (typeof clientKinds)[number]

export const clientKindWords: Record<ClientKind, Words> = {
  app: words('App', 'App'),
  'official-account': words('微信公众号', 'WeChat official account'),
  h5: words('H5 网站', 'H5 site'),
}

/** What a client may do for its people. */
export const scopes = [
  ...(['entries:write', 'votes:write', 'results:read', 'objections:write'] as const),
] as const
export type Scope = (typeof scopes)[number]

export const scopeWords: Record<Scope, Words> = {
  'entries:write': words('报送作品', 'Send in entries'),
  'votes:write': words('网络投票', 'Vote'),
  'results:read': words('读取结果', 'Read results'),
  'objections:write': words('提出异议', 'Object to results'),
}

export const rateTiers = ['normal', 'high'] as const
export type RateTier = (typeof rateTiers)[number]

export const rateTierWords: Record<RateTier, Words> = {
  normal: words('普通', 'Normal'),
  high: words('高', 'High'),
}

/** How a client's tokens may be signed. `HS256` has a shared secret, the others a public key. */
export const keyAlgorithms = ['HS256', 'EdDSA', 'ES256', 'RS256'] as const
export type KeyAlgorithm = (typeof keyAlgorithms)[number]
