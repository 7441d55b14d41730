import type { GraphqlLimits } from '../../graphql/limits.ts'

/** What a page of an App needs several times over, and no more. */
export const graphqlLimits = {
  bytes: 10 * 1024,
  tokens: 2_000,
  depth: 10,
  introspectionDepth: 20,
  aliases: 20,
  rootFields: 20,
  fields: 400,
  cost: 2_000,
} as const satisfies GraphqlLimits

/** How many a list has when its `limit` does not say. */
export const listSize = 20
