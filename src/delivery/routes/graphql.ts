import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Words } from '../../domain/words.ts'
import type { Core } from '../core.ts'
import { digest } from '../../database/digest.ts'
import { graphqlLimits } from '../graphql/bounds.ts'
import type { Engine } from '../graphql/execute.ts'
import { persistedQueries } from '../graphql/persisted.ts'
import { Problem } from '../problem.ts'
import { problemOf, sendProblem } from '../refusals.ts'
import { problemResponses } from '../schemas/problem.ts'
import { graphqlBody, graphqlParameters, graphqlResponse } from '../schemas/graphql.ts'

type Parameters = Partial<Record<'query' | 'variables' | 'operationName' | 'extensions', string>>

/** `/v1/graphql`: everything that REST reads, by GET and POST. */
export async function graphqlRoutes(app: FastifyInstance, { core }: { core: Core }): Promise<void> {
  const persisted = persistedQueries()
  const engine = lateEngine(app)
  // Fastify's own reads any text as a body.
  app.removeContentTypeParser('text/plain')

  const answer = async (request: FastifyRequest, reply: FastifyReply, sent: unknown) => {
    const { body, save } = persisted.complete(sent)
    const key = keyOf(body)
    if (key === undefined) throw (await engine()).refusal(body)
    const done = await core.answers.answer(request, reply, {
      key,
      load: async () => (await engine()).answer(core, body),
    })
    save()
    return done
  }

  const described = {
    tags: ['graphql'],
    description:
      '错误一律以 problem+json 应答；`data` 中不会有部分结果 / Errors are problem+json; there are no partial results',
    response: { 200: graphqlResponse, ...problemResponses },
  }

  app.post(
    '/graphql',
    {
      schema: {
        operationId: 'postGraphql',
        summary: 'GraphQL 查询（POST） / A GraphQL query by POST',
        ...described,
        body: graphqlBody,
      } as object,
      // Its shape is checked together with the query, and called what it is.
      validatorCompiler: () => () => true,
      errorHandler: answerGraphqlProblem,
    },
    (request, reply) => answer(request, reply, request.body),
  )

  app.get<{ Querystring: Parameters }>(
    '/graphql',
    {
      schema: {
        operationId: 'getGraphql',
        summary: 'GraphQL 查询（GET，可缓存） / A GraphQL query by GET, which can be cached',
        ...described,
        querystring: graphqlParameters,
      } as object,
      errorHandler: answerGraphqlProblem,
    },
    (request, reply) => {
      const { variables, extensions, ...rest } = request.query
      return answer(request, reply, {
        ...rest,
        variables: parsed('variables', variables),
        extensions: parsed('extensions', extensions),
      })
    },
  )
}

function answerGraphqlProblem(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  // Here a body that is too large is a query that is too large, whatever else is in it.
  const isTooLarge = error.code === 'FST_ERR_CTP_BODY_TOO_LARGE'
  const problem = isTooLarge ? tooLarge() : problemOf(error)
  if (problem.code === 'failed') throw problem
  return sendProblem(problem, request, reply)
}

/** GraphQL takes as long to load as all the rest: it comes once the server listens, or is asked. */
function lateEngine(app: FastifyInstance): () => Promise<Engine> {
  let opening: Promise<Engine> | undefined
  const engine = () =>
    (opening ??= import('../graphql/execute.ts').then(({ openEngine }) => openEngine()))
  app.addHook('onListen', async () => void (await engine()))
  app.addHook('onClose', async () => (await opening)?.close())
  return engine
}

type Shape = { query?: unknown; operationName?: unknown; variables?: Record<string, unknown> }

/** Equal for equal questions; undefined for what is none. */
function keyOf(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined
  const { query, operationName, variables } = body as Shape
  if (typeof query !== 'string' || query.length > graphqlLimits.bytes) return undefined
  if (typeof (variables ?? {}) !== 'object' || Array.isArray(variables)) return undefined
  for (const [name, value] of Object.entries(variables ?? {})) {
    if (typeof value !== 'object' || value === null) continue
    throw badQuery({
      zh: `变量 ${name.slice(0, 60)} 应为单个值`,
      en: `The variable ${name.slice(0, 60)} must be a single value`,
    })
  }
  if (typeof (operationName ?? '') !== 'string') return undefined
  const text = JSON.stringify([query, operationName ?? null, Object.entries(variables ?? {})])
  return `graphql ${digest('sha256', Buffer.from(text)).toString('base64url')}`
}

function parsed(name: string, text: string | undefined): unknown {
  if (text === undefined || text === '') return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw badQuery({ zh: `参数 ${name} 不是有效的 JSON`, en: `${name} is not valid JSON` })
  }
}

const badQuery = (words: Words): Problem => new Problem('bad-query', words)

function tooLarge(): Problem {
  return new Problem('query-too-large', {
    zh: `GraphQL 查询超过 ${graphqlLimits.bytes} 字节`,
    en: `The GraphQL query is longer than ${graphqlLimits.bytes} bytes`,
  })
}
