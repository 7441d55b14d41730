import type { EntryRow } from '../../domain/showcase/entry.ts'
import type { EntryKind } from '../../domain/kinds.ts'
import { list, query, sql, type SQL } from '../sql.ts'
import { removeFilesOf, writeFiles } from './write-files.ts'
import type { Req } from './request.ts'

/** Rows as one JSON text, and its columns as PostgreSQL reads them out of it. */
export function entryRecords(rows: readonly EntryRow[]): SQL {
  const plain = rows.map(({ files: _, ...row }) => row)
  return sql`jsonb_to_recordset(${JSON.stringify(plain)}::jsonb) as r(id text, kind text, "entryId" integer,
    campaign text, track text, "trackId" integer, "unitId" integer, "unitPath" text, theme text,
    "publishedAt" timestamptz(3), card jsonb, document jsonb, "titleGrams" text, "peopleGrams" text, "allGrams" text)`
}

/** Columns of `showcase_entries` that follow from the source, with their values in {@link entryRecords}. */
export const entryColumns = {
  id: 'r.id',
  kind: 'r.kind',
  entry_id: 'r."entryId"',
  campaign: 'r.campaign',
  track: 'r.track',
  track_id: 'r."trackId"',
  unit_id: 'r."unitId"',
  unit_path: 'r."unitPath"',
  theme: 'r.theme',
  published_at: 'r."publishedAt"',
  card: 'r.card',
  document: 'r.document',
  title_grams: 'r."titleGrams"::tsvector',
  people_grams: 'r."peopleGrams"::tsvector',
  all_grams: 'r."allGrams"::tsvector',
} as const

const columns = Object.keys(entryColumns)
const listed = (prefix: string) => sql.raw(columns.map((name) => prefix + name).join(', '))
const assigned = sql.raw(columns.map((name) => `${name} = excluded.${name}`).join(', '))

/** Writes rows and their files; a row that is there already and the same is not touched. */
export async function writeEntries(req: Req, rows: readonly EntryRow[]): Promise<number> {
  if (rows.length === 0) return 0
  const values = sql.raw(Object.values(entryColumns).join(', '))
  const written = await query(
    req,
    sql`insert into showcase_entries as s (${listed('')}) select ${values} from ${entryRecords(rows)} order by r.id
      on conflict (id) do update set ${assigned}
      where (${listed('s.')}) is distinct from (${listed('excluded.')}) returning id`,
  )
  await writeFiles(
    req,
    rows.map(({ id, files }) => ({ owner: entryOwner(id), files })),
  )
  return written.length
}

/** Takes entries out, with their files; `but` are the numbers of rows that stay. */
export async function removeEntries(
  req: Req,
  kind: EntryKind,
  ids: readonly number[],
  but: readonly string[] = [],
): Promise<number> {
  if (ids.length === 0) return 0
  const stay = but.length > 0 ? sql`and id not in ${list(but)}` : sql``
  const gone = await query<{ id: string }>(
    req,
    sql`delete from showcase_entries where kind = ${kind} and entry_id in ${list(ids)} ${stay} returning id`,
  )
  await removeFilesOf(
    req,
    gone.map(({ id }) => entryOwner(id)),
  )
  return gone.length
}

/** Takes out rows that have the number of one entry and the source of another: they stand in the way. */
export async function removeStrays(req: Req, rows: readonly EntryRow[]): Promise<number> {
  const gone = await query(
    req,
    sql`delete from showcase_entries s using ${keyRecords(rows)}
      where (s.id = r.id and (s.kind, s.entry_id) <> (r.kind, r."entryId"))
        or (s.kind = r.kind and s.entry_id = r."entryId" and s.id <> r.id) returning s.id`,
  )
  return gone.length
}

// What names a row and its places, without the texts.
function keyRecords(rows: readonly EntryRow[]): SQL {
  const keys = rows.map(({ id, kind, entryId, trackId, unitPath, publishedAt }) => ({
    ...{ id, kind, entryId, trackId, unitPath, publishedAt },
  }))
  return sql`jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as r(id text, kind text, "entryId" integer,
    "trackId" integer, "unitPath" text, "publishedAt" timestamptz(3))`
}

/** The places in the tree where rows stand, as one list; a trigger keeps the table of them. */
export function placeRecords(rows: readonly EntryRow[]): SQL {
  return sql`(select r.id, substr(r."unitPath", at, 6)::integer as unit_id, r."trackId" as track_id,
    r."publishedAt" as published_at from ${keyRecords(rows)}, generate_series(1, length(r."unitPath"), 6) at)`
}

/** Puts places right that are not what the trigger would have made. */
export async function settlePlaces(req: Req, rows: readonly EntryRow[]): Promise<number> {
  if (rows.length === 0) return 0
  const gone = await query(
    req,
    sql`delete from showcase_places p where p.id in ${list(rows.map(({ id }) => id))} and not exists (
      select 1 from ${placeRecords(rows)} w where (w.id, w.unit_id, w.track_id, w.published_at)
        = (p.id, p.unit_id, p.track_id, p.published_at)) returning p.id`,
  )
  const added = await query(
    req,
    sql`insert into showcase_places (id, unit_id, track_id, published_at)
      select id, unit_id, track_id, published_at from ${placeRecords(rows)} w
      on conflict (unit_id, id) do nothing returning id`,
  )
  return gone.length + added.length
}

/** How the table of files names an entry. */
export const entryOwner = (publicId: string): string => `entry:${publicId}`
