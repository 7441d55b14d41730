import type { CollectionAfterChangeHook, CollectionBeforeChangeHook } from 'payload'
import { personOf } from '../../access/person.ts'
import { enqueueJob } from '../../database/jobs/enqueue.ts'
import { query, sql } from '../../database/sql.ts'
import { cleanWords, linesOf } from '../../domain/content-safety/word-list.ts'

/** What is no word is left out, words are counted, and every change of them counts the version up. */
export const cleanList: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const { words } = cleanWords(linesOf(typeof data.words === 'string' ? data.words : ''))
  const text = words.join('\n')
  const version = Number(originalDoc?.version ?? 0)
  const changed = version === 0 || text !== (originalDoc?.words ?? '')
  return {
    ...data,
    words: text,
    wordCount: words.length,
    version: changed ? version + 1 : version,
  }
}

/** Keeps the new version for ever, and has all works under review looked at with it. */
export const keepVersion: CollectionAfterChangeHook = async ({ data, doc, previousDoc, req }) => {
  if (data.version !== previousDoc?.version) {
    await query(
      req,
      sql`insert into word_list_versions (list_id, version, title, category, words, word_count, changed_by)
        values (${doc.id}, ${data.version}, ${data.title}, ${data.category}, ${data.words}, ${data.wordCount},
          ${personOf(req)?.id ?? null})`,
    )
  } else if (data.active === previousDoc?.active) {
    return doc
  }
  await enqueueJob(req, { kind: 'safety-lists', key: 'all', data: {} })
  return doc
}
