import type { PayloadRequest } from 'payload'
import { query, sql } from '../../database/sql.ts'
import type { VotePolicy } from '../../domain/voting/policy.ts'
import { candidatesOf } from './candidates.ts'
import { stateOf, type Round } from './read-round.ts'

/**
 * Writes the voters' side of a round, in the transaction that changed it. A new policy is a new
 * version of the rules.
 */
export async function writeBallotRound(
  req: PayloadRequest,
  round: Round,
  policy: VotePolicy,
): Promise<void> {
  const { id, slug, title, about = null, openedAt = null, closedAt = null } = round
  const { field } = candidatesOf(round as never)
  const text = JSON.stringify(policy)
  await query(
    req,
    sql`insert into ballot_rounds as b (round_id, slug, title, about, campaign, tracks, state, policy, opened_at, closed_at)
      values (${id}, ${slug}, ${title}, ${about},
        (select slug from campaigns where id = ${field.campaign}), ${trackSlugs(field.tracks)},
        ${stateOf(round)}, ${text}::jsonb, ${openedAt}, ${closedAt})
      on conflict (round_id) do update set slug = excluded.slug, title = excluded.title, about = excluded.about,
        campaign = excluded.campaign, tracks = excluded.tracks, state = excluded.state, policy = excluded.policy,
        opened_at = excluded.opened_at, closed_at = excluded.closed_at,
        version = b.version + case when b.policy = excluded.policy then 0 else 1 end`,
  )
}

/** Slugs of campaigns and tracks stand on the rounds: after a rename they are written anew. */
export async function renameOnRounds(req: PayloadRequest): Promise<void> {
  await query(
    req,
    sql`update ballot_rounds b set campaign = c.slug, tracks = named.slugs
      from vote_rounds r join campaigns c on c.id = r.campaign_id,
        lateral (select coalesce(array_agg(t.slug::text order by x."order"), '{}') as slugs
          from vote_rounds_rels x join tracks t on t.id = x.tracks_id
          where x.parent_id = r.id and x.path = 'tracks') named
      where r.id = b.round_id and (b.campaign, b.tracks) is distinct from (c.slug::text, named.slugs)`,
  )
}

// None: all tracks of the campaign.
function trackSlugs(tracks: readonly number[]) {
  return sql`(select coalesce(array_agg(t.slug::text order by x.place), '{}')
    from unnest(${sql.param([...tracks])}::int[]) with ordinality x(id, place) join tracks t on t.id = x.id)`
}
