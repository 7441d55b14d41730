import { createHash } from 'node:crypto'
import { seal } from '../src/fields/sealed.ts'
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
 */
export async function fill(
  { sql, settings }: Pick<BenchDatabase, 'sql' | 'settings'>,
  kind: FilledKind,
  rows: number,
): Promise<void> {
  await sql(entries(kind), [rows, scenes, subjects, summaries, themes, places])
  await sql(numbers(kind))
  await sql(counter(kind))
  await sql(authors(kind), [sealedPhones(settings)])
  await files(sql, kind)
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
    values: `made.at - interval '20 days', made.place, true`,
    subtype: `case when made.i % 10 = 0 then 'series' else 'single' end`,
  },
  videos: {
    columns: 'made_on, duration_seconds, no_watermark_declared',
    values: `made.at - interval '20 days', 60 + made.i % 100, true`,
    subtype: `(array['drama', 'documentary', 'creative'])[1 + made.i % 3]`,
  },
}

const entries = (kind: FilledKind) => `
  insert into ${kind} (title, subtype, theme, summary, original_declared, ${own[kind].columns},
    track_id, unit_id, status, campaign_id, unit_path, created_by_id, submitted_at, published_at, updated_at, created_at)
  select made.title, (${own[kind].subtype})::enum_${kind}_subtype, made.theme, made.summary, true, ${own[kind].values},
    track.id, unit.id, made.status::enum_${kind}_status, track.campaign_id, unit.path, person.id,
    case when made.status <> 'draft' then made.at + interval '1 hour' end,
    case when made.status = 'published' then made.at + interval '4 days' end,
    made.at + interval '5 days', made.at
  from (
    select i,
      ($2::text[])[1 + ${dice('i', 1)} % cardinality($2::text[])] || ($3::text[])[1 + ${dice('i', 2)} % cardinality($3::text[])]
        || case when i % 3 = 0 then '之' || i else '' end as title,
      ($4::text[])[1 + ${dice('i', 3)} % cardinality($4::text[])] as summary,
      ($5::text[])[1 + ${dice('i', 4)} % cardinality($5::text[])] as theme,
      ($6::text[])[1 + ${dice('i', 5)} % cardinality($6::text[])] as place,
      (${statusArray})[1 + ${dice('i', 6)} % 100] as status,
      date_trunc('milliseconds', now()) - interval '100 days' + interval '90 days' * (${dice('i', 7)} / 2147483648.0) as at,
      1 + ${dice('i', 8)} % (select count(*) from units where kind in ('city', 'county')) as unit_number
    from generate_series(1::bigint, $1::bigint) i) made
  join (select id, path, row_number() over (order by id) as number from units where kind in ('city', 'county')) unit
    on unit.number = made.unit_number
  cross join (select id, campaign_id from tracks where kind = '${kind}' order by id limit 1) track
  cross join (select id from users where email = 'wuxi@example.org') person
  order by made.at`

const numbers = (kind: FilledKind) => `
  update ${kind} set public_id = campaign.year || '-${entryKinds[kind].code}-' || lpad(numbered.number::text, 6, '0')
  from (select id, campaign_id, row_number() over (order by submitted_at, id) as number
        from ${kind} where status <> 'draft') numbered
  join campaigns campaign on campaign.id = numbered.campaign_id
  where ${kind}.id = numbered.id`

const counter = (kind: FilledKind) => `
  insert into public_id_counters (campaign_id, kind, last)
  select campaign_id, '${kind}', count(*) from ${kind} where public_id is not null group by campaign_id`

const authors = (kind: FilledKind) => `
  insert into ${kind}_authors (_order, _parent_id, id, name, workplace, phone)
  select n, e.id, substr(md5('${kind}' || e.id || '-' || n), 1, 24), '演示作者' || (e.id * 2 + n) % 9973,
    '示例' || e.id % 311 || '厂', ($1::text[])[1 + (e.id + n) % cardinality($1::text[])]
  from ${kind} e, generate_series(1, 1 + e.id % 2) n`

async function files(sql: Sql, kind: FilledKind): Promise<void> {
  const main = kind === 'photos' ? 'pictures' : 'video'
  const type = kind === 'photos' ? 'image/jpeg' : 'video/mp4'
  // A row for the cover (n = 0), one or, for a series, four for the work itself.
  await sql(`
    insert into media (alt, original_name, entry_kind, entry_id, entry_field, track_id, unit_path, status, open, created_by_id,
      updated_at, created_at, url, filename, mime_type, filesize, width, height)
    select e.title, '演示' || n, '${kind}', e.id, case n when 0 then 'cover' else '${main}' end, e.track_id, e.unit_path,
      e.status::text, true, e.created_by_id, e.created_at, e.created_at, '/api/media/file/' || name.of, name.of,
      case n when 0 then 'image/jpeg' else '${type}' end, 3000000 + e.id % 1000, 4000, 3000
    from ${kind} e, generate_series(0, case when e.subtype::text = 'series' then 4 else 1 end) n,
      lateral (select md5('${kind}' || e.id || '/' || n) || '.jpg' as of) name
    order by e.id, n`)
  await sql(`
    update ${kind} set cover_id = media.id from media
    where media.entry_kind = '${kind}' and media.entry_id = ${kind}.id and media.entry_field = 'cover'`)
  await sql(
    kind === 'photos'
      ? `insert into photos_rels ("order", parent_id, path, media_id)
         select row_number() over (partition by entry_id order by id), entry_id::int, 'pictures', id
         from media where entry_kind = 'photos' and entry_field = 'pictures' order by id`
      : `update videos set video_id = media.id from media
         where media.entry_kind = 'videos' and media.entry_id = videos.id and media.entry_field = 'video'`,
  )
}

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
