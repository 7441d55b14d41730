import { Kind, visit, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql'
import {
  defaultsOf,
  GraphqlRefused,
  measureGraphql,
  readGraphql,
  valueOf,
  type GraphqlLimits,
  type GraphqlRequest,
  type Variables,
} from '../graphql/limits.ts'
import { graphqlWords } from '../graphql/words.ts'
import { queryLimits } from './query-check.ts'
import { TurnedAway } from './turn-away.ts'

export const graphqlLimits: GraphqlLimits = {
  bytes: 20 * 1024,
  tokens: 4_000,
  depth: 12,
  introspectionDepth: 20,
  aliases: 30,
  rootFields: 20,
  fields: 1_000,
}

/** One root field that the door counts: `loginUser(email: …)`. */
export type RootField = { name: string; email: string | undefined }

export type GraphqlAsked = { isMutation: boolean; rootFields: RootField[] }

/**
 * Checks a GraphQL request before it reaches the schema: its size, depth, aliases, root fields, and
 * `limit`/`page` arguments anywhere in it (as variables, too).
 *
 * @param mayIntrospect whether `__schema` and `__type` may be asked for
 * @returns what the operation does, for the rate limits
 * @throws TurnedAway 400 or 403
 */
export function checkGraphql(body: unknown, mayIntrospect: boolean): GraphqlAsked {
  try {
    return check(readGraphql(body, graphqlLimits), mayIntrospect)
  } catch (error) {
    if (!(error instanceof GraphqlRefused)) throw error
    const { reason, limit } = error
    const status = reason === 'introspection' ? 403 : 400
    throw new TurnedAway(status, graphqlWords[reason](limit), `graphql-${reason}`)
  }
}

function check(request: GraphqlRequest, mayIntrospect: boolean): GraphqlAsked {
  const { operations, operationName, fragments, variables } = request
  if (!mayIntrospect) refuseIntrospection(request)
  for (const operation of operations) {
    checkArguments(request, { ...defaultsOf(operation), ...variables })
  }
  measureGraphql(request, graphqlLimits, { mayIntrospect })
  const chosen = operations.filter(({ name }) => !operationName || name?.value === operationName)
  return {
    isMutation: chosen.some(({ operation }) => operation === 'mutation'),
    rootFields: chosen.flatMap((one) =>
      rootFieldsOf(one.selectionSet, fragments, { ...defaultsOf(one), ...variables }),
    ),
  }
}

function refuseIntrospection({ document }: GraphqlRequest): void {
  visit(document, {
    Field({ name }) {
      if (['__schema', '__type'].includes(name.value)) throw new GraphqlRefused('introspection')
    },
  })
}

function checkArguments({ document }: GraphqlRequest, variables: Variables): void {
  const bounds: Record<string, [least: number, most: number]> = {
    limit: [1, queryLimits.limit],
    page: [1, queryLimits.page],
  }
  visit(document, {
    Field({ arguments: given = [] }) {
      const values = new Map(given.map((one) => [one.name.value, valueOf(one.value, variables)]))
      for (const [name, [least, most]] of Object.entries(bounds)) {
        const value = values.get(name)
        if (value === undefined || value === null) continue
        if (typeof value !== 'number' || value < least || value > most) {
          throw new GraphqlRefused('limit', most)
        }
      }
      if (values.get('pagination') === false && typeof values.get('limit') !== 'number') {
        throw new GraphqlRefused('pagination', queryLimits.limit)
      }
    },
  })
}

function rootFieldsOf(
  set: SelectionSetNode,
  fragments: Map<string, FragmentDefinitionNode>,
  variables: Variables,
): RootField[] {
  return set.selections.flatMap((one): RootField[] => {
    if (one.kind === Kind.INLINE_FRAGMENT)
      return rootFieldsOf(one.selectionSet, fragments, variables)
    if (one.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = fragments.get(one.name.value)
      return fragment ? rootFieldsOf(fragment.selectionSet, fragments, variables) : []
    }
    const argument = one.arguments?.find(({ name }) => name.value === 'email')
    const email = argument && valueOf(argument.value, variables)
    return [{ name: one.name.value, email: typeof email === 'string' ? email : undefined }]
  })
}
