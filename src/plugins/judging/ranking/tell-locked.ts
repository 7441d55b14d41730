import type { PayloadRequest } from 'payload'
import { query, sql } from '../../../database/sql.ts'
import { notify } from '../../../hooks/notices.ts'

/** Tells the hosts of a round's track, and the province's desk, that its ranking is locked. */
export async function tellLocked(req: PayloadRequest, id: number, version: number): Promise<void> {
  const hosts = await query<{ round: string; track: string; unit: number | null }>(
    req,
    sql`select r.title as round, t.title as track, h.unit from judging_rounds r join tracks t on t.id = r.track_id
      left join lateral (select t.host_id as unit where t.host_id is not null
        union select x.units_id from tracks_rels x where x.parent_id = t.id and x.path = 'coHosts') h on true
      where r.id = ${id} order by h.unit`,
  )
  const [first] = hosts
  if (!first) return
  const values = { round: first.round, track: first.track }
  await notify(req, {
    ...{ event: 'round-locked', about: `round:${id}:${version}` },
    to: [
      ...hosts.flatMap(({ unit }) =>
        unit === null ? [] : [{ kind: 'host' as const, unitId: unit, values }],
      ),
      { kind: 'desk', values },
    ],
  })
}
