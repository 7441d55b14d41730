import type { CollectionAfterChangeHook, CollectionAfterDeleteHook } from 'payload'
import { list, query, sql } from '../database/sql.ts'
import { idOf } from '../fields/id-of.ts'
import { refusal } from './refuse.ts'

/**
 * Ties an article's cover and the files in its text to it. They are open once the article is out;
 * a draft saved over a published article leaves what is out as it is.
 */
export const claimArticleMedia: CollectionAfterChangeHook = async ({ data, doc, req }) => {
  const ids = [...new Set([idOf(data.cover), ...uploadsIn(data.body)].filter((id) => id !== null))]
  const [row] = await query<{ _status: string }>(
    req,
    sql`select _status from articles where id = ${doc.id}`,
  )
  const status = row?._status ?? 'draft'
  if (ids.length > 0) {
    const claimed = await query(
      req,
      sql`
      update media set entry_kind = 'articles', entry_id = ${doc.id}, status = ${status}, open = true
      where id in ${list(ids)} and (entry_id is null or (entry_kind = 'articles' and entry_id = ${doc.id}))
      returning id`,
    )
    if (claimed.length < ids.length) {
      const words = {
        zh: '文件不存在，或已用于其他内容',
        en: 'A file does not exist or is used elsewhere',
      }
      throw refusal(422, words, { code: 'file-not-available' })
    }
  }
  await query(
    req,
    sql`update media set status = ${status} where entry_kind = 'articles' and entry_id = ${doc.id}`,
  )
  return doc
}

export const releaseArticleMedia: CollectionAfterDeleteHook = async ({ doc, req }) => {
  await query(
    req,
    sql`
    update media set entry_kind = null, entry_id = null, status = null, open = false
    where entry_kind = 'articles' and entry_id = ${doc.id}`,
  )
  return doc
}

// Lexical keeps an upload as a node { type: 'upload', relationTo: 'media', value: id }.
function uploadsIn(body: unknown): (number | null)[] {
  const found: (number | null)[] = []
  const waiting: unknown[] = [body]
  while (waiting.length > 0) {
    const node = waiting.pop()
    if (Array.isArray(node)) waiting.push(...node)
    else if (typeof node === 'object' && node !== null) {
      const { type, relationTo, value } = node as Record<string, unknown>
      if (type === 'upload' && relationTo === 'media') found.push(idOf(value))
      waiting.push(...Object.values(node))
    }
  }
  return found
}
