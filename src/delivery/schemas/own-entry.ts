import { ageGroups, ageGroupWords } from '../../domain/participation/age.ts'
import { purposes, purposeWords } from '../../domain/participation/consents.ts'
import { ownActs } from '../../domain/participation/entry-desk.ts'
import { everyOwnField } from '../../domain/participation/own-fields.ts'
import { statuses, statusWords } from '../../domain/workflow.ts'
import { ruleProperties } from './problem.ts'
import type { Schema } from './schema.ts'
import {
  instant,
  listOf,
  oneOf,
  orNull,
  pageOf,
  ref,
  said,
  shape,
  text,
  whole,
  yesOrNo,
  type NamedSchema,
} from './shape.ts'
import { shownField } from './own-entry-fields.ts'
import { ruleChangeSchema } from './rule-change.ts'
import { kindSchema, wordsSchema } from './words.ts'

const named = (description: string): Schema => ({
  description,
  type: 'object',
  required: ['id', 'name'],
  additionalProperties: false,
  properties: { id: { type: 'integer' }, name: { type: 'string' } },
})

const statusSchema = oneOf(
  statuses,
  'EntryStatus',
  `状态 / State. ${statuses.map((one) => `\`${one}\` ${said(statusWords[one])}`).join('；')}`,
)

export const ageGroupSchema = oneOf(
  ageGroups,
  'AgeGroup',
  `作者年龄段 / Age group. ${ageGroups.map((one) => `\`${one}\` ${said(ageGroupWords[one])}`).join('；')}`,
)

export const ownFileSchema = shape('OwnFile', '本人作品的一个文件 / A file of one’s own work', {
  id: whole('文件编号，可用于字段 / Its id, as fields take it', 12),
  name: text('原文件名 / Its name', 'IMG_0001.JPG'),
  mimeType: text('类型 / Type', 'image/jpeg'),
  bytes: whole('字节数 / Bytes', 2_400_000),
  state: oneOf(
    ['waiting', 'ready', 'failed'],
    'OwnFileState',
    '`waiting` 处理中；`ready` 可用；`failed` 无法使用 / Being worked on, ready, or of no use',
  ),
  progress: orNull({ type: 'number', description: '处理进度 0–1 / Progress' }),
  problem: orNull(text('无法使用的原因 / Why it is of no use')),
})

const card = {
  id: text('作品标识，不变 / Its id, for ever', 'kq8Zt0yW1mVw3bM2cD4eFg'),
  kind: kindSchema,
  title: text('标题 / Title', '凌晨四点的交接班'),
  campaign: text('活动的标识 / Slug of the campaign', '2022'),
  track: {
    description: '子项目 / The track',
    type: 'object',
    required: ['slug', 'title'],
    additionalProperties: false,
    properties: { slug: { type: 'string' }, title: { type: 'string' } },
  },
  unit: named('报送单位 / The unit'),
  status: statusSchema,
  statusText: ref(wordsSchema),
  reason: orNull(text('退回或不予通过的理由 / Why it was returned or rejected')),
  publicId: orNull(text('编号，首次报送时产生 / Its number, given when it is first sent in')),
  createdAt: instant('创建 / Begun'),
  updatedAt: instant('最近修改 / Last changed'),
}

export const ownCardSchema = shape(
  'OwnEntryCard',
  '列表中的本人作品 / One’s own work in a list',
  card,
)

const consent: Schema = {
  anyOf: [
    {
      type: 'object',
      required: ['granted', 'termsVersion', 'at'],
      additionalProperties: false,
      properties: {
        granted: yesOrNo('是否同意 / Granted'),
        termsVersion: orNull(text('同意时的须知版本 / Version of the terms')),
        at: instant('时间 / When'),
      },
    },
    { type: 'null' },
  ],
}

const findingSchema: Schema = {
  description: '一条检查结果 / What a rule finds',
  type: 'object',
  required: ['rule', 'path', 'severity', 'message', 'messageEn'],
  additionalProperties: false,
  properties: {
    ...ruleProperties,
    path: { type: 'string', description: '字段 / The field' },
    message: { type: 'string', description: '中文 / In Chinese' },
  },
}

const inFull = {
  ...card,
  reviewedBy: named('先审核的单位（初审） / The unit that reviews first'),
  submittedAt: orNull(instant('报送时间 / Sent in')),
  publishedAt: orNull(instant('发布时间 / Published')),
  may: listOf(
    oneOf(ownActs, 'OwnAct', '现在可以做的事 / What may be done now'),
    '现在可以做的事 / What may be done now',
  ),
  findings: listOf(findingSchema, '检查结果，须改正的在前 / What the rules find, blocking first'),
  consents: {
    description: '各项同意，空为未表示 / Consents; null: nothing said',
    type: 'object',
    required: [...purposes],
    additionalProperties: false,
    properties: Object.fromEntries(
      purposes.map((one) => [one, { ...consent, description: said(purposeWords[one]) }]),
    ),
  },
  termsVersion: orNull(text('须同意的参加须知版本 / Version of the terms to agree to')),
  ruleChanges: listOf(ref(ruleChangeSchema), '报送之后的要求变更 / Changes of the call since'),
}

const fields = Object.fromEntries(
  Object.entries(everyOwnField)
    .filter(([name]) => !(name in inFull))
    .map(([name, of]) => [name, shownField(name, of)]),
)

/** All kinds in one: which of the fields are there follows from `kind`. */
export const ownEntrySchema: NamedSchema = {
  ...shape(
    'OwnEntry',
    '本人的作品；各类别的字段与报送时同名 / One’s own work, with the fields of its kind',
    inFull,
  ),
  properties: { ...inFull, ...fields },
}

export const ownUnitSchema = shape('ChoosableUnit', '可选的报送单位 / A unit to choose', {
  id: whole('用于 unit 字段 / As the field `unit` takes it', 3),
  name: text('名称 / Name', '无锡市总工会'),
  kind: text('类型 / Kind', 'city'),
  parent: orNull(named('上级单位 / The unit above')),
  hasUnitsBelow: yesOrNo('是否有下级单位 / Whether there are units below'),
})

export const ownEntrySchemas: readonly NamedSchema[] = [
  ownFileSchema,
  ownCardSchema,
  ownEntrySchema,
  ownUnitSchema,
  pageOf('OwnEntryList', '本人的作品，新的在前 / One’s own works, newest first', ownCardSchema),
]
