import {
  GraphqlRefused,
  measureGraphql,
  readGraphql,
  valueOf,
  type CostOf,
  type GraphqlRequest,
} from '../../graphql/limits.ts'
import { graphqlWords } from '../../graphql/words.ts'
import { Problem } from '../problem.ts'
import { longFields } from '../read/entry-documents.ts'
import { graphqlLimits, listSize } from './bounds.ts'

const lists = new Set(['entries', 'articles', 'results'])
// Whole, and short: campaigns and tracks are few.
const wholeLists: Record<string, number> = { campaigns: 5, tracks: 8 }
// What makes a row long, and what reads the database.
const dear: Record<string, number> = {
  ...Object.fromEntries(longFields.map((name) => [name, 40])),
  ...{ media: 5, trackDetails: 5, stats: 200 },
}
const perList = 20

/** Items of a list times what is asked of each, and something for each list. */
export const costOf: CostOf = (
  { name: { value: name }, arguments: given = [] },
  below,
  variables,
) => {
  const argumentOf = (wanted: string) => {
    const node = given.find((one) => one.name.value === wanted)
    return node && valueOf(node.value, variables)
  }
  if (lists.has(name)) {
    const limit = argumentOf('limit')
    return perList + (typeof limit === 'number' && limit > 0 ? limit : listSize) * below
  }
  const size = wholeLists[name]
  if (size !== undefined) return perList + size * below
  return (dear[name] ?? 1) + below
}

/** A request that may be asked, and the one operation of it that is asked for. */
export type Asked = Pick<GraphqlRequest, 'query' | 'operationName' | 'variables'> & {
  /** Whether the text holds more operations than the one. */
  isOneOfSeveral: boolean
}

/**
 * Checks a request's body before anything of it is looked up.
 *
 * @throws Problem `bad-query` or `query-too-large`
 */
export function checkAsked(body: unknown): Asked {
  try {
    const request = readGraphql(body, graphqlLimits)
    const { operations, operationName, query, variables } = request
    const chosen = operations.filter(
      ({ name }) => operationName === undefined || name?.value === operationName,
    )
    if (chosen.length !== 1) throw new GraphqlRefused('operation')
    if (operations.some(({ operation }) => operation !== 'query')) {
      throw new GraphqlRefused('only-queries')
    }
    measureGraphql(request, graphqlLimits, { mayIntrospect: true, costOf })
    return { query, operationName, variables, isOneOfSeveral: operations.length > 1 }
  } catch (error) {
    throw error instanceof GraphqlRefused ? problemOf(error) : error
  }
}

const tooLarge = new Set([
  'bytes',
  'tokens',
  'depth',
  'fields',
  'aliases',
  'root-fields',
  'type-lists',
  'cost',
])

function problemOf({ reason, limit }: GraphqlRefused): Problem {
  return new Problem(
    tooLarge.has(reason) ? 'query-too-large' : 'bad-query',
    graphqlWords[reason](limit),
    { findings: [{ path: reason, message: words(reason, limit) }] },
  )
}

function words(reason: GraphqlRefused['reason'], limit: number | undefined): string {
  const { zh, en } = graphqlWords[reason](limit)
  return `${zh} / ${en}`
}
