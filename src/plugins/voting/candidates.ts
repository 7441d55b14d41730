import type { PayloadRequest } from 'payload'
import { query, sql, type SQL } from '../../database/sql.ts'
import { entryKinds, isEntryKind, type EntryKind } from '../../domain/kinds.ts'
import { readListed } from '../../domain/voting/rounds.ts'
import type { AfterStep } from '../../hooks/after-step.ts'
import type { CollectionConfig } from 'payload'
import { idOf } from '../../fields/id-of.ts'

/** Which works a round may have: those of its tracks, or of all tracks of its campaign. */
export type Field = { campaign: number; tracks: readonly number[] }

/** The works of a shortlist that are not published in the round's tracks. */
export async function unknownAmong(
  req: PayloadRequest,
  field: Field,
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return []
  const known = await query<{ id: string }>(
    req,
    sql`select s.id from showcase_entries s where s.id in ${texts(ids)} and ${within(field)}`,
  )
  const found = new Set(known.map(({ id }) => id))
  return ids.filter((id) => !found.has(id))
}

/**
 * Makes the candidates of a draft anew: of a shortlist those that are named, else all that is
 * published. Once a round was opened its works keep their numbers, which votes carry.
 */
export async function fillCandidates(
  req: PayloadRequest,
  round: number,
  { field, listed }: { field: Field; listed: readonly string[] | null },
): Promise<void> {
  const chosen =
    listed === null ? within(field) : sql`s.id in ${texts(listed)} and ${within(field)}`
  await query(req, sql`delete from ballot_candidates where round_id = ${round}`)
  await query(
    req,
    sql`insert into ballot_candidates (round_id, number, entry)
      select ${round}, row_number() over (order by s.id), s.id from showcase_entries s where ${chosen}`,
  )
}

/** How many works stand in a round, and how many of its works are not published just now. */
export async function countCandidates(
  req: PayloadRequest,
  round: number,
): Promise<{ standing: number; away: number }> {
  const [row] = await query<{ standing: number; away: number }>(
    req,
    sql`select count(*) filter (where away_since is null)::int as standing,
        count(away_since)::int as away
      from ballot_candidates where round_id = ${round}`,
  )
  return row!
}

/** A work that is published stands in the rounds of its track; one that is taken down does not. */
export const followStep: AfterStep = async ({ req, kind, id, from, to }) => {
  if (from === 'published' || to === 'published') await follow(req, kind, id, to === 'published')
}

/** The same for what happens to a published work beside the workflow: an edit sends it back. */
export function followEntry(kind: EntryKind): NonNullable<CollectionConfig['hooks']> {
  return {
    afterChange: [
      async ({ doc, previousDoc, req }) => {
        const [is, was] = [doc.status === 'published', previousDoc?.status === 'published']
        if (is !== was) await follow(req, kind, Number(doc.id), is)
        return doc
      },
    ],
    afterDelete: [
      async ({ doc, req }) => {
        if (doc.publicId) await leave(req, doc.publicId)
        return doc
      },
    ],
  }
}

async function follow(req: PayloadRequest, kind: EntryKind, id: number, isPublished: boolean) {
  if (!isEntryKind(kind) || !entryKinds[kind]) return
  const [entry] = await query<{ publicId: string | null; track: number; campaign: number }>(
    req,
    sql`select e.public_id as "publicId", e.track_id as track, t.campaign_id as campaign
      from ${sql.identifier(kind)} e join tracks t on t.id = e.track_id where e.id = ${id}`,
  )
  if (!entry?.publicId) return
  if (isPublished) await join(req, { ...entry, publicId: entry.publicId })
  else await leave(req, entry.publicId)
}

// The rounds' rows are held first: who opens one at the same time either sees this work published or
// is waited for, and two works never take the same number.
async function join(
  req: PayloadRequest,
  { publicId, track, campaign }: { publicId: string; track: number; campaign: number },
): Promise<void> {
  const rounds = await query<{ id: number; takesAll: boolean }>(
    req,
    sql`select b.round_id as id, r.candidates_from = 'published' as "takesAll"
      from ballot_rounds b join vote_rounds r on r.id = b.round_id
      where b.state <> 'closed' and (b.policy -> 'window' ->> 'to')::timestamptz > ballot_clock()
        and r.campaign_id = ${campaign}
        and (${track} in (select tracks_id from vote_rounds_rels where parent_id = r.id and path = 'tracks')
          or not exists (select from vote_rounds_rels where parent_id = r.id and path = 'tracks'))
      order by b.round_id for no key update of b`,
  )
  for (const { id } of rounds.filter(({ takesAll }) => takesAll)) {
    await query(
      req,
      sql`insert into ballot_candidates (round_id, number, entry)
        select ${id}, coalesce(max(number), 0) + 1, ${publicId} from ballot_candidates where round_id = ${id}
        on conflict (round_id, entry) do nothing`,
    )
  }
  await query(
    req,
    sql`update ballot_candidates set away_since = null where entry = ${publicId} and away_since is not null`,
  )
}

async function leave(req: PayloadRequest, publicId: string): Promise<void> {
  await query(
    req,
    sql`update ballot_candidates set away_since = clock_timestamp()
      where entry = ${publicId} and away_since is null`,
  )
}

/** What a document says of its works. */
export function candidatesOf(doc: Record<string, unknown>): {
  field: Field
  listed: string[] | null
} {
  const tracks = (Array.isArray(doc.tracks) ? doc.tracks : []).flatMap((one) => idOf(one) ?? [])
  const listed = doc.candidatesFrom === 'listed' ? readListed(doc.listed) : null
  return { field: { campaign: idOf(doc.campaign) ?? 0, tracks }, listed }
}

function within({ campaign, tracks }: Field): SQL {
  return sql`s.track_id in (select id from tracks where campaign_id = ${campaign}
    and (${tracks.length === 0} or id = any(${sql.param([...tracks])}::int[])))`
}

// One parameter, however long the list.
const texts = (values: readonly string[]): SQL =>
  sql`(select unnest(${sql.param([...values])}::text[]))`
