import { list, query, sql } from '../sql.ts'
import { scopeRange } from '../../domain/unit-tree.ts'
import type { Req } from './request.ts'

/**
 * Names that stand on many rows change one at a time, each in one statement over all its rows: two of
 * them at once could lock the same rows in different orders. Asked for before anything else is locked.
 */
export async function holdNames(req: Req): Promise<void> {
  // They wait in line, and each waits for what is being published: longer than others may wait for a row.
  const [usual] = await query<{ lock: string; statement: string }>(
    req,
    sql`select current_setting('lock_timeout') as lock, current_setting('statement_timeout') as statement`,
  )
  await query(
    req,
    sql`select set_config('lock_timeout', '60s', true), set_config('statement_timeout', '60s', true)`,
  )
  await query(req, sql`select pg_advisory_xact_lock(hashtext('showcase names'))`)
  await query(
    req,
    sql`select set_config('lock_timeout', ${usual!.lock}, true), set_config('statement_timeout', ${usual!.statement}, true)`,
  )
}

type Named = 'campaign' | 'track' | 'unit'

/**
 * Holds the names that rows of these units and tracks copy, until the transaction ends: a change of one
 * waits and then finds the rows, or is waited for and then read. Advisory locks, not locks of the rows,
 * because they are fair: rows that are shared again and again would never let a change through.
 *
 * Everybody locks in one order, so that none waits in a ring: the entry; the rows of its track and unit
 * (the log refers to them); these names; the rows of the read model.
 */
export async function shareNames(
  req: Req,
  { units, tracks }: { units: readonly number[]; tracks: readonly number[] },
): Promise<void> {
  await query(
    req,
    sql`select pg_advisory_xact_lock_shared(hashtext('showcase ' || what), id) from (
      select 'campaign' as what, campaign_id as id from tracks where id in ${list(tracks)}
      union select 'track', id from tracks where id in ${list(tracks)}
      union select 'unit', id from units where id in ${list(units)} order by what, id) names`,
  )
}

// Of a track with tens of thousands of works every row is written anew: longer than a statement may take.
async function ownName(req: Req, what: Named, id: number): Promise<void> {
  await query(
    req,
    sql`select set_config('statement_timeout', '300000', true),
      pg_advisory_xact_lock(hashtext(${`showcase ${what}`}), ${id}::int)`,
  )
}

/** Puts a unit's name, as it now is, on all its entries. */
export async function renameUnit(req: Req, id: number): Promise<void> {
  await ownName(req, 'unit', id)
  await query(
    req,
    sql`update showcase_entries s set card = jsonb_set(s.card, '{unit,name}', to_jsonb(u.name)),
        document = jsonb_set(s.document, '{unit,name}', to_jsonb(u.name))
      from units u where u.id = ${id} and s.unit_id = u.id
        and (s.card #>> '{unit,name}', s.document #>> '{unit,name}') is distinct from (u.name, u.name)`,
  )
}

/**
 * Follows a unit that moved, with all below it, to its new place in the tree. The move has locked the
 * entries themselves.
 */
export async function moveUnits(req: Req, path: string): Promise<void> {
  const { from, below } = scopeRange(path)
  await query(
    req,
    sql`update showcase_entries s set unit_path = u.path
      from units u where u.path >= ${from} and u.path < ${below} and s.unit_id = u.id
        and s.unit_path is distinct from u.path`,
  )
}

/** Puts a track's slug, title and campaign, as they now are, on all its entries. */
export async function renameTrack(req: Req, id: number): Promise<void> {
  await ownName(req, 'track', id)
  await query(
    req,
    sql`with named as (select t.id, t.slug, c.slug as campaign, jsonb_build_object('slug', t.slug, 'title', t.title) as track
        from tracks t join campaigns c on c.id = t.campaign_id where t.id = ${id})
      update showcase_entries s set track = n.slug, campaign = n.campaign,
        card = jsonb_set(s.card, '{track}', n.track), document = jsonb_set(s.document, '{track}', n.track)
      from named n where s.track_id = n.id and (s.track, s.campaign, s.card -> 'track', s.document -> 'track')
        is distinct from (n.slug, n.campaign, n.track, n.track)`,
  )
}

/** Puts a campaign's slug, as it now is, on all its entries. */
export async function renameCampaign(req: Req, id: number): Promise<void> {
  await ownName(req, 'campaign', id)
  await query(
    req,
    sql`update showcase_entries s set campaign = c.slug from tracks t join campaigns c on c.id = t.campaign_id
      where c.id = ${id} and s.track_id = t.id and s.campaign is distinct from c.slug`,
  )
}
