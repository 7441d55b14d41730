import type { CollectionBeforeOperationHook } from 'payload'
import { query, sql } from '../database/sql.ts'
import { refusal } from './refuse.ts'

/**
 * Locks the one row that is about to change, before Payload reads it. Payload writes back every
 * column of what it read; without the lock an edit could put an old status over a new one.
 * Changing many at once is refused: each work has a person answering for its change.
 */
export const lockRow: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  overrideAccess,
  req,
}) => {
  if (operation !== 'update' && operation !== 'delete') return args
  const id: unknown = (args as { id?: unknown }).id
  if (id === undefined) {
    if (overrideAccess) return args
    throw refusal(
      400,
      { zh: '请逐件修改或删除', en: 'Change or delete one at a time' },
      { code: 'one-at-a-time' },
    )
  }
  if (!/^\d{1,9}$/.test(String(id))) {
    throw refusal(404, { zh: '没有这条记录', en: 'Not found' }, { code: 'not-found' })
  }
  const table = sql.identifier(collection.slug.replaceAll('-', '_'))
  await query(req, sql`select id from ${table} where id = ${Number(id)} for update`)
  return args
}
