import type { NoticeEvent, RecipientKind } from '../../domain/results/notices.ts'
import type { RunIn } from '../run-in.ts'

/** Somebody to be told, by the ids that were given; src/hooks/notices.ts says which. */
export type Asked = {
  kind: RecipientKind
  userId?: number
  unitId?: number
  participantId?: number
  clientId?: number
  email?: string
}

/** One address of one of those who were asked for. */
export type Addressed = {
  /** Which of them. */
  turn: number
  channel: 'mail' | 'webhook'
  told: string
  userId: number | null
  email: string | null
  endpointId: number | null
}

/**
 * Where they are reached: units by the mail of their active editors, the desk by that of the province,
 * participants and clients by the webhooks that want the event. Who has no address is not among them.
 *
 * @param except the account of whoever did it: nobody is told of their own doing
 */
export function addressesOf(
  run: RunIn,
  event: NoticeEvent,
  asked: readonly Asked[],
  except: number | null,
): Promise<Addressed[]> {
  const rows = asked.map((one, turn) => ({ turn, ...one }))
  return run<Addressed>(
    `with asked as (
        select * from jsonb_to_recordset($1::jsonb) as a (turn int, kind text, "userId" int, "unitId" int,
          "participantId" int, "clientId" int, email text)),
      hooks as (
        select e.id, e.client_id from webhook_endpoints e join api_clients c on c.id = e.client_id
        where e.removed_at is null and e.disabled_at is null and $2::text = any (e.events)
          and c.active and (c.expires_at is null or c.expires_at > now()))
      select turn, 'mail' as channel, told, id as "userId", email, null::int as "endpointId" from (
        select turn, 'unit:' || "unitId" as told, u.id, u.email from asked join users u on u.unit_id = "unitId"
          where u.role = 'editor' and u.active is not false and u.id is distinct from $3::int
        union all
        select turn, 'user:' || u.id, u.id, u.email from asked join users u on u.id = "userId" where u.active is not false
        union all
        select turn, 'desk', u.id, u.email from asked join users u on u.role = 'province'
          where asked.kind = 'desk' and u.active is not false and u.id is distinct from $3::int
        union all
        select turn, 'mail:' || lower(email), null, email from asked where email is not null) mails
      union all
      select turn, 'webhook', told, null, null, id from (
        select turn, 'participant:' || "participantId" as told, h.id from asked
          join participant_identities i on i.participant_id = "participantId" and i.kind = 'client'
          join hooks h on h.client_id::text = i.issuer
        union all
        select turn, 'client:' || h.client_id, h.id from asked join hooks h
          on h.client_id = "clientId" or "clientId" is null where asked.kind = 'client') hooked
      order by 1, 2, 4, 6`,
    [JSON.stringify(rows), event, except],
  )
}
