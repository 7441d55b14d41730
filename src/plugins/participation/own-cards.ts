import type { PayloadRequest } from 'payload'
import { query, sql } from '../../database/sql.ts'
import { entryKindList, isEntryKind } from '../../domain/kinds.ts'
import type { OwnCard, OwnPlace, Who } from '../../domain/participation/entry-desk.ts'
import { statusText } from '../../domain/participation/status-words.ts'
import type { Status } from '../../domain/workflow.ts'
import type { EntryPlace, EntryReferences } from './entry-reference.ts'

type Row = {
  kind: string
  id: number
  title: string
  status: Status
  publicId: string | null
  createdAt: string
  updatedAt: string
  campaign: string
  track: { slug: string; title: string }
  host: string
  unit: { id: number; name: string }
  reviewedBy: { id: number; name: string }
  reason: string | null
}

export type Card = OwnCard & { reviewedBy: { id: number; name: string } }

/** Works as their participant's list shows them, in the order asked for. */
export async function cardsOf(
  req: PayloadRequest,
  references: EntryReferences,
  places: readonly EntryPlace[],
): Promise<Card[]> {
  if (places.length === 0) return []
  const branches = entryKindList.flatMap((kind) => {
    const ids = places.flatMap((place) => (place.kind === kind ? [place.id] : []))
    if (ids.length === 0) return []
    return [
      sql`select ${kind}::text as kind, id, title, status::text as status, public_id, created_at, updated_at, track_id, unit_id,
          unit_path from ${sql.identifier(kind)} where id in (${sql.join(
            ids.map((id) => sql`${id}`),
            sql`, `,
          )})`,
    ]
  })
  const rows = await query<Row>(
    req,
    // An editor of the unit reviews first; where there is none, the nearest above.
    sql`select e.kind, e.id, e.title, e.status, e.public_id as "publicId", e.created_at as "createdAt", e.updated_at as "updatedAt",
        c.slug as campaign, jsonb_build_object('slug', t.slug, 'title', t.title) as track, h.name as host,
        jsonb_build_object('id', u.id, 'name', u.name) as unit,
        coalesce((select jsonb_build_object('id', r.id, 'name', r.name) from units r
          where e.unit_path like r.path || '%' and exists (
            select 1 from users where role = 'editor' and active and unit_id = r.id)
          order by length(r.path) desc limit 1), jsonb_build_object('id', u.id, 'name', u.name)) as "reviewedBy",
        (select l.reason from review_logs l where l.id = (select max(s.id) from review_logs s
            where s.kind = e.kind and s.entry_id = e.id and s."from" is distinct from s."to")
          and (e.status, l.action) in (('returned', 'return'), ('returned', 'reopen'), ('rejected', 'reject'), ('accepted', 'takeDown'))) as reason
      from (${sql.join(branches, sql` union all `)}) e
      join tracks t on t.id = e.track_id join campaigns c on c.id = t.campaign_id
      join units u on u.id = e.unit_id left join units h on h.id = t.host_id`,
  )
  return places.flatMap((place) => {
    const row = rows.find(({ kind, id }) => kind === place.kind && id === place.id)
    return row ? [cardOf(row, place, references)] : []
  })
}

/** Which works a participant has, the newest first. */
export async function placesOf(
  req: PayloadRequest,
  who: Who,
  { after, limit }: { after: OwnPlace | null; limit: number },
): Promise<{ places: EntryPlace[]; next: OwnPlace | null }> {
  const [at, kind, id] = after ?? [null, null, null]
  const branches = entryKindList.map(
    (one) => sql`select ${one}::text as kind, id, created_at from ${sql.identifier(one)}
      where participant_id = ${who.participant}`,
  )
  const rows = await query<{ kind: string; id: number; at: string }>(
    req,
    sql`select kind, id, to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
      from (${sql.join(branches, sql` union all `)}) own
      where ${at}::timestamptz is null or (created_at, kind, id) < (${at}::timestamptz, ${kind}::text, ${id}::integer)
      order by created_at desc, kind desc, id desc limit ${limit + 1}`,
  )
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    places: shown.flatMap((row) => (isEntryKind(row.kind) ? [{ kind: row.kind, id: row.id }] : [])),
    next: last ? [last.at, last.kind, last.id] : null,
  }
}

function cardOf(row: Row, place: EntryPlace, references: EntryReferences): Card {
  const { host, reviewedBy, reason, ...card } = row
  return {
    ...card,
    id: references.write(place),
    kind: place.kind,
    statusText: statusText({
      ...{ status: row.status, kind: place.kind, host: host ?? '', reason },
      reviewer: reviewedBy.name,
    }),
    reason,
    createdAt: new Date(row.createdAt).toISOString(),
    updatedAt: new Date(row.updatedAt).toISOString(),
    reviewedBy,
  }
}
