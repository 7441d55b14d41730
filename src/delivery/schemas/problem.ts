import { problemCodes } from '../problem-codes.ts'
import type { Schema } from './schema.ts'

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
        properties: { path: { type: 'string' }, message: { type: 'string' } },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
} as const satisfies Schema

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: 'Problem#' } } },
})

/** The answers that every route may give beside its own. */
export const problemResponses = {
  400: problem('请求有误 / The request is wrong'),
  404: problem('没有找到 / Not found'),
  429: problem('请求过于频繁 / Too many requests'),
  500: problem('服务器内部错误 / Something went wrong'),
  503: problem('暂时不可用 / Cannot answer just now'),
} as const

/** Of files only. */
export const rangeProblem = problem('范围超出文件 / The range lies outside the file')
