import { randomBytes } from 'node:crypto'
import type { PoolClient } from 'pg'
import type { newPhoto } from './flow-entries.ts'

type Connect = <T>(work: (client: PoolClient) => Promise<T>) => Promise<T>
type Photo = ReturnType<typeof newPhoto>
type Place = { campaign: number; unitPath: string; track: number; unit: number }

/** The rows of one new entry, as our API leaves them, in one transaction. Returns its id. */
export function createBySql(connect: Connect, photo: Photo, place: Place): Promise<number> {
  return inTransaction(connect, async (client) => {
    const { rows } = await client.query(
      `insert into photos (title, subtype, theme, summary, cover_id, taken_at, place, original_declared,
         no_composite_declared, track_id, unit_id, campaign_id, unit_path, status)
       values ($1, $2, $3, $4, $5, $6, $7, true, true, $8, $9, $10, $11, 'draft') returning id`,
      [
        photo.title,
        photo.subtype,
        photo.theme,
        photo.summary,
        photo.cover,
        photo.takenAt,
        photo.place,
        place.track,
        place.unit,
        place.campaign,
        place.unitPath,
      ],
    )
    const id: number = rows[0].id
    for (const [index, { name, workplace, phone }] of photo.authors.entries()) {
      await client.query(
        `insert into photos_authors (_order, _parent_id, id, name, workplace, phone) values ($1, $2, $3, $4, $5, $6)`,
        [index + 1, id, randomBytes(12).toString('hex'), name, workplace, phone],
      )
    }
    await client.query(
      `insert into photos_rels ("order", parent_id, path, media_id) values (1, $1, 'pictures', $2)`,
      [id, photo.pictures[0]],
    )
    for (const [field, file] of [
      ['pictures', photo.pictures[0]],
      ['cover', photo.cover],
    ]) {
      await client.query(
        `update media set entry_kind = 'photos', entry_id = $1, entry_field = $2, track_id = $3, unit_path = $4,
           status = 'draft', open = true where id = $5 and entry_id is null`,
        [id, field, place.track, place.unitPath, file],
      )
    }
    return id
  })
}

type Step = Place & { id: number; actor: number; action: string; from: string; to: string }

/** The rows of one step, as our API leaves them, in one transaction. */
export function stepBySql(connect: Connect, step: Step): Promise<void> {
  const { id, actor, action, from, to, campaign, track, unit } = step
  return inTransaction(connect, async (client) => {
    await client.query('select id from photos where id = $1 for update', [id])
    if (action === 'submit') {
      const { rows } = await client.query(
        `insert into public_id_counters (campaign_id, kind, last) values ($1, 'photos', 1)
         on conflict (campaign_id, kind) do update set last = public_id_counters.last + 1 returning last`,
        [campaign],
      )
      const number = `2022-PHO-${String(rows[0].last).padStart(6, '0')}`
      await client.query('update photos set public_id = $2, submitted_at = now() where id = $1', [
        id,
        number,
      ])
    }
    await client.query(
      `update photos set status = $2, updated_at = now() where id = $1 and status = $3`,
      [id, to, from],
    )
    await client.query(
      `update media set status = $2 where entry_kind = 'photos' and entry_id = $1`,
      [id, to],
    )
    await client.query(
      `insert into review_logs (kind, entry_id, title, action, "from", "to", track_id, unit_id, actor_id)
       values ('photos', $1, '炉火映初心', $2, $3, $4, $5, $6, $7)`,
      [id, action, from, to, track, unit, actor],
    )
  })
}

async function inTransaction<T>(connect: Connect, work: (client: PoolClient) => Promise<T>) {
  return connect(async (client) => {
    await client.query('begin')
    try {
      const result = await work(client)
      await client.query('commit')
      return result
    } catch (error) {
      await client.query('rollback')
      throw error
    }
  })
}
