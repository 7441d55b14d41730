import { fastify, type FastifyInstance } from 'fastify'
import type { ExecutionResult, GraphQLError } from 'graphql'
import mercurius from 'mercurius'
import type { Core } from '../core.ts'
import { Problem, type Finding } from '../problem.ts'
import type { Made } from '../answer.ts'
import { checkAsked, type Asked } from './limits.ts'
import { openReading } from './reading.ts'
import { resolvers } from './resolvers.ts'
import { graphqlSchema } from './schema.ts'

// Parsed and compiled queries that are kept; a parsed one may take up some hundred kilobytes.
const keptQueries = 250
const mostErrors = 5

export type Engine = {
  /**
   * The whole answer to a body.
   *
   * @throws Problem `query-too-large` or `bad-query`, before anything of it is looked up when it can
   */
  answer: (core: Core, body: unknown) => Promise<Made>
  /** What is wrong with a body that is no question at all. */
  refusal: (body: unknown) => Error
  close: () => Promise<void>
}

/** Readies the schema; queries are compiled when they come a second time. */
export async function openEngine(): Promise<Engine> {
  // Mercurius is a plugin; beside the server it can be made ready while that already listens.
  const app = fastify()
  await app.register(mercurius, {
    schema: graphqlSchema,
    resolvers: resolvers as never,
    routes: false,
    jit: 1,
    cache: keptQueries,
    graphql: { validateOptions: { maxErrors: mostErrors } },
    // Errors come back as they are; `problemOf` says what they mean.
    errorFormatter: (execution) => ({ statusCode: 200, response: execution as never }),
  })
  await app.ready()
  return {
    answer: async (core, body) => made(app, core, checkAsked(body)),
    refusal,
    close: () => app.close(),
  }
}

function refusal(body: unknown): Error {
  try {
    checkAsked(body)
    return new Problem('bad-request')
  } catch (error) {
    return error as Error
  }
}

async function made(app: FastifyInstance, core: Core, asked: Asked): Promise<Made> {
  const { query, operationName, variables, isOneOfSeveral } = asked
  const reading = openReading(core)
  // Mercurius keeps one compiled operation a text, whichever it was.
  const source = isOneOfSeveral ? `#${operationName}\n${query}` : query
  const result = await run(() => app.graphql(source, { reading }, variables, operationName))
  if (result.errors?.length) throw problemOf(result.errors)
  return {
    body: JSON.stringify({ data: result.data }),
    matches: reading.matches,
    expires: reading.expires(),
  }
}

async function run(execute: () => Promise<ExecutionResult>): Promise<ExecutionResult> {
  try {
    return await execute()
  } catch (error) {
    const { errors } = error as { errors?: readonly GraphQLError[] }
    if (Array.isArray(errors)) return { errors }
    throw error
  }
}

function problemOf(errors: readonly GraphQLError[]): Error {
  for (const { originalError } of errors) if (originalError instanceof Problem) return originalError
  // Only what is executed has a path: this is no fault of the query.
  const ours = errors.find(({ path }) => path !== undefined)
  if (ours) return new Problem('failed', undefined, { cause: ours.originalError ?? ours })
  const findings = errors.slice(0, mostErrors).map(findingOf)
  const [first] = findings
  const message = first?.message ?? ''
  return new Problem(
    'bad-query',
    { zh: `GraphQL 查询有误：${message}`, en: `The GraphQL query is wrong: ${message}` },
    { findings },
  )
}

function findingOf({ message, locations }: GraphQLError): Finding {
  const [at] = locations ?? []
  return {
    path: at ? `query:${at.line}:${at.column}` : 'query',
    // A message quotes what was sent.
    message: message.slice(0, 300),
  }
}
