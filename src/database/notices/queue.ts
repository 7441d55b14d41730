import {
  secretsOf,
  staleAfterDays,
  withoutSecrets,
  type NoticeEvent,
} from '../../domain/results/notices.ts'
import type { RunIn } from '../run-in.ts'

/** A notice as whoever sends it holds it, until `locked_until`. */
export type ClaimedNotice = {
  id: string
  batch: number
  event: NoticeEvent
  channel: 'mail' | 'webhook'
  values: Record<string, string>
  ids: Record<string, string>
  createdAt: string | Date
  subject: string | null
  body: string | null
  attempts: number
  /** The address that holds now; null: the account was switched off, the endpoint removed. */
  email: string | null
  endpoint: ClaimedEndpoint | null
  worker: string
}

export type ClaimedEndpoint = {
  id: number
  client: string
  url: string
  secret: string
  oldSecret: string | null
  failingSince: string | null
}

const leaseSeconds = 120

/**
 * Takes the next notice that is due and may go; each goes to one worker. What a worker held that died is
 * taken again when its lease is over: it may have been sent just before.
 *
 * @param busy endpoints that are being sent to, and are to be left alone
 */
export async function claimNotice(
  run: RunIn,
  {
    channel,
    worker,
    busy = [],
  }: { channel: 'mail' | 'webhook'; worker: string; busy?: readonly number[] },
): Promise<ClaimedNotice | undefined> {
  const [row] = await run<Omit<ClaimedNotice, 'worker'>>(
    `with next as (
       select n.id from notices n join notice_batches b on b.id = n.batch_id
       where n.channel = $1 and n.state = 'waiting' and n.due_at <= now() and b.goes
         and (n.attempts > 0 or greatest(n.fresh_at, b.released_at) > now() - make_interval(days => ${staleAfterDays}))
         and (n.endpoint_id is null or n.endpoint_id not in (select jsonb_array_elements_text($3::jsonb)::int))
       order by n.due_at, n.seq limit 1 for update of n skip locked),
     taken as (
       update notices n set state = 'sending', attempts = attempts + 1, locked_by = $2::uuid,
         locked_until = now() + make_interval(secs => ${leaseSeconds})
       from next where n.id = next.id returning n.*)
     select t.id, t.batch_id as batch, t.event, t.channel, t."values", t.ids, t.created_at as "createdAt",
       t.subject, t.body, t.attempts::int as attempts,
       case when t.user_id is null then t.email when u.active is not false then u.email end as email,
       case when e.removed_at is null and e.disabled_at is null and c.active then json_build_object('id', e.id,
         'client', c.name, 'url', e.url, 'secret', e.secret, 'failingSince', e.failing_since,
         'oldSecret', case when e.old_until > now() then e.old_secret end) end as endpoint
     from taken t left join users u on u.id = t.user_id left join webhook_endpoints e on e.id = t.endpoint_id
       left join api_clients c on c.id = e.client_id`,
    [channel, worker, JSON.stringify(busy)],
  )
  return row && { ...row, worker }
}

type Held = Pick<ClaimedNotice, 'id' | 'worker' | 'event' | 'values'>

export type Outcome =
  | { state: 'sent'; subject: string; body: string }
  | { state: 'dead' | 'expired'; error: string }
  /** Another try after so many seconds; `uncounted`: this one says nothing about the notice. */
  | { state: 'waiting'; error: string; seconds: number; uncounted?: boolean }

/** Writes what became of a notice; of what was sent secrets are forgotten. @returns false when another worker holds it by now */
export async function settleNotice(
  run: RunIn,
  { id, worker, event, values }: Held,
  outcome: Outcome,
): Promise<boolean> {
  const { state } = outcome
  const error = state === 'sent' ? null : outcome.error.slice(0, 500)
  const rows = await run(
    `update notices set state = $3, error = $4::text, locked_by = null, locked_until = null,
       subject = coalesce($5::text, subject), body = coalesce($6::text, body),
       "values" = case when $3 = 'sent' then "values" - $9::text[] else "values" end,
       due_at = now() + make_interval(secs => $7::float8),
       attempts = attempts - case when $8::boolean then 1 else 0 end,
       ended_at = case when $3 <> 'waiting' then clock_timestamp() end
     where id = $1::uuid and state = 'sending' and locked_by = $2::uuid returning id`,
    [
      id,
      worker,
      state,
      error,
      state === 'sent' ? withoutSecrets(event, values, outcome.subject) : null,
      state === 'sent' ? withoutSecrets(event, values, outcome.body) : null,
      state === 'waiting' ? outcome.seconds : 0,
      state === 'waiting' && outcome.uncounted === true,
      secretsOf(event),
    ],
  )
  return rows.length === 1
}

/** Gives back what dead workers held, and lets go of what nobody needs to hear any more. */
export async function tendNotices(run: RunIn): Promise<void> {
  await run(
    `update notices set state = 'waiting', locked_by = null, locked_until = null, error = 'worker lost'
     where id in (select id from notices where state = 'sending' and locked_until < now() for update skip locked)`,
    [],
  )
  await run(
    `update notices n set state = 'expired', ended_at = clock_timestamp()
     from notice_batches b where b.id = n.batch_id and n.state = 'waiting' and b.goes
       and greatest(n.fresh_at, b.released_at) < now() - make_interval(days => $1::int)
       and n.attempts = 0`,
    [staleAfterDays],
  )
}

/** Milliseconds until the next notice of a channel is due; undefined when none waits that may go. */
export async function untilNextNotice(
  run: RunIn,
  channel: 'mail' | 'webhook',
): Promise<number | undefined> {
  const [row] = await run<{ ms: number | null }>(
    `select (extract(epoch from min(n.due_at) - now()) * 1000)::float8 as ms
     from notices n join notice_batches b on b.id = n.batch_id
     where n.channel = $1 and n.state = 'waiting' and b.goes`,
    [channel],
  )
  return row?.ms === null || row === undefined ? undefined : Math.max(0, row.ms)
}
