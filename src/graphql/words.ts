import type { Words } from '../domain/words.ts'

export type GraphqlReason =
  | 'batch'
  | 'shape'
  | 'bytes'
  | 'tokens'
  | 'syntax'
  | 'depth'
  | 'fields'
  | 'aliases'
  | 'root-fields'
  | 'fragment-cycle'
  | 'type-lists'
  | 'cost'
  | 'operation'
  | 'only-queries'
  | 'limit'
  | 'pagination'
  | 'introspection'

/** What is said about a GraphQL request, to the staff and to the public. */
export const graphqlWords: Record<GraphqlReason, (limit?: number) => Words> = {
  batch: () => ({ zh: '不支持 GraphQL 批量请求', en: 'GraphQL batches are not accepted' }),
  shape: () => ({
    zh: '请求体应为 { "query": "…", "variables": { … } }',
    en: 'The body must be { "query": "…", "variables": { … } }',
  }),
  bytes: (limit) => ({
    zh: `GraphQL 查询超过 ${limit} 字节`,
    en: `The GraphQL query is longer than ${limit} bytes`,
  }),
  tokens: (limit) => ({
    zh: `GraphQL 查询的词超过 ${limit} 个`,
    en: `The GraphQL query has more than ${limit} tokens`,
  }),
  syntax: () => ({ zh: 'GraphQL 查询有语法错误', en: 'The GraphQL query has a syntax error' }),
  depth: (limit) => ({
    zh: `GraphQL 查询嵌套超过 ${limit} 层`,
    en: `The GraphQL query is nested deeper than ${limit}`,
  }),
  fields: (limit) => ({
    zh: `GraphQL 查询的字段超过 ${limit} 个`,
    en: `The GraphQL query asks for more than ${limit} fields`,
  }),
  aliases: (limit) => ({
    zh: `GraphQL 查询的别名超过 ${limit} 个`,
    en: `The GraphQL query has more than ${limit} aliases`,
  }),
  'root-fields': (limit) => ({
    zh: `GraphQL 查询的根字段超过 ${limit} 个`,
    en: `The GraphQL query has more than ${limit} root fields`,
  }),
  'fragment-cycle': () => ({
    zh: 'GraphQL 片段互相引用',
    en: 'The GraphQL fragments refer to each other in a circle',
  }),
  'type-lists': () => ({
    zh: 'GraphQL 结构查询中，类型的列表不能再嵌套',
    en: 'Lists of a type may not be nested when asking for the schema',
  }),
  cost: (limit) => ({
    zh: `GraphQL 查询的计算量超过 ${limit}（列表条数 × 字段数），请减少条数或字段`,
    en: `The GraphQL query costs more than ${limit} (items × fields): ask for fewer of either`,
  }),
  operation: () => ({
    zh: '没有这个名称的操作；文档中有多个操作时须给出 operationName',
    en: 'No operation of that name; a document of several needs an operationName',
  }),
  'only-queries': () => ({
    zh: '公众 GraphQL 接口只支持查询（query）',
    en: 'The public GraphQL API answers queries only',
  }),
  limit: (limit) => ({
    zh: `GraphQL 的 limit 与 page 应为正整数，limit 最大为 ${limit}`,
    en: `limit and page in GraphQL must be positive whole numbers, at most ${limit}`,
  }),
  pagination: (limit) => ({
    zh: `pagination: false 时须给出 limit（最大 ${limit}）`,
    en: `pagination: false needs a limit of at most ${limit}`,
  }),
  introspection: () => ({
    zh: '未登录者不能查询 GraphQL 结构',
    en: 'Introspection is not open to strangers',
  }),
}
