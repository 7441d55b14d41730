import {
  GraphQLError,
  Kind,
  parse,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql'
import { graphqlWords, type GraphqlReason } from './graphql-words.ts'
import { queryLimits } from './query-check.ts'
import { TurnedAway } from './turn-away.ts'

export const graphqlLimits = {
  bytes: 20 * 1024,
  tokens: 4_000,
  depth: 12,
  /** The query that every GraphQL tool sends first. */
  introspectionDepth: 20,
  aliases: 30,
  rootFields: 20,
  /** Fields after every fragment is written out. */
  fields: 1_000,
}

/** One root field that the door counts: `loginUser(email: …)`. */
export type RootField = { name: string; email: string | undefined }

export type GraphqlAsked = { isMutation: boolean; rootFields: RootField[] }

type Body = { query?: unknown; variables?: unknown; operationName?: unknown }

/**
 * Checks a GraphQL request before it reaches the schema: its size, depth, aliases, root fields, and
 * `limit`/`page` arguments anywhere in it (as variables, too).
 *
 * @param mayIntrospect whether `__schema` and `__type` may be asked for
 * @returns what the operation does, for the rate limits
 * @throws TurnedAway 400 or 403
 */
export function checkGraphql(body: unknown, mayIntrospect: boolean): GraphqlAsked {
  if (Array.isArray(body)) throw refused('batch')
  if (typeof body !== 'object' || body === null) throw refused('shape')
  const { query, variables = {}, operationName } = body as Body
  if (typeof query !== 'string' || !query.trim()) throw refused('shape')
  if (!['undefined', 'string'].includes(typeof (operationName ?? undefined))) throw refused('shape')
  if (typeof variables !== 'object' || Array.isArray(variables)) throw refused('shape')
  if (Buffer.byteLength(query) > graphqlLimits.bytes) throw refused('bytes', graphqlLimits.bytes)

  const document = read(query)
  const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION)
  const fragments = new Map(
    document.definitions
      .filter((one) => one.kind === Kind.FRAGMENT_DEFINITION)
      .map((one) => [one.name.value, one]),
  )
  const given = (variables ?? {}) as Record<string, unknown>
  checkFields(document, mayIntrospect)
  for (const operation of operations) {
    checkArguments(document, { ...defaultsOf(operation), ...given })
    measure(operation, fragments, mayIntrospect)
  }
  const chosen = operations.filter(({ name }) => !operationName || name?.value === operationName)
  return {
    isMutation: chosen.some(({ operation }) => operation === 'mutation'),
    rootFields: chosen.flatMap((one) =>
      rootFieldsOf(one.selectionSet, fragments, { ...defaultsOf(one), ...given }),
    ),
  }
}

function read(query: string): DocumentNode {
  try {
    return parse(query, { maxTokens: graphqlLimits.tokens, noLocation: true })
  } catch (error) {
    // A RangeError is the parser's own recursion: nothing sensible nests like that.
    if (error instanceof GraphQLError || error instanceof RangeError) throw refused('syntax')
    throw error
  }
}

function checkFields(document: DocumentNode, mayIntrospect: boolean): void {
  let aliases = 0
  visit(document, {
    Field({ name, alias }) {
      if (alias) aliases += 1
      if (aliases > graphqlLimits.aliases) throw refused('aliases', graphqlLimits.aliases)
      if (!mayIntrospect && ['__schema', '__type'].includes(name.value)) {
        throw refused('introspection')
      }
    },
  })
}

function checkArguments(document: DocumentNode, variables: Record<string, unknown>): void {
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
        if (typeof value !== 'number' || value < least || value > most) throw refused('limit', most)
      }
      if (values.get('pagination') === false && typeof values.get('limit') !== 'number') {
        throw refused('pagination', queryLimits.limit)
      }
    },
  })
}

function measure(
  operation: OperationDefinitionNode,
  fragments: Map<string, FragmentDefinitionNode>,
  mayIntrospect: boolean,
): void {
  const known = new Map<string, Measure>()
  const { depth, fields, roots } = measureSet(operation.selectionSet, fragments, known, new Set())
  const { introspectionDepth } = graphqlLimits
  const deepest =
    mayIntrospect && asksOnlyForSchema(operation) ? introspectionDepth : graphqlLimits.depth
  if (depth > deepest) throw refused('depth', deepest)
  if (fields > graphqlLimits.fields) throw refused('fields', graphqlLimits.fields)
  if (roots > graphqlLimits.rootFields) throw refused('root-fields', graphqlLimits.rootFields)
}

function asksOnlyForSchema({ selectionSet }: OperationDefinitionNode): boolean {
  return selectionSet.selections.every(
    (one) => one.kind === Kind.FIELD && one.name.value === '__schema',
  )
}

type Measure = { depth: number; fields: number; roots: number }

// Recursion is bounded by the number of tokens; each fragment is measured once, however often it is used.
function measureSet(
  set: SelectionSetNode,
  fragments: Map<string, FragmentDefinitionNode>,
  known: Map<string, Measure>,
  inside: Set<string>,
): Measure {
  const total: Measure = { depth: 0, fields: 0, roots: 0 }
  const add = ({ depth, fields, roots }: Measure) => {
    total.depth = Math.max(total.depth, depth)
    total.fields += fields
    total.roots += roots
  }
  for (const one of set.selections) {
    if (one.kind === Kind.FIELD) {
      const below = one.selectionSet
        ? measureSet(one.selectionSet, fragments, known, inside)
        : { depth: 0, fields: 0, roots: 0 }
      add({ depth: below.depth + 1, fields: below.fields + 1, roots: 1 })
    } else if (one.kind === Kind.INLINE_FRAGMENT) {
      add(measureSet(one.selectionSet, fragments, known, inside))
    } else {
      const name = one.name.value
      const fragment = fragments.get(name)
      if (inside.has(name)) throw refused('fragment-cycle')
      if (!fragment) throw refused('syntax')
      if (!known.has(name)) {
        const within = new Set(inside).add(name)
        known.set(name, measureSet(fragment.selectionSet, fragments, known, within))
      }
      add(known.get(name)!)
    }
  }
  return total
}

function rootFieldsOf(
  set: SelectionSetNode,
  fragments: Map<string, FragmentDefinitionNode>,
  variables: Record<string, unknown>,
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

function defaultsOf({
  variableDefinitions = [],
}: OperationDefinitionNode): Record<string, unknown> {
  return Object.fromEntries(
    variableDefinitions
      .filter(({ defaultValue }) => defaultValue)
      .map(({ variable, defaultValue }) => [variable.name.value, valueOf(defaultValue!, {})]),
  )
}

function valueOf(node: ValueNode, variables: Record<string, unknown>): unknown {
  if (node.kind === Kind.VARIABLE) return variables[node.name.value]
  if (node.kind === Kind.INT || node.kind === Kind.FLOAT) return Number(node.value)
  if (node.kind === Kind.STRING || node.kind === Kind.BOOLEAN) return node.value
  return node.kind === Kind.NULL ? null : node
}

function refused(reason: GraphqlReason, limit?: number): TurnedAway {
  const status = reason === 'introspection' ? 403 : 400
  return new TurnedAway(status, graphqlWords[reason](limit), `graphql-${reason}`)
}
