import { objectionLimits, objectionStates } from '../../domain/results/objections.ts'
import { reasonLimit } from '../../domain/workflow/decision.ts'
import type { Schema } from '../schemas/schema.ts'
import {
  instant,
  listOf,
  oneOf,
  orNull,
  ref,
  shape,
  text,
  type NamedSchema,
} from '../schemas/shape.ts'
import { wordsSchema } from '../schemas/words.ts'

const entryText = '作品编号；空为对整个名单 / The work; null: the list as a whole'

const given: Schema = {
  title: 'GivenEvidence',
  type: 'object',
  additionalProperties: false,
  properties: {
    file: { type: 'integer', minimum: 1, description: '本人上传的文件 / A file of one’s own' },
    link: { type: 'string', maxLength: objectionLimits.link, description: '网址 / An address' },
  },
}

export const objectionRequest: Schema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    entry: {
      type: ['string', 'null'],
      pattern: '^[0-9A-Za-z-]+$',
      maxLength: 40,
      description: entryText,
      examples: ['2022-PHO-000123'],
    },
    name: {
      type: 'string',
      maxLength: objectionLimits.name,
      description: '真实姓名，加密保存 / The real name; kept sealed',
      examples: ['张某'],
    },
    contact: {
      type: 'string',
      maxLength: objectionLimits.contact,
      description: '联系方式，加密保存 / How to be reached; kept sealed',
      examples: ['138 0000 0000'],
    },
    ground: {
      type: 'string',
      maxLength: reasonLimit * 2,
      description: `理由，不超过 ${reasonLimit} 字 / The ground`,
      examples: ['该作品曾于 2020 年公开发表'],
    },
    evidence: {
      type: 'array',
      maxItems: objectionLimits.evidence,
      items: given,
      description: '证据：文件或网址 / Evidence: files or addresses',
    },
  },
}

const evidence: Schema = {
  title: 'ObjectionEvidence',
  type: 'object',
  additionalProperties: false,
  properties: {
    file: { type: 'integer', description: '文件 / The file' },
    name: { type: 'string', description: '文件名 / Its name' },
    link: { type: 'string', description: '网址 / An address' },
  },
}

const own = shape('OwnObjection', '本人提出的异议 / An objection of one’s own', {
  number: text('编号 / Its number', 'Y-0001'),
  result: text('评选结果的标识 / The list', '2022-photography'),
  entry: orNull(text(entryText, '2022-PHO-000123')),
  ground: text('理由 / The ground'),
  evidence: listOf(evidence, '证据 / Evidence'),
  state: oneOf(objectionStates, 'ObjectionState', '处理状态 / How it stands'),
  stateText: ref(wordsSchema),
  filedAt: instant('提出时间 / Filed'),
  dueAt: orNull(instant('处理期限 / When somebody has to act at the latest')),
  ruling: orNull(text('处理意见 / The ruling')),
  effect: orNull(
    oneOf(
      ['keep', 'drop', 'move-up'],
      'ObjectionEffect',
      '`keep` 保留奖项；`drop` 取消；`move-up` 取消并递补 / What becomes of the award',
    ),
  ),
  ruledAt: orNull(instant('处理时间 / Ruled')),
})

const list = shape('OwnObjectionList', '本人提出的异议，新的在前 / One’s own objections', {
  data: listOf(ref(own)),
})

export const objectionSchemas: readonly NamedSchema[] = [own, list]
