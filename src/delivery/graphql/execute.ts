import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ExecutionResult, GraphQLError } from 'graphql'
import mercurius from 'mercurius'
import type { Core } from '../core.ts'
import { Problem, type Finding } from '../problem.ts'
import type { Made } from '../answer.ts'
import type { Asked } from './limits.ts'
import { openReading } from './reading.ts'
import { resolvers } from './resolvers.ts'
import { graphqlSchema } from './schema.ts'

// Parsed and compiled queries that are kept; a parsed one may take up some hundred kilobytes.
const keptQueries = 250
const mostErrors = 5

/** Readies the schema; queries are compiled when they come a second time. */
export async function openGraphql(app: FastifyInstance): Promise<void> {
  await app.register(mercurius, {
    schema: graphqlSchema,
    resolvers: resolvers as never,
    routes: false,
    jit: 1,
    cache: keptQueries,
    graphql: { validateOptions: { maxErrors: mostErrors } },
    // Errors come back as they are; `made` says what they mean.
    errorFormatter: (execution) => ({ statusCode: 200, response: execution as never }),
  })
}

/**
 * The whole answer to a checked query.
 *
 * @throws Problem `bad-query` when the schema does not know what it asks for
 */
export async function made(core: Core, reply: FastifyReply, asked: Asked): Promise<Made> {
  const { query, operationName, variables, isOneOfSeveral } = asked
  const reading = openReading(core)
  // Mercurius keeps one compiled operation a text, whichever it was.
  const source = isOneOfSeveral ? `#${operationName}\n${query}` : query
  const result = await run(() => reply.graphql(source, { reading }, variables, operationName))
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
