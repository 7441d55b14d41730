import type { PayloadRequest, Where } from 'payload'
import { list, query, sql } from '../../database/sql.ts'
import { isEntryKind, type EntryKind } from '../../domain/kinds.ts'
import { textsToCompare } from '../../domain/likeness/entry-texts.ts'
import { likenessWords, type LikenessKind, type Verdict } from '../../domain/likeness/words.ts'
import type { Words } from '../../domain/words.ts'
import type { Unit } from '../../payload-types.ts'

/** One likeness of the work that is looked at, as a reviewer may see it. */
export type PairView = {
  id: number
  what: LikenessKind
  /** 0 to 1. */
  measure: number
  words: Words
  foundAt: string
  verdict: Verdict | null
  lookedAt: string | null
  lookedBy: string | null
  note: string | null
  /** The file of this work in which the likeness lies. */
  file: FileView | null
  other: OtherView
}

/** The other work: whole for whoever may read it, else nothing but its number. */
export type OtherView = {
  number: string | null
  kind: EntryKind
  /** Absent for readers without scope over it. */
  seen?: {
    id: number
    title: string
    unit: string
    year: number | null
    status: string
    text: string
    file: FileView | null
  }
}

export type FileView = {
  url: string
  mimeType: string
  width: number | null
  height: number | null
}

/** So much of a text is put beside another. */
const longestText = 5_000

type Row = {
  id: number
  what: LikenessKind
  measure: number
  other_kind: string
  other_id: number
  own_media: number | null
  other_media: number | null
  found_at: string
  verdict: Verdict | null
  looked_at: string | null
  looked_by: string | null
  note: string | null
}

const time = (column: string) =>
  sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`)

/** The pairs of a work, those nobody has looked at first, then the most alike. */
export async function pairsOf(
  req: PayloadRequest,
  kind: EntryKind,
  id: number,
): Promise<PairView[]> {
  const rows = await query<Row>(
    req,
    sql`select l.id::int as id, what, measure, ${time('found_at')} as found_at, verdict,
        ${time('looked_at')} as looked_at, users.name as looked_by, note,
        case when ${mine(kind, id)} then b_kind else a_kind end as other_kind,
        case when ${mine(kind, id)} then b_id else a_id end as other_id,
        case when ${mine(kind, id)} then a_media_id else b_media_id end as own_media,
        case when ${mine(kind, id)} then b_media_id else a_media_id end as other_media
      from likenesses l left join users on users.id = looked_by
      where (a_kind = ${kind} and a_id = ${id}) or (b_kind = ${kind} and b_id = ${id})
      order by verdict is not null, measure desc, l.id limit 100`,
  )
  const others = await othersOf(req, rows)
  const files = await filesOf(
    req,
    rows.flatMap((row) => [row.own_media, row.other_media]),
  )
  return rows.flatMap((row): PairView[] => {
    const other = others.get(`${row.other_kind} ${row.other_id}`)
    if (!other) return []
    const { what, measure, verdict, note } = row
    const file = (mediaId: number | null) =>
      mediaId === null ? null : (files.get(mediaId) ?? null)
    const view: OtherView = other.seen
      ? { ...other, seen: { ...other.seen, file: file(row.other_media) } }
      : other
    return [
      {
        id: row.id,
        what,
        measure,
        words: likenessWords(what, measure, nameOf(view)),
        foundAt: row.found_at,
        verdict,
        lookedAt: row.looked_at,
        lookedBy: row.looked_by,
        note,
        file: file(row.own_media),
        other: view,
      },
    ]
  })
}

function mine(kind: EntryKind, id: number) {
  return sql`(a_kind = ${kind} and a_id = ${id})`
}

function nameOf({ number, seen }: OtherView): Words {
  if (seen) return { zh: `《${seen.title}》`, en: `“${seen.title}”` }
  return {
    zh: `另一单位的作品（${number ?? '无编号'}）`,
    en: `another unit’s work (${number ?? 'no number'})`,
  }
}

async function othersOf(req: PayloadRequest, rows: Row[]): Promise<Map<string, OtherView>> {
  const others = new Map<string, OtherView>()
  const kinds = [...new Set(rows.map((row) => row.other_kind))].filter(isEntryKind)
  for (const kind of kinds) {
    const ids = rows.filter((row) => row.other_kind === kind).map((row) => row.other_id)
    const numbers = await query<{ id: number; public_id: string | null }>(
      req,
      sql`select id, public_id from ${sql.identifier(kind)} where id in ${list(ids)}`,
    )
    for (const { id, public_id } of numbers) {
      others.set(`${kind} ${id}`, { number: public_id, kind })
    }
    const where: Where = { id: { in: ids } }
    const { docs } = await req.payload.find({
      collection: kind as 'videos',
      where,
      depth: 1,
      pagination: false,
      populate: { units: { name: true }, campaigns: { year: true } },
      overrideAccess: false,
      user: req.user,
      req,
    })
    for (const doc of docs) {
      const other = others.get(`${kind} ${doc.id}`)
      if (!other) continue
      const year = (doc.campaign as Partial<{ year: number }> | null)?.year ?? null
      other.seen = {
        id: doc.id,
        title: doc.title,
        unit: (doc.unit as Partial<Unit> | null)?.name ?? '',
        year,
        status: doc.status,
        text: textsToCompare(kind, doc as unknown as Record<string, unknown>).text.slice(
          0,
          longestText,
        ),
        file: null,
      }
    }
  }
  return others
}

// In the reader's scope: a picture of a work out of sight stays out of sight.
async function filesOf(
  req: PayloadRequest,
  ids: (number | null)[],
): Promise<Map<number, FileView>> {
  const { docs } = await req.payload.find({
    collection: 'media',
    where: { id: { in: [...new Set(ids)].filter((id) => id !== null) } },
    depth: 0,
    pagination: false,
    overrideAccess: false,
    user: req.user,
    req,
  })
  return new Map(
    docs.flatMap((doc): [number, FileView][] => {
      const { url, width, height } = doc.sizes?.wide?.url ? doc.sizes.wide : doc
      if (!url) return []
      const view = {
        url,
        mimeType: doc.mimeType ?? '',
        width: width ?? null,
        height: height ?? null,
      }
      return [[doc.id, view]]
    }),
  )
}
