import { Ajv, type ErrorObject } from 'ajv'
import type { FastifyError, FastifyInstance, FastifySchemaCompiler } from 'fastify'
import { badText } from '../domain/text.ts'
import type { Words } from '../domain/words.ts'
import { Problem, type Finding } from './problem.ts'

type Properties = Record<string, { type?: string }>

// The routes' schemas also carry what only describes: examples, and where a thing belongs.
const ajv = new Ajv({
  strict: false,
  coerceTypes: false,
  removeAdditional: false,
  useDefaults: true,
  allErrors: true,
})

/** Checks parameters against the routes' schemas to the letter: nothing is dropped, bent or guessed. */
export function strictValidation(app: FastifyInstance): void {
  app.setValidatorCompiler(compile as FastifySchemaCompiler<never>)
  // Answers are written as text by those who made them.
  app.setSerializerCompiler(() => JSON.stringify)
}

const compile: FastifySchemaCompiler<{ properties?: Properties }> = ({ schema, httpPart }) => {
  const validate = ajv.compile(schema)
  if (httpPart !== 'querystring') return validate as never
  const numbers = Object.entries(schema.properties ?? {})
    .filter(([, { type }]) => type === 'integer')
    .map(([name]) => name)
  return ((query: Record<string, unknown>) => {
    for (const [name, value] of Object.entries(query)) {
      const wrong = Array.isArray(value)
        ? { zh: '只能给出一次', en: 'may be given once only' }
        : badText(String(value))
      if (wrong) return { error: [ownError(name, wrong)] }
    }
    for (const name of numbers) {
      const value = query[name]
      // `1e3`, `0x10` and ` 7` are numbers to JavaScript and no numbers here.
      if (typeof value === 'string' && /^-?\d{1,9}$/.test(value)) query[name] = Number(value)
    }
    return validate(query) ? { value: query } : { error: validate.errors }
  }) as never
}

function ownError(name: string, words: Words): ErrorObject {
  return {
    keyword: 'words',
    instancePath: `/${name}`,
    schemaPath: '',
    params: { words },
    message: words.en,
  }
}

/** Every parameter that is wrong, and how: all of them at once. */
export function problemOfValidation({ validation }: FastifyError): Problem {
  const errors = (validation ?? []) as unknown as ErrorObject[]
  const unknown = errors.filter(({ keyword }) => keyword === 'additionalProperties')
  if (unknown.length > 0) {
    const names = unknown.map(({ params }) => String(params.additionalProperty).slice(0, 60))
    return new Problem(
      'unknown-parameter',
      { zh: `没有参数 ${names.join('、')}`, en: `There is no parameter ${names.join(', ')}` },
      { findings: names.map((path) => ({ path, message: '没有这个参数 / unknown' })) },
    )
  }
  const found = errors.map(findingOf)
  const first = found[0] ?? { path: '', words: { zh: '参数不正确', en: 'is wrong' } }
  const findings: Finding[] = found.map(({ path, words: { zh, en } }) => ({
    path,
    message: `${zh} / ${en}`,
  }))
  return new Problem(
    'invalid-parameter',
    {
      zh: `参数 ${first.path}：${first.words.zh}`,
      en: `${first.path}: ${first.words.en}`,
    },
    { findings },
  )
}

function findingOf({ keyword, instancePath, params }: ErrorObject): { path: string; words: Words } {
  const inner = params.missingProperty === undefined ? [] : [String(params.missingProperty)]
  const path = [...instancePath.split('/').slice(1), ...inner].join('.')
  const say = wordsOf[keyword]
  return { path, words: say ? say(params) : { zh: '写法不正确', en: 'is not well formed' } }
}

type Params = Record<string, unknown>

const wordsOf: Record<string, (params: Params) => Words> = {
  words: ({ words }) => words as Words,
  type: ({ type }) =>
    type === 'integer'
      ? { zh: '应为整数', en: 'must be a whole number' }
      : { zh: `应为 ${type}`, en: `must be a ${type}` },
  minimum: ({ limit }) => ({ zh: `不能小于 ${limit}`, en: `must be at least ${limit}` }),
  maximum: ({ limit }) => ({ zh: `不能大于 ${limit}`, en: `must be at most ${limit}` }),
  minLength: () => ({ zh: '不能为空', en: 'must not be empty' }),
  maxLength: ({ limit }) => ({
    zh: `不能超过 ${limit} 个字符`,
    en: `must have at most ${limit} characters`,
  }),
  enum: ({ allowedValues }) => ({
    zh: `应为 ${(allowedValues as string[]).join('、')} 之一`,
    en: `must be one of ${(allowedValues as string[]).join(', ')}`,
  }),
  required: () => ({ zh: '缺少', en: 'is missing' }),
}
