import type { AfterErrorHook, APIError } from 'payload'
import type { Words } from '../domain/words.ts'

type Answer = { status: number; words: Words; code: string }

/** What the database says, by SQLSTATE class or code (PostgreSQL manual, appendix A). */
const database: Record<string, Answer> = {
  '22': {
    status: 400,
    code: 'bad-value',
    words: { zh: '值的格式不正确', en: 'A value has the wrong form' },
  },
  '23502': {
    status: 409,
    code: 'in-use',
    words: { zh: '仍被引用，不能删除', en: 'Still referred to, cannot be deleted' },
  },
  '23503': {
    status: 409,
    code: 'gone',
    words: { zh: '引用的记录不存在', en: 'A document referred to does not exist' },
  },
  '23505': {
    status: 409,
    code: 'not-unique',
    words: { zh: '已存在相同的记录', en: 'The same value exists already' },
  },
  '40': {
    status: 409,
    code: 'busy',
    words: { zh: '他人正在修改，请重试', en: 'Somebody else is changing this; try again' },
  },
  '55P03': {
    status: 409,
    code: 'busy',
    words: { zh: '他人正在修改，请重试', en: 'Somebody else is changing this; try again' },
  },
  '42804': {
    status: 400,
    code: 'bad-query',
    words: { zh: '查询条件的写法不正确', en: 'The query is not well formed' },
  },
  '42809': {
    status: 400,
    code: 'bad-query',
    words: { zh: '查询条件的写法不正确', en: 'The query is not well formed' },
  },
  '42883': {
    status: 400,
    code: 'bad-query',
    words: { zh: '查询条件的写法不正确', en: 'The query is not well formed' },
  },
  P0001: {
    status: 409,
    code: 'append-only',
    words: { zh: '记录只能追加，不能修改', en: 'This record can only be added to' },
  },
}

/**
 * Turns what would be a bare 500 into the 4xx that it is: malformed bodies and query strings, values
 * the database cannot take, rows that somebody else holds. Everything unknown stays a 500. A refusal
 * keeps its data: Next's routes hold a second copy of Payload's classes and, asking by class, would
 * drop it.
 */
export const explainError: AfterErrorHook = ({ error, graphqlResult, result }) => {
  const answer = databaseAnswer(error)
  if (answer) {
    const { status, words, code } = answer
    const message = `${words.zh} / ${words.en}`
    const extensions = { data: { code }, statusCode: status }
    return {
      status,
      response: { ...result, errors: [{ message, data: { code } }] },
      ...(graphqlResult ? { graphqlResult: { ...graphqlResult, message, extensions } } : {}),
    }
  }
  const { name, data, message, status, isPublic } = error as Partial<
    APIError<Record<string, unknown>>
  >
  const refused = typeof status === 'number' && status < 500 && isPublic !== false
  if (!refused || !data) return undefined
  return { status, response: { ...result, errors: [{ name, data, message: message ?? '' }] } }
}

/** The 4xx that a malformed value, a held row or a broken body is, or undefined for everything else. */
export function databaseAnswer(error: unknown): Answer | undefined {
  for (let cause: unknown = error, depth = 0; cause && depth < 5; depth++) {
    const { code, status, name, message } = cause as {
      code?: unknown
      status?: unknown
      name?: string
      message?: string
    }
    if (typeof status === 'number' && status < 500) return undefined
    if (cause instanceof SyntaxError || name === 'SyntaxError') {
      return {
        status: 400,
        code: 'malformed',
        words: { zh: '请求不是有效的 JSON', en: 'The request is not valid JSON' },
      }
    }
    // Payload's and busboy's words for a body that is not what its content type says.
    if (
      /not eligible for file|boundary not found|malformed (part|content)|end of form/i.test(
        message ?? '',
      )
    ) {
      return {
        status: 400,
        code: 'malformed',
        words: { zh: '表单数据不完整', en: 'The form data is not complete' },
      }
    }
    if (cause instanceof URIError) {
      return {
        status: 400,
        code: 'malformed',
        words: { zh: '网址的编码不正确', en: 'The address is not well encoded' },
      }
    }
    if (cause instanceof RangeError && /nest|depth|parameter|array limit/i.test(message ?? '')) {
      return {
        status: 400,
        code: 'too-deep',
        words: { zh: '查询嵌套过深或过长', en: 'The query is too deep or too long' },
      }
    }
    if (cause instanceof RangeError && /invalid time/i.test(message ?? '')) {
      return {
        status: 400,
        code: 'bad-value',
        words: { zh: '日期的格式不正确', en: 'A date has the wrong form' },
      }
    }
    if (typeof code === 'string') {
      const known = database[code] ?? database[code.slice(0, 2)]
      if (known) return known
    }
    // GraphQL wraps what a resolver threw.
    const { cause: inner, originalError } = cause as { cause?: unknown; originalError?: unknown }
    cause = inner ?? originalError
  }
  return undefined
}
