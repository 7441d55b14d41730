import type { CollectionBeforeOperationHook, FlattenedField, Payload } from 'payload'
import { personOf } from '../access/person.ts'
import { refusal } from './refuse.ts'

const mostKeys = 5
const mostRows = 100
const deepest = 3

// Stored sealed, so an order or a condition by them says nothing useful, but tells that there is one.
const secrets = ['phone']

type Bounds = {
  where?: unknown
  field?: unknown
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
  if (overrideAccess) return args
  refuseSecrets(args as Bounds)
  refuseFarPaths(args as Bounds, collection.flattenedFields, req.payload)
  refusePlaces(args as Bounds)
  if (!['read', 'readDistinct'].includes(operation)) return args
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

function refuseSecrets({ where, sort, field }: Bounds): void {
  const keys = [...keysOf(where), ...(Array.isArray(sort) ? sort : (sort?.split(',') ?? [])), field]
  for (const key of keys) {
    const path = typeof key === 'string' ? key.trim().replace(/^-/, '').replace(/__/g, '.') : ''
    if (!path.split('.').some((segment) => secrets.includes(segment))) continue
    const words = { zh: `不能按 ${path} 查询`, en: `Cannot query by ${path}` }
    throw refusal(400, words, { code: 'secret', path })
  }
}

/**
 * One relation away is as far as a question reaches. Payload 3.90 checks what lies behind a second one
 * in a promise that nobody waits for (validateSearchParam): its refusal would come unheard.
 */
function refuseFarPaths({ where, sort }: Bounds, fields: FlattenedField[], payload: Payload): void {
  const keys = [...keysOf(where), ...(Array.isArray(sort) ? sort : (sort?.split(',') ?? []))]
  for (const key of keys) {
    const path = key.trim().replace(/^-/, '').replace(/__/g, '.')
    if (relationsOn(path, fields, payload) < 2) continue
    const words = { zh: `查询条件 ${path} 过远`, en: `${path} reaches too far` }
    throw refusal(400, words, { code: 'too-far', path })
  }
}

// Relations that a path goes through; `unit` and `unit.id` go through none and one.
function relationsOn(path: string, fields: FlattenedField[], payload: Payload): number {
  const [head, ...rest] = path.split('.')
  const field = fields.find(({ name }) => name === head)
  if (!field || rest.length === 0) return 0
  if ('flattenedFields' in field) {
    return relationsOn(rest.join('.'), field.flattenedFields, payload)
  }
  if (field.type !== 'relationship' && field.type !== 'upload') return 0
  const related = [field.relationTo].flat().map((slug) => payload.collections[slug]!.config)
  const further = related.map((one) => relationsOn(rest.join('.'), one.flattenedFields, payload))
  return 1 + Math.max(...further)
}

// Field names and operators alike, however deep `and` and `or` nest.
function keysOf(where: unknown): string[] {
  if (typeof where !== 'object' || where === null) return []
  if (Array.isArray(where)) return where.flatMap(keysOf)
  return Object.entries(where).flatMap(([key, value]) => [key, ...keysOf(value)])
}

// Operators for points on a map: nothing here is one, and PostgreSQL fails over them.
function refusePlaces({ where }: Bounds): void {
  const odd = /"(near|within|intersects)":/.exec(JSON.stringify(where ?? {}))
  if (!odd) return
  const words = { zh: `没有 ${odd[1]} 可查的字段`, en: `No field can be asked for ${odd[1]}` }
  throw refusal(400, words, { code: 'bad-query' })
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
