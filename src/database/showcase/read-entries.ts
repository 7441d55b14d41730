import type { CollectionSlug } from 'payload'
import { entryRow, type EntryRow, type EntrySource } from '../../domain/showcase/entry.ts'
import { mediaFieldsOf } from '../../domain/showcase/public-fields.ts'
import { idsOf } from '../../domain/showcase/values.ts'
import type { EntryKind } from '../../domain/kinds.ts'
import { list, query, sql } from '../sql.ts'
import { shareNames } from './names.ts'
import type { Lock, Req } from './request.ts'
import { filesById } from './stored-files.ts'

type Entry = EntrySource['entry'] & { track: number; unit: number }

/**
 * The rows of those of these entries that are published. Reads below Payload's hooks and access: what
 * the public sees is decided by the table of public fields alone.
 */
export async function readEntryRows(
  req: Req,
  kind: EntryKind,
  ids: readonly number[],
  lock: Lock,
): Promise<EntryRow[]> {
  if (ids.length === 0) return []
  if (lock === 'all') {
    const table = sql.identifier(kind)
    await query(req, sql`select id from ${table} where id in ${list(ids)} order by id for share`)
  }
  const { docs } = await req.payload.db.find<Entry>({
    collection: kind as CollectionSlug,
    where: { and: [{ id: { in: [...ids] } }, { status: { equals: 'published' } }] },
    sort: 'id',
    limit: 0,
    pagination: false,
    req,
  })
  if (docs.length === 0) return []
  const names = {
    units: distinct(docs.map(({ unit }) => unit)),
    tracks: distinct(docs.map(({ track }) => track)),
  }
  if (lock !== 'none') await shareNames(req, names)
  const units = await unitsOf(req, names.units)
  const tracks = await tracksOf(req, names.tracks)
  const roles = mediaFieldsOf(kind)
  const files = docs.flatMap((entry) => roles.flatMap((role) => idsOf(entry[role])))
  const media = await filesById(req, distinct(files), lock)
  return docs.map((entry) => {
    const [track, unit] = [tracks.get(entry.track), units.get(entry.unit)]
    if (!track || !unit) throw new Error(`${kind} ${entry.id} is published without its place`)
    return entryRow({ kind, entry, track, unit, media })
  })
}

async function unitsOf(req: Req, ids: readonly number[]) {
  const rows = await query<{ id: number; name: string }>(
    req,
    sql`select id, name from units where id in ${list(ids)}`,
  )
  return new Map(rows.map((row) => [row.id, row]))
}

async function tracksOf(req: Req, ids: readonly number[]) {
  const rows = await query<{ id: number; slug: string; title: string; campaign: string }>(
    req,
    sql`select t.id, t.slug, t.title, c.slug as campaign from tracks t
      join campaigns c on c.id = t.campaign_id where t.id in ${list(ids)}`,
  )
  return new Map(rows.map((row) => [row.id, row]))
}

const distinct = (ids: readonly number[]): number[] => [...new Set(ids)].sort((a, b) => a - b)
