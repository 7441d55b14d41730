import { createHash } from 'node:crypto'
import { seal } from '../src/database/sealed.ts'
import { entryKinds } from '../src/domain/kinds.ts'
import type { BenchDatabase, Sql } from './ground.ts'
import { places, scenes, subjects, summaries, themes } from './fill-words.ts'

export type FilledKind = 'photos' | 'videos'

/**
 * Fills the tables of one kind of entry as a campaign would: entries spread over all units of cities
 * and counties, all states and ninety days, each with one or two authors (telephone sealed), a cover,
 * its files and the log of every step that led to its state. By statements over sets: 100,000 entries
 * with all that belongs to them take about a minute. The same number of rows gives the same rows.
 *
 * @param kind of a database that has no entry of it yet
 * @param only the state of all of them, instead of a campaign's own spread
 */
export async function fill(
  { sql, settings }: Pick<BenchDatabase, 'sql' | 'settings'>,
  kind: FilledKind,
  rows: number,
  only?: (typeof spread)[number][0],
): Promise<void> {
  // A table that is thrown away, not a temporary one: each statement may get another connection.
  await sql(drafted(kind, only), [rows, scenes, subjects, summaries, themes, places])
  await sql(files(kind))
  await sql(entries(kind))
  await sql(`select setval('${kind}_id_seq', (select max(id) from ${kind}))`)
  if (kind === 'photos') await sql(pictures)
  await sql('drop table drafted')
  await sql(counter(kind))
  await sql(authors(kind), [sealedPhones(settings)])
  await sql(logs(kind))
}

/** The planner's knowledge of the tables, which a busy database has from autovacuum. */
export async function settle(sql: Sql): Promise<void> {
  await sql('vacuum (analyze)')
}

// A number from 0 to 2^31 that is the same in every run, for row `i` and purpose `salt`.
const dice = (i: string, salt: number) => `(hashint8extended(${i}, ${salt}) & 2147483647)`

// In hundredths: a campaign in its second month.
const spread = [
  ['draft', 10],
  ['submitted', 15],
  ['recommended', 10],
  ['accepted', 5],
  ['published', 45],
  ['returned', 5],
  ['rejected', 8],
  ['withdrawn', 2],
] as const

const statusArray = `array[${spread
  .flatMap(([status, share]) => Array.from({ length: share }, () => `'${status}'`))
  .join(', ')}]`

const own = {
  photos: {
    columns: 'taken_at, place, no_composite_declared',
    values: `at - interval '20 days', place, true`,
    subtype: `case when i % 10 = 0 then 'series' else 'single' end`,
    file: 'pictures',
    type: 'image/jpeg',
  },
  videos: {
    columns: 'video_id, made_on, duration_seconds, no_watermark_declared',
    values: `main.id, at - interval '20 days', 60 + i % 100, true`,
    subtype: `(array['drama', 'documentary', 'creative'])[1 + i % 3]`,
    file: 'video',
    type: 'video/mp4',
  },
}

// Ids and numbers follow the days on which the entries were made and sent in.
const drafted = (kind: FilledKind, only?: string) => `
  create unlogged table drafted as
  select made.*, row_number() over (order by at, i) as id, track.id as track_id, track.campaign_id, campaign.year,
    unit.id as unit_id, unit.path as unit_path, person.id as person_id,
    case when status <> 'draft' then row_number() over (partition by status = 'draft' order by at, i) end as number
  from (
    select i,
      ($2::text[])[1 + ${dice('i', 1)} % cardinality($2::text[])] || ($3::text[])[1 + ${dice('i', 2)} % cardinality($3::text[])]
        || case when i % 3 = 0 then '之' || i else '' end as title,
      ($4::text[])[1 + ${dice('i', 3)} % cardinality($4::text[])] as summary,
      ($5::text[])[1 + ${dice('i', 4)} % cardinality($5::text[])] as theme,
      ($6::text[])[1 + ${dice('i', 5)} % cardinality($6::text[])] as place,
      ${own[kind].subtype} as subtype,
      ${only ? `'${only}'` : `(${statusArray})[1 + ${dice('i', 6)} % 100]`} as status,
      date_trunc('milliseconds', now()) - interval '100 days' + interval '90 days' * (${dice('i', 7)} / 2147483648.0) as at,
      1 + ${dice('i', 8)} % (select count(*) from units where kind in ('city', 'county')) as unit_number
    from generate_series(1::bigint, $1::bigint) i) made
  join (select id, path, row_number() over (order by id) as number from units where kind in ('city', 'county')) unit
    on unit.number = made.unit_number
  cross join (select id, campaign_id from tracks where kind = '${kind}' order by id limit 1) track
  join campaigns campaign on campaign.id = track.campaign_id
  cross join (select id from users where email = 'wuxi@example.org') person`

// A row for the cover (n = 0), one or, for a series, four for the work itself.
const files = (kind: FilledKind) => `
  insert into media (alt, original_name, entry_kind, entry_id, entry_field, track_id, unit_path, status, open, created_by_id,
    updated_at, created_at, url, filename, mime_type, filesize, width, height)
  select title, '演示' || n, '${kind}', id, case n when 0 then 'cover' else '${own[kind].file}' end, track_id, unit_path,
    status, true, person_id, at, at, '/api/media/file/' || name.of, name.of,
    case n when 0 then 'image/jpeg' else '${own[kind].type}' end, 3000000 + id % 1000, 4000, 3000
  from drafted, generate_series(0, case when subtype = 'series' then 4 else 1 end) n,
    lateral (select md5('${kind}' || id || '/' || n) || '.jpg' as of) name
  order by id, n`

const entries = (kind: FilledKind) => `
  insert into ${kind} (id, title, subtype, theme, summary, original_declared, cover_id, ${own[kind].columns},
    track_id, unit_id, status, public_id, campaign_id, unit_path, created_by_id, submitted_at, published_at, updated_at, created_at)
  select drafted.id, title, subtype::enum_${kind}_subtype, theme, summary, true, cover.id, ${own[kind].values},
    drafted.track_id, unit_id, drafted.status::enum_${kind}_status,
    year || '-${entryKinds[kind].code}-' || lpad(number::text, 6, '0'), campaign_id, drafted.unit_path, person_id,
    case when drafted.status <> 'draft' then at + interval '1 hour' end,
    case when drafted.status = 'published' then at + interval '4 days' end, at + interval '5 days', at
  from drafted
  join media cover on cover.entry_kind = '${kind}' and cover.entry_id = drafted.id and cover.entry_field = 'cover'
  ${kind === 'videos' ? `join media main on main.entry_kind = 'videos' and main.entry_id = drafted.id and main.entry_field = 'video'` : ''}
  order by drafted.id`

const pictures = `
  insert into photos_rels ("order", parent_id, path, media_id)
  select row_number() over (partition by entry_id order by id), entry_id::int, 'pictures', id
  from media where entry_kind = 'photos' and entry_field = 'pictures' order by id`

const counter = (kind: FilledKind) => `
  insert into public_id_counters (campaign_id, kind, last)
  select campaign_id, '${kind}', count(*) from ${kind} where public_id is not null group by campaign_id`

const authors = (kind: FilledKind) => `
  insert into ${kind}_authors (_order, _parent_id, id, name, workplace, phone)
  select n, e.id, substr(md5('${kind}' || e.id || '-' || n), 1, 24), '演示作者' || (e.id * 2 + n) % 9973,
    '示例' || e.id % 311 || '厂', ($1::text[])[1 + (e.id + n) % cardinality($1::text[])]
  from ${kind} e, generate_series(1, 1 + e.id % 2) n`

// The steps that lead to each state, as action, from, to, who.
const steps: Record<string, [string, string, string, string][]> = {
  submitted: [['submit', 'draft', 'submitted', 'wuxi']],
  recommended: [['recommend', 'submitted', 'recommended', 'wuxi2']],
  accepted: [['accept', 'recommended', 'accepted', 'province2']],
  published: [['publish', 'accepted', 'published', 'supervisor']],
  returned: [['return', 'submitted', 'returned', 'wuxi2']],
  rejected: [['reject', 'recommended', 'rejected', 'province2']],
  withdrawn: [['withdraw', 'submitted', 'withdrawn', 'wuxi']],
}
const before: Record<string, string[]> = {
  submitted: ['submitted'],
  recommended: ['submitted', 'recommended'],
  accepted: ['submitted', 'recommended', 'accepted'],
  published: ['submitted', 'recommended', 'accepted', 'published'],
  returned: ['submitted', 'returned'],
  rejected: ['submitted', 'recommended', 'rejected'],
  withdrawn: ['submitted', 'withdrawn'],
}
const stepRows = Object.entries(before)
  .flatMap(([status, reached]) =>
    reached.flatMap((one, index) =>
      steps[one]!.map(
        ([action, from, to, who]) =>
          `('${status}', ${index}, '${action}', '${from}', '${to}', '${who}@example.org')`,
      ),
    ),
  )
  .join(', ')

const logs = (kind: FilledKind) => `
  insert into review_logs (kind, entry_id, public_id, title, action, "from", "to", reason, track_id, unit_id,
    actor_id, actor_name, actor_role, actor_unit_id, updated_at, created_at)
  select '${kind}', e.id, e.public_id, e.title, step.action, step.origin, step.goal, '按流程办理', e.track_id, e.unit_id,
    person.id, person.name, person.role::text, person.unit_id, step_at.at, step_at.at
  from ${kind} e
  join (values ${stepRows}) step (status, number, action, origin, goal, who) on step.status = e.status::text
  join users person on person.email = step.who,
  lateral (select e.submitted_at + step.number * interval '1 day' as at) step_at
  order by e.id, step.number`

function sealedPhones(settings: Record<string, string>): string[] {
  const key = Buffer.from(settings.FIELD_KEY!, 'base64')
  const id = createHash('sha256').update(key).digest('hex').slice(0, 8)
  return Array.from({ length: 64 }, (_, index) => seal(`199000000${10 + index}`, { id, key }))
}
