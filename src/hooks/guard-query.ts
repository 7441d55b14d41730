import type { CollectionBeforeOperationHook, FlattenedField } from 'payload'
import { personOf } from '../access/person.ts'
import { refusal } from './refuse.ts'

const mostKeys = 5
const mostRows = 100
const deepest = 3

type Bounds = {
  id?: unknown
  limit?: number
  depth?: number
  sort?: string | string[]
  pagination?: boolean
  currentDepth?: number
}

/**
 * Keeps a question within bounds, by whatever way it came (REST, GraphQL, joins): at most 100 rows,
 * depth at most 3, and an order only by the collection's own fields. Payload checks that a caller
 * may read a field it filters or sorts by, but an order *through* a relation ignores whether the
 * caller may see the related documents and would tell about them.
 */
export const guardQuery: CollectionBeforeOperationHook = ({
  args,
  collection,
  operation,
  overrideAccess,
  req,
}) => {
  if (overrideAccess || !['read', 'readDistinct'].includes(operation)) return args
  const { id, limit, depth, sort, currentDepth } = args as Bounds
  if (id !== undefined && !/^\d{1,9}$/.test(String(id))) {
    throw refusal(404, { zh: '没有这条记录', en: 'Not found' }, { code: 'not-found' })
  }
  if (typeof limit === 'number' && (limit < 0 || limit > mostRows)) {
    throw refusal(
      400,
      {
        zh: `每页 ${limit} 条，超过上限 ${mostRows} 条`,
        en: `limit is ${limit}, at most ${mostRows}`,
      },
      { code: 'limit' },
    )
  }
  if (typeof depth === 'number' && (depth < 0 || depth > deepest)) {
    throw refusal(
      400,
      { zh: `depth 为 ${depth}，超过上限 ${deepest}`, en: `depth is ${depth}, at most ${deepest}` },
      { code: 'depth' },
    )
  }
  const keys = (Array.isArray(sort) ? sort : (sort?.split(',') ?? []))
    .map((key) => key.trim())
    .filter(Boolean)
  if (keys.length > mostKeys) {
    throw refusal(
      400,
      { zh: `排序字段最多 ${mostKeys} 个`, en: `At most ${mostKeys} sort keys` },
      { code: 'sort' },
    )
  }
  const mayCross = personOf(req)?.role === 'province'
  for (const key of keys) {
    const path = key.replace(/^-/, '').replace(/__/g, '.')
    if (!sortable(path, collection.flattenedFields, mayCross)) {
      throw refusal(
        400,
        { zh: `不能按 ${path} 排序`, en: `Cannot sort by ${path}` },
        { code: 'sort', path },
      )
    }
  }
  // Payload fills relations itself, by id and one level down; a caller's own “all of it” is 100.
  const wantsAll = currentDepth === undefined && wholeTable(args as Bounds)
  return wantsAll ? { ...args, limit: mostRows } : args
}

function wholeTable({ limit, pagination }: Bounds): boolean {
  return limit === 0 || (limit === undefined && pagination === false)
}

function sortable(path: string, fields: FlattenedField[], mayCross: boolean): boolean {
  if (['id', 'createdAt', 'updatedAt'].includes(path)) return true
  const [head = '', ...rest] = path.split('.')
  const field = fields.find((candidate) => candidate.name === head)
  if (!field || field.type === 'join' || ('virtual' in field && field.virtual)) return false
  if (field.type === 'relationship' || field.type === 'upload') return rest.length === 0 || mayCross
  if (rest.length === 0) return true
  return 'flattenedFields' in field && sortable(rest.join('.'), field.flattenedFields, mayCross)
}
