import type { Payload } from 'payload'
import { buildMatcher, type Matcher } from '../../domain/content-safety/find-hits.ts'
import { linesOf } from '../../domain/content-safety/word-list.ts'
import { list, queryAlone, sql } from '../sql.ts'

// Fifty thousand words take a fifth of a second to prepare, and lists change seldom.
const known = new WeakMap<Payload, { key: string; matcher: Matcher }>()

/** All active lists, ready to be looked for; prepared anew when one has changed. */
export async function activeMatcher(payload: Payload): Promise<Matcher> {
  const lists = await queryAlone<{ id: number; version: number }>(
    payload,
    sql`select id, version::int as version from word_lists
      where active and version is not null order by id`,
  )
  const key = lists.map(({ id, version }) => `${id}.${version}`).join(' ')
  const last = known.get(payload)
  if (last?.key === key) return last.matcher
  const rows = await queryAlone<{ id: number; version: number; words: string }>(
    payload,
    sql`select list_id as id, version, words from word_list_versions
      where list_id || '.' || version in ${list(key.split(' '))} order by list_id`,
  )
  const matcher = buildMatcher(
    rows.map(({ id, version, words }) => ({ id, version, words: linesOf(words) })),
  )
  known.set(payload, { key, matcher })
  return matcher
}
