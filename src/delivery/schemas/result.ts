import { noticeStates } from '../../domain/results/public-notice.ts'
import type { Schema } from './schema.ts'
import {
  instant,
  listOf,
  oneOf,
  orNull,
  pageOf,
  ref,
  shape,
  text,
  whole,
  type NamedSchema,
} from './shape.ts'
import { wordsSchema } from './words.ts'

const notice: Schema = {
  title: 'NoticeWindow',
  description: '公示期：自（含）至（不含） / The notice: from, included, to, not included',
  type: 'object',
  required: ['from', 'to'],
  additionalProperties: false,
  properties: {
    from: instant('公示开始 / When it begins'),
    to: instant('公示结束 / When it ends'),
  },
}

const sha256 = text(
  'text 的 SHA-256（十六进制） / SHA-256 of `text`, hex',
  '4914dd3dbddab2601d9da6e677fa2fb6f4d742ab485b1b68908447228fdd08e6',
)
const version = whole('第几版 / Which version', 1)
const finalAt = orNull(instant('确定为最终结果的时间；空为尚未确定 / When it was made final'))
const reason = orNull(text('更正理由；首版为空 / Why it was corrected; null for the first'))

const cardProperties: Record<string, Schema> = {
  id: text('标识 / Id', '2022-photography'),
  title: text('标题 / Title'),
  campaign: text('所属活动的标识 / Slug of its campaign', '2022'),
  track: text('子项目的标识 / Slug of its track', 'photography'),
  version,
  state: oneOf(
    noticeStates.filter((state) => state !== 'before'),
    'ResultState',
    '`open` 公示中；`closed` 公示期满，尚未确定；`final` 最终结果 / On notice, notice over, final',
  ),
  stateText: ref(wordsSchema),
  notice,
  finalAt,
  publishedAt: instant('首次公示时间 / When it was first shown'),
}

const card = shape('ResultCard', '一份评选结果的概要 / A result in a list', cardProperties)

const replaces: Schema = {
  title: 'ReplacedVersion',
  description: '所替换的版本 / The version that it replaces',
  type: 'object',
  required: ['version', 'sha256'],
  additionalProperties: false,
  properties: { version, sha256 },
}

const shownVersion = shape('ResultVersion', '公示过的一个版本 / A version that was shown', {
  ...{ version, sha256 },
  from: instant('公示开始 / When its notice begins'),
  to: instant('公示结束 / When its notice ends'),
  ...{ finalAt, reason, replaces: orNull(replaces) },
})

const level = shape('AwardLevel', '奖项等次 / A level', {
  key: text('代号，即作品列表参数 award 的值 / As the parameter `award` takes it', 'first'),
  name: ref(wordsSchema),
})

const row = shape(
  'ResultRow',
  '名单中的一行，按冻结时的名称 / A row, in the names of its freezing',
  {
    entry: text('作品编号 / The work', '2022-PHO-000123'),
    level: text('等次代号 / Key of the level', 'first'),
    rank: whole('名次 / Rank', 1),
    title: text('作品名称 / Title'),
    unit: text('报送单位 / Submitting unit'),
    authors: listOf({ type: 'string' }, '作者 / Authors'),
  },
)

const vacancy = shape('ResultVacancy', '空缺的名额 / Places that stay empty', {
  level: text('等次代号 / Key of the level', 'first'),
  places: whole('空缺个数 / How many', 1),
})

const line: Schema = {
  title: 'ObjectionLine',
  description: '异议情况 / Objections, in numbers',
  type: 'object',
  required: ['received', 'handled', 'text'],
  additionalProperties: false,
  properties: {
    received: whole('收到件数 / Received', 3),
    handled: whole('已处理件数 / Dealt with', 2),
    text: ref(wordsSchema),
  },
}

const result: NamedSchema = shape(
  'Result',
  '冻结的评选结果：`text` 是规范 JSON（RFC 8785），`signature` 是其 UTF-8 字节的 Ed25519 签名；其余字段均由它读出 / A frozen result: `text` is canonical JSON (RFC 8785), signed with Ed25519; all else is read out of it',
  {
    ...cardProperties,
    contact: text('异议受理方式 / Whom to turn to with objections'),
    reason,
    levels: listOf(ref(level), '奖项等次，由高到低 / Levels, the highest first'),
    awards: listOf(ref(row), '获奖名单 / Who gets what'),
    vacancies: listOf(ref(vacancy), '空缺 / Places that stay empty'),
    objections: line,
    text: text('冻结的全文 / The frozen text'),
    sha256,
    signature: text('签名（base64url） / Ed25519 signature of the text, base64url'),
    key: text('公钥的指纹，见 /v1/results/keys / Thumbprint of the public key'),
    versions: listOf(ref(shownVersion), '公示过的全部版本 / All versions that were shown'),
  },
)

const keys = shape('ResultKeys', '验证签名的公钥（JWK Set） / Public keys, as a JWK set', {
  keys: listOf({
    title: 'ResultKey',
    description: 'Ed25519 公钥 / An Ed25519 key',
    type: 'object',
    required: ['kty', 'crv', 'x', 'kid', 'use', 'alg'],
    additionalProperties: false,
    properties: Object.fromEntries(
      ['kty', 'crv', 'x', 'kid', 'use', 'alg'].map((name) => [name, { type: 'string' }]),
    ),
  }),
})

export const resultSchemas: readonly NamedSchema[] = [
  ...[level, row, vacancy, shownVersion, card, result, keys],
  pageOf('ResultList', '评选结果列表，新的在前 / Results, newest first', card),
]
