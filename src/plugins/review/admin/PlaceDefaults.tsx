import type { UIFieldServerComponent } from 'payload'
import { isEntryKind } from '../../../domain/kinds.ts'
import { personOf } from '../../../access/person.ts'
import { query, sql } from '../../../database/sql.ts'
import { FillPlace } from './FillPlace.tsx'

/**
 * On a new entry: the track, where the newest campaign has just one of this kind, and the editor's own
 * unit. They come with the page: whoever saves at once has them.
 */
export const PlaceDefaults: UIFieldServerComponent = async ({ operation, collectionSlug, req }) => {
  const person = personOf(req)
  if (operation !== 'create' || !person || !isEntryKind(collectionSlug)) return null
  const tracks = await query<{ id: number }>(
    req,
    sql`select t.id::int as id from tracks t join campaigns c on c.id = t.campaign_id
      where t.kind = ${collectionSlug} and c.year = (
        select max(newest.year) from campaigns newest join tracks o on o.campaign_id = newest.id
        where o.kind = ${collectionSlug})
      limit 2`,
  )
  return (
    <FillPlace
      track={tracks.length === 1 ? tracks[0]!.id : null}
      unit={person.role === 'editor' ? person.unitId : null}
    />
  )
}
