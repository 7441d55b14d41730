import type { Words } from '../domain/words.ts'
import { problemCodes, type ProblemCode } from './problem-codes.ts'

/** One of several things that are wrong: which parameter, and how. */
export type Finding = {
  path: string
  message: string
  /** Only of an entry's rules: which one, whether it stops a step, and its two numbers. */
  rule?: string
  severity?: 'blocking' | 'warning'
  messageEn?: string
  actual?: number | string
  limit?: number | string
}

type ProblemOptions = {
  findings?: readonly Finding[]
  /** Members of its own beside those that all problems have (RFC 9457, 3.2). */
  more?: Record<string, unknown>
  headers?: Record<string, string>
  cause?: unknown
}

/** What an answer of `/v1` is made of when it is no success (RFC 9457). */
export class Problem extends Error {
  override name = 'Problem'
  readonly status: number
  /** Fastify reads it; the same as `status`. */
  readonly statusCode: number
  readonly findings: readonly Finding[] | undefined
  readonly more: Record<string, unknown> | undefined
  readonly headers: Record<string, string>

  constructor(
    readonly code: ProblemCode,
    readonly words: Words = problemCodes[code].title,
    { findings, more, headers = {}, cause }: ProblemOptions = {},
  ) {
    super(words.en, { cause })
    this.status = problemCodes[code].status
    this.statusCode = this.status
    this.findings = findings
    this.more = more
    this.headers = headers
  }
}

export const problemType = 'application/problem+json; charset=utf-8'

/** @param path the request's address without its query */
export function problemBody(
  { code, words, status, findings, more }: Problem,
  path: string,
): string {
  return JSON.stringify({
    type: `/v1/docs/problems#${code}`,
    title: problemCodes[code].title.zh,
    status,
    detail: `${words.zh} / ${words.en}`,
    code,
    instance: path.slice(0, 200),
    findings,
    ...more,
  })
}

/** The database is away or too slow: the caller may try again at once. */
export function unavailable(cause: unknown): Problem {
  return new Problem(
    'unavailable',
    {
      zh: '数据暂时无法读取，请稍后重试',
      en: 'The data cannot be read just now, try again shortly',
    },
    { headers: { 'retry-after': '1' }, cause },
  )
}

export function notFound(words?: Words): Problem {
  return new Problem(
    'not-found',
    words ?? { zh: '没有找到，或已不再公开', en: 'Not found, or no longer public' },
  )
}

/** @param path the parameter's name */
export function invalidParameter(path: string, words: Words): Problem {
  return new Problem(
    'invalid-parameter',
    { zh: `参数 ${path}：${words.zh}`, en: `${path}: ${words.en}` },
    { findings: [{ path, message: `${words.zh} / ${words.en}` }] },
  )
}
