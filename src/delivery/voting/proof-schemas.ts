import { voidClasses } from '../../domain/voting/ledger.ts'
import {
  instant,
  listOf,
  oneOf,
  orNull,
  ref,
  shape,
  text,
  whole,
  type NamedSchema,
} from '../schemas/shape.ts'

const base64 = (description: string) => text(`${description}（Base64）`)

export const headSchema = shape(
  'LedgerHead',
  '账本的一次封存：RFC 9162 树根，Ed25519 签名，与上一次相连 / A sealed state of the ledger, signed and chained',
  {
    ledger: text('账本 / The ledger', 'votes'),
    number: whole('序号，自 0 起 / Its number, from 0 on', 41),
    size: whole('封存的行数（各轮投票与作废合计） / Rows of all rounds, voids too', 12_345),
    root: base64('树根 / The root'),
    previous: base64('上一次封存的散列；第一次为空 / Hash of the head before; empty for the first'),
    at: instant('封存时间 / When it was sealed'),
    key: text('签名公钥的标识（kid） / The key’s id'),
    signature: base64('签名 / The signature'),
  },
)

export const rowProofSchema = shape('RowProof', '一行在树中的证明 / That a row is in the tree', {
  seq: whole('行号 / The row’s number', 12_001),
  row: base64('行的内容，散列为树叶 / What is hashed into the leaf'),
  path: listOf(base64('一级 / One level'), '自叶向根的相邻散列 / The hashes beside the way up'),
})

export const voidProofSchema = shape('VoidProof', '作废及其证明 / A void, with its proof', {
  class: oneOf(voidClasses, 'VoidClass', '作废类别 / The class'),
  at: instant('作废时间 / When'),
  sealed: orNull(ref(rowProofSchema)),
})

const headListSchema = shape('LedgerHeadList', '封存记录，自 from 起 / Heads in their order', {
  data: listOf(ref(headSchema)),
  next: orNull(whole('继续读取时的 from；空为到底 / `from` of the next page', 1_000)),
})

const keySchema = shape('LedgerKey', '验证签名的公钥（JWK） / A public key', {
  kty: text('OKP', 'OKP'),
  crv: text('Ed25519', 'Ed25519'),
  x: text('公钥 / The key'),
  kid: text('标识（RFC 7638） / Its id'),
  use: text('sig', 'sig'),
  alg: text('EdDSA', 'EdDSA'),
})

const keysSchema = shape('LedgerKeys', '公钥，新的在前（JWK Set） / Public keys, newest first', {
  keys: listOf(ref(keySchema)),
})

const consistencySchema = shape(
  'LedgerConsistency',
  '后一次封存包含前一次的证明 / That one head is the beginning of another',
  { from: ref(headSchema), to: ref(headSchema), path: listOf(base64('散列 / A hash')) },
)

export const proofSchemas: readonly NamedSchema[] = [
  ...[headSchema, rowProofSchema, voidProofSchema, headListSchema],
  ...[keySchema, keysSchema, consistencySchema],
]
