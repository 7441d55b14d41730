import type { PayloadRequest } from 'payload'
import type { Person } from '../../../access/person.ts'
import { noticeClock, versionsOf } from '../../../database/results/versions.ts'
import { runIn } from '../../../database/run-in.ts'
import { list, query, sql } from '../../../database/sql.ts'
import type { ResultList } from '../../../domain/results/frozen.ts'
import { noticeState, servedVersion } from '../../../domain/results/public-notice.ts'
import { isSameOrBelow } from '../../../domain/unit-tree.ts'
import type { Words } from '../../../domain/words.ts'
import { worksOf } from '../list-rows.ts'

/** A list on notice as an objector chooses from it; instants as ISO texts. */
export type OpenList = {
  /** Its public id. */
  id: string
  title: string
  to: string
  contact: string
  needsEvidence: boolean
  awards: {
    entry: string
    title: string
    unit: string
    level: Words
    /** Of the reader's unit or below it: no objection of theirs is taken against it. */
    isOwn: boolean
  }[]
}

/** The lists that are on public notice now, those first whose notice ends first. */
export async function openLists(req: PayloadRequest, { unitPath }: Person): Promise<OpenList[]> {
  const run = runIn(req)
  const now = await noticeClock(run)
  const rows = await query<{ id: number; needsEvidence: boolean }>(
    req,
    sql`select r.id, coalesce(r.needs_evidence, false) as "needsEvidence" from results r
      where exists (select from result_versions v
        where v.result_id = r.id and v.opens_at <= notice_clock() and v.closes_at > notice_clock())`,
  )
  const found: OpenList[] = []
  for (const { id, needsEvidence } of rows) {
    const served = servedVersion(await versionsOf(run, id), now)
    if (!served || noticeState(served, now) !== 'open') continue
    const { title, contact, awards, levels } = JSON.parse(served.text) as ResultList
    const names = new Map(levels.map(({ key, name }) => [key, name]))
    const works = await worksOf(
      req,
      awards.map(({ entry }) => entry),
    )
    found.push({
      ...{ id: served.publicId, title, contact, needsEvidence },
      to: served.window.to.toISOString(),
      awards: awards.map(({ entry, level, ...award }) => ({
        ...{ entry, title: award.title, unit: award.unit },
        level: names.get(level) ?? { zh: level, en: level },
        isOwn: isSameOrBelow(works.get(entry)?.unitPath ?? '', unitPath),
      })),
    })
  }
  return found.sort((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : a.id < b.id ? -1 : 1))
}

/** What lists are called that the public has been shown, by public id. */
export async function titlesOf(
  req: PayloadRequest,
  ids: readonly string[],
): Promise<Record<string, string>> {
  if (ids.length === 0) return {}
  const rows = await query<{ id: string; title: string }>(
    req,
    sql`select distinct on (public_id) public_id as id, text::jsonb ->> 'title' as title from result_versions
      where public_id in ${list([...new Set(ids)])} and opens_at <= notice_clock() order by public_id, version desc`,
  )
  return Object.fromEntries(rows.map(({ id, title }) => [id, title]))
}
