import type { Schema } from './schema.ts'

const example =
  '{ entries(sort: newest, limit: 3) { data { id title track { title } } page { next } } }'

const query = {
  type: 'string',
  description: 'GraphQL 文档，至多 10 KB / The GraphQL document, at most 10 KB',
  examples: [example],
} as const satisfies Schema

const operationName = {
  type: 'string',
  description: '文档中有多个操作时须给出 / Needed when the document has several operations',
} as const satisfies Schema

const extensions = 'extensions.persistedQuery = { version: 1, sha256Hash }'

/** The body of `POST /v1/graphql`. */
export const graphqlBody = {
  type: 'object',
  properties: {
    query,
    operationName: { ...operationName, type: ['string', 'null'] },
    variables: {
      type: ['object', 'null'],
      description: '变量，各为单个值 / Variables, each a single value',
      additionalProperties: { type: ['string', 'number', 'boolean', 'null'] },
    },
    extensions: {
      type: ['object', 'null'],
      description: `登记过的查询 / A persisted query: \`${extensions}\``,
      additionalProperties: true,
    },
  },
} as const satisfies Schema

/** The parameters of `GET /v1/graphql`. */
export const graphqlParameters = {
  type: 'object',
  additionalProperties: false,
  properties: {
    query,
    operationName,
    variables: { type: 'string', description: '变量的 JSON / The variables, as JSON' },
    extensions: {
      type: 'string',
      description: `JSON；登记过的查询 / As JSON; a persisted query: \`${extensions}\``,
    },
  },
} as const satisfies Schema

export const graphqlResponse = {
  description: '查询结果 / What was asked for',
  type: 'object',
  required: ['data'],
  additionalProperties: false,
  properties: { data: { type: 'object', additionalProperties: true } },
} as const satisfies Schema
