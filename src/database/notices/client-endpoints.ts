import type { NoticeEvent } from '../../domain/results/notices.ts'
import type { RunIn } from '../run-in.ts'
import { logNotice, type Actor } from './log.ts'

/** An endpoint as the province sees it: never its secret. */
export type ShownEndpoint = {
  id: number
  url: string
  events: NoticeEvent[]
  state: 'well' | 'failing' | 'disabled'
  why: string | null
  failingSince: string | null
  lastOkAt: string | null
  disabledAt: string | null
  /** While the secret before signs, too. */
  oldUntil: string | null
  waiting: number
  dead: number
  createdAt: string
}

/** Where one client is told, the latest first. */
export async function endpointsOf(run: RunIn, client: number): Promise<ShownEndpoint[]> {
  const rows = await run<ShownEndpoint>(
    `select e.id, e.url, to_json(e.events) as events, e.disabled_why as why, e.failing_since as "failingSince",
       e.last_ok_at as "lastOkAt", e.disabled_at as "disabledAt", e.created_at as "createdAt",
       case when e.old_until > now() then e.old_until end as "oldUntil",
       case when e.disabled_at is not null then 'disabled' when e.failing_since is not null then 'failing' else 'well' end as state,
       (select count(*)::int from notices n where n.endpoint_id = e.id and n.state in ('waiting', 'sending')) as waiting,
       (select count(*)::int from notices n where n.endpoint_id = e.id and n.state = 'dead') as dead
     from webhook_endpoints e where e.client_id = $1 and e.removed_at is null order by e.id desc`,
    [client],
  )
  const instant = (value: string | null) => value && new Date(value).toISOString()
  return rows.map((row) => ({
    ...row,
    failingSince: instant(row.failingSince),
    lastOkAt: instant(row.lastOkAt),
    disabledAt: instant(row.disabledAt),
    oldUntil: instant(row.oldUntil),
    createdAt: instant(row.createdAt)!,
  }))
}

export const mostEndpoints = 5

type By = { actor: NonNullable<Actor> }

/** @returns the endpoint's id; `full`: the client has as many as it may; undefined: there is no such client */
export async function addEndpoint(
  run: RunIn,
  {
    client,
    url,
    events,
    sealed,
    actor,
  }: By & { client: number; url: string; events: string[]; sealed: string },
): Promise<number | 'full' | undefined> {
  const [held] = await run(`select id from api_clients where id = $1 for update`, [client])
  if (!held) return undefined
  const [count] = await run<{ count: number }>(
    `select count(*)::int as count from webhook_endpoints where client_id = $1 and removed_at is null`,
    [client],
  )
  if (count!.count >= mostEndpoints) return 'full'
  const [row] = await run<{ id: number }>(
    `insert into webhook_endpoints (client_id, url, events, secret, created_by)
     values ($1, $2, array(select jsonb_array_elements_text($3::jsonb)), $4, $5) returning id`,
    [client, url, JSON.stringify(events), sealed, actor.id],
  )
  await logNotice(run, {
    action: 'add-endpoint',
    actor,
    endpoint: row!.id,
    detail: { url, events },
  })
  return row!.id
}

type One = By & { client: number; id: number }

/** What may be done to an endpoint; the sealed secret is the new one. */
export type EndpointChange =
  | { change: 'edit'; url: string; events: string[] }
  | { change: 'rotate'; sealed: string }
  | { change: 'enable' }
  | { change: 'remove' }

const oldSecretHours = 24

/** @returns false when the client has no such endpoint */
export async function changeEndpoint(
  run: RunIn,
  { client, id, actor, ...asked }: One & EndpointChange,
): Promise<boolean> {
  const [row] = await run(
    `select id from webhook_endpoints where id = $1 and client_id = $2 and removed_at is null for update`,
    [id, client],
  )
  if (!row) return false
  if (asked.change === 'edit') {
    await run(
      `update webhook_endpoints set url = $2, events = array(select jsonb_array_elements_text($3::jsonb)) where id = $1`,
      [id, asked.url, JSON.stringify(asked.events)],
    )
  }
  if (asked.change === 'rotate') {
    await run(
      `update webhook_endpoints set old_secret = secret, secret = $2,
         old_until = clock_timestamp() + make_interval(hours => ${oldSecretHours}) where id = $1`,
      [id, asked.sealed],
    )
  }
  if (asked.change === 'enable') {
    await run(
      `update webhook_endpoints set disabled_at = null, disabled_why = null, failing_since = null where id = $1`,
      [id],
    )
  }
  if (asked.change === 'remove') {
    await run(`update webhook_endpoints set removed_at = clock_timestamp() where id = $1`, [id])
    await run(
      `update notices set state = 'stopped', ended_at = clock_timestamp() where endpoint_id = $1 and state = 'waiting'`,
      [id],
    )
  }
  const detail = asked.change === 'edit' ? { url: asked.url, events: asked.events } : undefined
  await logNotice(run, { action: `${asked.change}-endpoint`, actor, endpoint: id, detail })
  return true
}

/** Where a test goes and what it is signed by, sealed; undefined: the client has no such endpoint. */
export async function endpointForTest(
  run: RunIn,
  { client, id }: { client: number; id: number },
): Promise<{ url: string; secret: string; oldSecret: string | null } | undefined> {
  const [row] = await run<{ url: string; secret: string; oldSecret: string | null }>(
    `select url, secret, case when old_until > now() then old_secret end as "oldSecret"
     from webhook_endpoints where id = $1 and client_id = $2 and removed_at is null`,
    [id, client],
  )
  return row
}
