import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, PayloadRequest } from 'payload'
import { participantOf, personOf } from '../../access/person.ts'
import { list, query, sql } from '../../database/sql.ts'
import { scopeRange } from '../../domain/unit-tree.ts'
import { refusal } from '../../hooks/refuse.ts'
import { usesOf, type Use } from '../../fields/file-uses.ts'
import { idOf } from '../../fields/id-of.ts'

/**
 * Ties the files of an entry to it: a file belongs to one entry, and whoever may read the entry may
 * read the file. The entry's place and status are kept on the file's row, in the same transaction, so
 * that one rule serves both. A file of another entry, or out of the caller's sight, is refused.
 */
export const claimMedia: CollectionAfterChangeHook = async ({
  data,
  doc,
  collection,
  req,
  previousDoc,
  operation,
}) => {
  // `doc` holds what the caller selected and may read; `data` is what was written.
  const uses = usesOf(data, collection)
  const before = operation === 'update' ? usesOf(previousDoc, collection) : []
  if (
    same(uses, before) &&
    data.status === previousDoc?.status &&
    data.unitPath === previousDoc?.unitPath
  )
    return doc

  const ids = uses.map(({ id }) => id)
  await query(
    req,
    sql`
    update media set ${released}
    where entry_kind = ${collection.slug} and entry_id = ${doc.id}
      ${ids.length > 0 ? sql`and id not in ${list(ids)}` : sql``}`,
  )
  for (const { id, field, open } of uses) {
    const [claimed] = await query(
      req,
      sql`
      update media set entry_kind = ${collection.slug}, entry_id = ${doc.id}, entry_field = ${field},
        track_id = ${idOf(data.track)}, unit_path = ${data.unitPath}, status = ${data.status}, open = ${open}
      where id = ${id} and ((entry_kind = ${collection.slug} and entry_id = ${doc.id})
        or (entry_id is null and ${claimable(req)}))
      returning id`,
    )
    if (!claimed) {
      const words = {
        zh: `文件 ${id} 不存在，或已用于其他作品`,
        en: `File ${id} does not exist or belongs to another entry`,
      }
      throw refusal(422, words, { code: 'file-not-available', path: field })
    }
  }
  return doc
}

export const releaseMedia: CollectionAfterDeleteHook = async ({ doc, collection, req }) => {
  await query(
    req,
    sql`
    update media set ${released}
    where entry_kind = ${collection.slug} and entry_id = ${doc.id}`,
  )
  return doc
}

// A participant's file is in a unit's sight by the work that uses it; without one it is theirs alone.
const released = sql`entry_kind = null, entry_id = null, entry_field = null, track_id = null, status = null,
  open = false, unit_path = case when participant_id is null then unit_path end`

function claimable(req: PayloadRequest) {
  const participant = participantOf(req)
  if (participant) return sql`participant_id = ${participant.id}`
  const person = personOf(req)
  if (!person || person.role === 'province') return sql`true`
  const { from, below } = scopeRange(person.unitPath)
  return sql`(created_by_id = ${person.id} or (unit_path >= ${from} and unit_path < ${below}))`
}

function same(a: Use[], b: Use[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ id, field }, index) => b[index]?.id === id && b[index]?.field === field)
  )
}
