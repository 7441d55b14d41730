import type { PayloadRequest } from 'payload'
import { runIn } from '../../database/run-in.ts'
import { noticeClock, type StoredVersion } from '../../database/results/versions.ts'
import { list, query, sql } from '../../database/sql.ts'
import type { ResultList } from '../../domain/results/frozen.ts'
import { finalRefusal } from '../../domain/results/public-notice.ts'
import { refused } from './result-request.ts'

/** @throws 409 with what stands against making the newest version final */
export async function mayFinish(
  req: PayloadRequest,
  versions: readonly StoredVersion[],
): Promise<StoredVersion> {
  const version = versions.at(-1)!
  const [counts] = await query<{ open: number; unapplied: number }>(
    req,
    sql`select count(*) filter (where state in ('filed', 'accepted'))::int as open,
        count(*) filter (where state = 'upheld' and applied_in is null and coalesce(effect, '') <> 'keep')::int as unapplied
      from objections where result_id = ${version.result}`,
  )
  const against = finalRefusal({
    ...{ version, newest: version.version, now: await noticeClock(runIn(req)) },
    ...{ openObjections: counts!.open, unappliedRulings: counts!.unapplied },
  })
  if (against) throw refused(against)
  return version
}

/** Makes a version final and puts its awards on the works. For a transaction. */
export async function writeFinal(
  req: PayloadRequest,
  { result, version, text }: StoredVersion,
  { askedBy, confirmedBy }: { askedBy: number; confirmedBy: number },
): Promise<void> {
  await query(
    req,
    sql`insert into result_finals (result_id, version, asked_by, confirmed_by)
      values (${result}, ${version}, ${askedBy}, ${confirmedBy})`,
  )
  const { awards, levels } = JSON.parse(text) as ResultList
  const names = new Map(levels.map(({ key, name }) => [key, name]))
  const rows = awards.map(({ entry, level, rank }) => {
    const { zh, en } = names.get(level) ?? { zh: level, en: level }
    return { entry, level, title: zh, title_en: en, rank }
  })
  const before = await query<{ entry: string }>(
    req,
    sql`delete from result_awards where result_id = ${result} returning entry`,
  )
  await query(
    req,
    sql`insert into result_awards (entry, result_id, version, level, title, title_en, rank)
      select r.entry, ${result}, ${version}, r.level, r.title, r.title_en, r.rank
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(entry text, level text, title text, title_en text, rank int)`,
  )
  const touched = [...new Set([...before, ...rows].map(({ entry }) => entry))].sort()
  if (touched.length > 0) {
    // In the order in which everybody else writes these rows, too.
    await query(
      req,
      sql`select id from showcase_entries where id in ${list(touched)} order by id for update`,
    )
    await query(
      req,
      sql`update showcase_entries s set award = w.award, award_level = w.award_level
        from showcase_entries k left join lateral award_of(k.id) w on true
        where k.id = s.id and s.id in ${list(touched)} and (s.award, s.award_level) is distinct from (w.award, w.award_level)`,
    )
  }
  await query(
    req,
    sql`update results set state = 'final', pending = null, updated_at = now() where id = ${result}`,
  )
}
