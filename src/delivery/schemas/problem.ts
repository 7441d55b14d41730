import { problemCodes } from '../problem-codes.ts'
import type { Schema } from './schema.ts'
import { voteProblemProperties } from './vote-problem.ts'

/** What a rule of an entry's says beside its sentence. */
export const ruleProperties = {
  rule: { type: 'string', description: '要求的代码 / The rule' },
  severity: {
    type: 'string',
    enum: ['blocking', 'warning'],
    description: '`blocking` 须改正；`warning` 仅提醒 / Whether it stops the step',
  },
  messageEn: { type: 'string', description: '英文 / In English' },
  actual: { type: ['number', 'string'], description: '现值 / As it is' },
  limit: { type: ['number', 'string'], description: '限值 / As it may be' },
} as const satisfies Record<string, Schema>

export const problemSchema = {
  $id: 'Problem',
  type: 'object',
  description: '错误（RFC 9457） / A problem',
  examples: [
    {
      type: '/v1/docs/problems#invalid-parameter',
      title: '参数不正确',
      status: 400,
      detail: '参数 limit：不能大于 100 / limit: must be at most 100',
      code: 'invalid-parameter',
      instance: '/v1/entries',
      findings: [{ path: 'limit', message: '不能大于 100 / must be at most 100' }],
    },
  ],
  required: ['type', 'title', 'status', 'detail', 'code', 'instance'],
  properties: {
    type: { type: 'string', description: '说明文档的地址 / Where the problem is explained' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: '中文 / English' },
    code: { type: 'string', enum: Object.keys(problemCodes) },
    instance: { type: 'string', description: '请求的地址 / The address that was asked' },
    findings: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'message'],
        properties: {
          path: { type: 'string', description: '字段 / The field' },
          message: { type: 'string' },
          ...ruleProperties,
        },
        additionalProperties: false,
      },
    },
    ...voteProblemProperties,
  },
  additionalProperties: false,
} as const satisfies Schema

/** An answer that is a problem. */
export const problemOf = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: 'Problem#' } } },
})

/** The answers that every route may give beside its own. */
export const problemResponses = {
  400: problemOf('请求有误 / The request is wrong'),
  404: problemOf('没有找到 / Not found'),
  429: problemOf('请求过于频繁 / Too many requests'),
  500: problemOf('服务器内部错误 / Something went wrong'),
  503: problemOf('暂时不可用 / Cannot answer just now'),
} as const

/** Of files only. */
export const rangeProblem = problemOf('范围超出文件 / The range lies outside the file')
