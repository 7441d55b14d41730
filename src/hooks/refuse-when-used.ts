import type { CollectionBeforeDeleteHook, CollectionSlug } from 'payload'
import { query, sql } from '../database/sql.ts'
import { refusal } from './refuse.ts'

/** A place where something may still be referred to. */
export type Use = { collection: string; field: string }

/**
 * Refuses to delete what others still refer to: PostgreSQL would empty their relation or fail late.
 * The row is locked first: who is about to refer to it either is counted or finds it gone.
 */
export function refuseWhenUsed(uses: Use[]): CollectionBeforeDeleteHook {
  return async ({ collection: { slug }, id, req }) => {
    const table = sql.identifier(slug.replaceAll('-', '_'))
    await query(req, sql`select id from ${table} where id = ${id} for update`)
    for (const { collection, field } of uses) {
      const { totalDocs } = await req.payload.count({
        collection: collection as CollectionSlug,
        where: { [field]: { equals: id } },
        req,
      })
      if (totalDocs > 0) {
        const words = {
          zh: `仍有 ${totalDocs} 条“${collection}”记录引用它，不能删除`,
          en: `${totalDocs} ${collection} still refer to it, so it cannot be deleted`,
        }
        throw refusal(409, words, { code: 'in-use', collection, count: totalDocs })
      }
    }
  }
}
