import type { FastifyInstance } from 'fastify'
import { participantsOnly } from '../identity/bearer.ts'
import type { TakingPartOptions } from '../routes.ts'
import { unitsSchema, type UnitsQuery } from './route-schemas.ts'

// Outside units only enter nationwide calls (src/domain/eligibility.ts).
const text = `
  select u.id, u.name, u.kind::text as kind, case when p.id is not null then jsonb_build_object('id', p.id, 'name', p.name) end as parent,
    exists (select 1 from units below where below.parent_id = u.id) as "hasUnitsBelow"
  from units u left join units p on p.id = u.parent_id
  where case
      when $1::text is not null then u.name ilike $1
      when $2::integer is not null then u.parent_id = $2
      else u.parent_id is null end
    and (u.kind::text <> 'outside' or coalesce((select t.document ->> 'scope' = 'nationwide' from showcase_documents t
      left join showcase_documents c on c.type = 'campaign' and c.slug = t.campaign
      where t.type = 'track' and t.slug = $3 order by c.sort_at desc nulls last limit 1), $3::text is null))
  order by length(u.path), u.path
  limit $4`

/** `/v1/me/units`: the units that may look at a work first, level by level or by a part of their names. */
export async function unitRoutes(app: FastifyInstance, { core }: TakingPartOptions): Promise<void> {
  const preHandler = participantsOnly(core.sessions, 'entries:write')
  app.get<{ Querystring: UnitsQuery }>(
    '/me/units',
    { preHandler, schema: unitsSchema },
    async (request) => {
      const { q, parent, track, limit } = request.query
      const like = q === undefined ? null : `%${q.replace(/[\\%_]/g, '\\$&')}%`
      const values = [like, parent ?? null, track ?? null, limit]
      return { data: await core.database.read('units to choose', text, values) }
    },
  )
}
