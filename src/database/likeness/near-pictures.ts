import type { PayloadRequest } from 'payload'
import {
  bandsOf,
  filmMeasure,
  nearBands,
  nearBits,
  pictureMeasure,
} from '../../domain/likeness/picture-print.ts'
import { query, sql, type SQL } from '../sql.ts'

type Req = Pick<PayloadRequest, 'payload' | 'transactionID'>

export type Work = { kind: string; id: number }

export type Near = {
  other: Work
  what: 'picture' | 'film'
  measure: number
  mediaId: number
  otherMediaId: number
}

/** Most near prints that one print is followed to: a logo on a thousand works is no news. */
const mostNear = 100

/**
 * Multi-index hashing: the hashes with a band like one of `hash`'s are read by index, and of those the
 * ones that differ in at most {@link nearBits} bits are kept. Measured on 100,000 random hashes: 3.6 ms,
 * where `bit_count` over the whole table takes 12.8 ms and grows with it, and one GIN index over an
 * array of bands 755 ms (bench/likeness.ts).
 */
export function nearCondition(hash: bigint): SQL {
  const bands = bandsOf(hash).map((band, index) => {
    const values = `{${nearBands(band).join(',')}}`
    return sql`${sql.identifier(`band_${index}`)} = any(${values}::int[])`
  })
  const distance = sql`bit_count((hash # ${String(BigInt.asIntN(64, hash))}::bigint)::bit(64))`
  return sql`(${sql.join(bands, sql` or `)}) and ${distance} <= ${nearBits}`
}

/** Files of others' works that look like those of this work, for each pair of files once. */
export async function nearPictures(req: Req, work: Work): Promise<Near[]> {
  const own = await query<OwnPrint>(
    req,
    sql`select p.media_id as "mediaId", p.hash::text as hash, m.mime_type like 'video/%' as film
      from picture_prints p join media m on m.id = p.media_id
      where m.entry_kind = ${work.kind} and m.entry_id = ${work.id} and ${compared}`,
  )
  const found: Found[] = []
  for (const print of own) {
    const rows = await query<NearRow>(
      req,
      sql`select near.media_id as "otherMediaId", near.frame, near.bits,
          m.mime_type like 'video/%' as "otherFilm", m.entry_kind as kind, m.entry_id::int as id
        from (select media_id, frame, bit_count((hash # ${print.hash}::bigint)::bit(64))::int as bits
          from picture_prints where ${nearCondition(BigInt(print.hash))}) near
        join media m on m.id = near.media_id
        where m.entry_id is not null and m.status <> 'draft' and ${compared}
          and not (m.entry_kind = ${work.kind} and m.entry_id = ${work.id})
        order by near.bits, near.media_id limit ${mostNear}`,
    )
    found.push(...rows.map((row) => ({ ...row, ...print, own: own.indexOf(print) })))
  }
  const frames = await framesOf(req, [...found.flatMap((one) => [one.mediaId, one.otherMediaId])])
  return pairsOf(found).flatMap((pair) => nearOf(pair, frames))
}

type OwnPrint = { mediaId: number; hash: string; film: boolean }
type NearRow = {
  otherMediaId: number
  frame: number
  bits: number
  otherFilm: boolean
  kind: string
  id: number
}
type Found = OwnPrint & NearRow & { own: number }

// What strangers may see of a work. Evidence is alike by its nature: screenshots of the same site, QR codes.
const compared = sql`m.open and m.entry_field <> 'qrCode'`

function pairsOf(found: readonly Found[]): Found[][] {
  const pairs = new Map<string, Found[]>()
  for (const one of found) {
    const key = `${one.mediaId} ${one.otherMediaId}`
    pairs.set(key, [...(pairs.get(key) ?? []), one])
  }
  return [...pairs.values()]
}

function nearOf(pair: Found[], frames: ReadonlyMap<number, number>): Near[] {
  const [{ mediaId, otherMediaId, kind, id, film, otherFilm }] = pair as [Found]
  const near = { other: { kind, id }, mediaId, otherMediaId }
  const best = new Map<number, number>()
  for (const { own, bits } of pair) best.set(own, Math.min(bits, best.get(own) ?? bits))
  const measures = [...best.values()].map(pictureMeasure)
  if (!film || !otherFilm) return [{ ...near, what: 'picture', measure: Math.max(...measures) }]
  const measure = filmMeasure({
    frames: [frames.get(mediaId) ?? 0, frames.get(otherMediaId) ?? 0],
    matched: [best.size, new Set(pair.map(({ frame }) => frame)).size],
    measure: measures.reduce((sum, one) => sum + one, 0) / measures.length,
  })
  return measure === null ? [] : [{ ...near, what: 'film', measure }]
}

async function framesOf(req: Req, mediaIds: number[]): Promise<Map<number, number>> {
  const rows = await query<{ id: number; frames: number }>(
    req,
    sql`select media_id as id, count(*)::int as frames from picture_prints
      where media_id = any(${`{${[...new Set(mediaIds)].join(',')}}`}::int[]) group by media_id`,
  )
  return new Map(rows.map(({ id, frames }) => [id, frames]))
}
