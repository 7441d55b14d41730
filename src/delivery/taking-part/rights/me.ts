import { entryKindList } from '../../../domain/kinds.ts'
import type { Core } from '../../core.ts'
import type { Session } from '../identity/session-token.ts'
import { notSignedIn } from '../identity/session-token.ts'

type Row = {
  member: boolean
  phoneVerified: boolean
  since: Date
  drafts: number
  underReview: number
  published: number
  other: number
}

const works = entryKindList
  .map((kind) => `select status::text from ${kind} where participant_id = $1`)
  .join(' union all ')

/** Who a participant is, and how their works stand, in numbers. */
export async function readMe({ database, identity }: Core, session: Session) {
  const [row] = await database.read<Row>(
    'me',
    `select p.member, p.phone_verified as "phoneVerified", p.created_at as since,
       count(*) filter (where status in ('draft', 'returned'))::int as drafts,
       count(*) filter (where status in ('submitted', 'recommended', 'accepted'))::int as "underReview",
       count(*) filter (where status = 'published')::int as published,
       count(*) filter (where status in ('rejected', 'withdrawn'))::int as other
     from participants p left join (${works}) works on true where p.id = $1 group by p.id`,
    [session.participant],
  )
  if (!row) throw notSignedIn()
  const { member, phoneVerified, since, ...entries } = row
  return {
    id: identity.pseudonyms.ofParticipant(session.participant),
    ...{ member, phoneVerified, since: since.toISOString() },
    client: session.cameFrom ?? '',
    entries,
  }
}
