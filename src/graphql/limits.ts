import {
  GraphQLError,
  Kind,
  parse,
  visit,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql'
import type { GraphqlReason } from './words.ts'

/** How much one GraphQL request may ask for. */
export type GraphqlLimits = {
  /** Of the query's text. */
  bytes: number
  tokens: number
  depth: number
  /** The query that every GraphQL tool sends first is deeper than any other. */
  introspectionDepth: number
  aliases: number
  rootFields: number
  /** Fields after every fragment is written out. */
  fields: number
  /** What `costOf` may come to. */
  cost?: number
}

/** A request that is not let in; each API says so in its own form. */
export class GraphqlRefused extends Error {
  override name = 'GraphqlRefused'
  constructor(
    readonly reason: GraphqlReason,
    readonly limit?: number,
  ) {
    super(reason)
  }
}

export type GraphqlRequest = {
  query: string
  operationName: string | undefined
  variables: Record<string, unknown>
  document: DocumentNode
  operations: OperationDefinitionNode[]
  fragments: Map<string, FragmentDefinitionNode>
}

export type Variables = Record<string, unknown>

/** What a field costs when what stands below it costs `below`. */
export type CostOf = (field: FieldNode, below: number, variables: Variables) => number

type Body = { query?: unknown; variables?: unknown; operationName?: unknown }

// Lists of a type within a list of a type multiply; no tool asks for that.
const typeLists = new Set(['fields', 'inputFields', 'interfaces', 'possibleTypes'])

/**
 * The parts of a request's body, parsed, and within its size.
 *
 * @throws GraphqlRefused
 */
export function readGraphql(body: unknown, limits: GraphqlLimits): GraphqlRequest {
  if (Array.isArray(body)) throw new GraphqlRefused('batch')
  if (typeof body !== 'object' || body === null) throw new GraphqlRefused('shape')
  const { query, variables, operationName } = body as Body
  if (typeof query !== 'string' || !query.trim()) throw new GraphqlRefused('shape')
  if (!['undefined', 'string'].includes(typeof (operationName ?? undefined))) {
    throw new GraphqlRefused('shape')
  }
  if (typeof (variables ?? {}) !== 'object' || Array.isArray(variables)) {
    throw new GraphqlRefused('shape')
  }
  // Every character is a byte at least: a huge text is not measured to its end.
  if (query.length > limits.bytes || new TextEncoder().encode(query).length > limits.bytes) {
    throw new GraphqlRefused('bytes', limits.bytes)
  }
  const document = parsed(query, limits.tokens)
  return {
    query,
    operationName: (operationName as string | null | undefined) ?? undefined,
    variables: (variables ?? {}) as Variables,
    document,
    operations: document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION),
    fragments: new Map(
      document.definitions
        .filter((one) => one.kind === Kind.FRAGMENT_DEFINITION)
        .map((one) => [one.name.value, one]),
    ),
  }
}

/**
 * Refuses what is too deep, too wide or too dear, fragments written out.
 *
 * @throws GraphqlRefused
 */
export function measureGraphql(
  request: GraphqlRequest,
  limits: GraphqlLimits,
  { mayIntrospect, costOf }: { mayIntrospect: boolean; costOf?: CostOf },
): void {
  let aliases = 0
  visit(request.document, {
    Field({ alias }) {
      if (alias) aliases += 1
      if (aliases > limits.aliases) throw new GraphqlRefused('aliases', limits.aliases)
    },
  })
  for (const operation of request.operations) {
    const measure = measureSet(operation.selectionSet, {
      fragments: request.fragments,
      variables: { ...defaultsOf(operation), ...request.variables },
      costOf: costOf ?? ((_field, below) => 1 + below),
      known: new Map(),
      inside: new Set(),
    })
    const introspects = mayIntrospect && asksOnlyForSchema(operation)
    const most = { ...limits, depth: introspects ? limits.introspectionDepth : limits.depth }
    if (measure.depth > most.depth) throw new GraphqlRefused('depth', most.depth)
    if (measure.typeLists > 1) throw new GraphqlRefused('type-lists')
    if (measure.fields > most.fields) throw new GraphqlRefused('fields', most.fields)
    if (measure.roots > most.rootFields) throw new GraphqlRefused('root-fields', most.rootFields)
    if (measure.cost > (most.cost ?? Infinity)) throw new GraphqlRefused('cost', most.cost)
  }
}

/** The defaults that an operation gives its variables. */
export function defaultsOf({ variableDefinitions = [] }: OperationDefinitionNode): Variables {
  return Object.fromEntries(
    variableDefinitions
      .filter(({ defaultValue }) => defaultValue)
      .map(({ variable, defaultValue }) => [variable.name.value, valueOf(defaultValue!, {})]),
  )
}

/** A plain value of an argument; lists and objects stay nodes. */
export function valueOf(node: ValueNode, variables: Variables): unknown {
  if (node.kind === Kind.VARIABLE) return variables[node.name.value]
  if (node.kind === Kind.INT || node.kind === Kind.FLOAT) return Number(node.value)
  if (node.kind === Kind.STRING || node.kind === Kind.BOOLEAN) return node.value
  return node.kind === Kind.NULL ? null : node
}

function parsed(query: string, maxTokens: number): DocumentNode {
  try {
    return parse(query, { maxTokens, noLocation: true })
  } catch (error) {
    // A RangeError is the parser's own recursion: nothing sensible nests like that.
    if (error instanceof GraphQLError && /tokens\. Parsing aborted/.test(error.message)) {
      throw new GraphqlRefused('tokens', maxTokens)
    }
    if (error instanceof GraphQLError || error instanceof RangeError) {
      throw new GraphqlRefused('syntax')
    }
    throw error
  }
}

function asksOnlyForSchema({ selectionSet }: OperationDefinitionNode): boolean {
  return selectionSet.selections.every(
    (one) => one.kind === Kind.FIELD && ['__schema', '__type'].includes(one.name.value),
  )
}

type Measure = { depth: number; fields: number; roots: number; typeLists: number; cost: number }

type Measuring = {
  fragments: Map<string, FragmentDefinitionNode>
  variables: Variables
  costOf: CostOf
  known: Map<string, Measure>
  inside: Set<string>
}

const nothing: Measure = { depth: 0, fields: 0, roots: 0, typeLists: 0, cost: 0 }

// Recursion is bounded by the number of tokens; each fragment is measured once, however often it is used.
function measureSet(set: SelectionSetNode, measuring: Measuring): Measure {
  const { fragments, variables, costOf, known, inside } = measuring
  const total = { ...nothing }
  const add = ({ depth, fields, roots, typeLists, cost }: Measure) => {
    total.depth = Math.max(total.depth, depth)
    total.typeLists = Math.max(total.typeLists, typeLists)
    total.fields += fields
    total.roots += roots
    total.cost += cost
  }
  for (const one of set.selections) {
    if (one.kind === Kind.FIELD) {
      const below = one.selectionSet ? measureSet(one.selectionSet, measuring) : nothing
      add({
        depth: below.depth + 1,
        fields: below.fields + 1,
        roots: 1,
        typeLists: below.typeLists + (one.selectionSet && typeLists.has(one.name.value) ? 1 : 0),
        cost: costOf(one, below.cost, variables),
      })
    } else if (one.kind === Kind.INLINE_FRAGMENT) {
      add(measureSet(one.selectionSet, measuring))
    } else {
      const name = one.name.value
      const fragment = fragments.get(name)
      if (inside.has(name)) throw new GraphqlRefused('fragment-cycle')
      if (!fragment) throw new GraphqlRefused('syntax')
      if (!known.has(name)) {
        const within = { ...measuring, inside: new Set(inside).add(name) }
        known.set(name, measureSet(fragment.selectionSet, within))
      }
      add(known.get(name)!)
    }
  }
  return total
}
