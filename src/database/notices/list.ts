import { noticeEvents, type NoticeEvent } from '../../domain/results/notices.ts'
import type { Words } from '../../domain/words.ts'
import type { RunIn } from '../run-in.ts'
import { objector } from './batches.ts'
import { logNotice, type Actor } from './log.ts'

export const noticeStates = ['waiting', 'sending', 'sent', 'dead', 'stopped', 'expired'] as const
export type NoticeState = (typeof noticeStates)[number]

export type ShownNotice = {
  id: string
  event: NoticeEvent
  name: Words
  about: string
  channel: 'mail' | 'webhook'
  to: string
  state: NoticeState
  attempts: number
  error: string | null
  createdAt: string
  dueAt: string | null
  endedAt: string | null
}

/** Notices in a state, the latest first. */
export async function listNotices(run: RunIn, state: NoticeState): Promise<ShownNotice[]> {
  const rows = await run<ShownNotice>(
    `select n.id, n.event, n.about, n.channel, n.state, n.attempts::int as attempts, n.error,
       n.created_at as "createdAt", case when n.state = 'waiting' then n.due_at end as "dueAt", n.ended_at as "endedAt",
       coalesce(case when n.channel = 'webhook' then c.name || ' ' || e.url when n.kind = 'objector' then '${objector}' else coalesce(u.email, n.email) end, '') as "to"
     from notices n left join users u on u.id = n.user_id left join webhook_endpoints e on e.id = n.endpoint_id
       left join api_clients c on c.id = e.client_id
     where n.state = $1 order by coalesce(n.ended_at, n.created_at) desc, n.seq desc limit 100`,
    [state],
  )
  const instant = (value: string | null) => value && new Date(value).toISOString()
  return rows.map((row) => ({
    ...row,
    name: noticeEvents[row.event]?.name ?? { zh: row.event, en: row.event },
    createdAt: instant(row.createdAt)!,
    dueAt: instant(row.dueAt),
    endedAt: instant(row.endedAt),
  }))
}

/** How many notices are in each state, and how long the oldest that may go has been due, in seconds. */
export type NoticeCounts = { counts: Record<NoticeState, number>; lateSeconds: number }

export async function countNotices(run: RunIn): Promise<NoticeCounts> {
  const rows = await run<{ state: NoticeState; count: number }>(
    `select state, count(*)::int as count from notices group by state`,
    [],
  )
  const [late] = await run<{ seconds: number | null }>(
    `select extract(epoch from now() - min(n.due_at))::float8 as seconds
     from notices n join notice_batches b on b.id = n.batch_id where n.state = 'waiting' and b.goes`,
    [],
  )
  const counts = Object.fromEntries(noticeStates.map((state) => [state, 0]))
  for (const { state, count } of rows) counts[state] = count
  return { counts: counts as NoticeCounts['counts'], lateSeconds: Math.max(0, late?.seconds ?? 0) }
}

/** Tries a notice again that could not be delivered. @returns false: there is none, or its endpoint is off */
export async function resendNotice(
  run: RunIn,
  { id, actor }: { id: string; actor: NonNullable<Actor> },
): Promise<boolean> {
  const rows = await run<{ id: string; batch: number }>(
    `update notices n set state = 'waiting', attempts = 0, due_at = clock_timestamp(), fresh_at = clock_timestamp(), ended_at = null, error = null
     from notice_batches b where n.id = $1::uuid and n.state in ('dead', 'expired') and b.id = n.batch_id and b.goes
       and not exists (select 1 from webhook_endpoints e
         where e.id = n.endpoint_id and (e.disabled_at is not null or e.removed_at is not null))
     returning n.id, n.batch_id as batch`,
    [id],
  )
  const [row] = rows
  if (!row) return false
  await logNotice(run, { action: 'resend', actor, notice: id, batch: row.batch })
  await run(`select pg_notify('notices', '')`, [])
  return true
}

/** Who did what to batches and endpoints, the latest first. */
export type ShownLine = {
  id: number
  at: string
  actor: string
  action: string
  batch: number | null
  detail: Record<string, unknown> | null
}

export async function noticeLog(run: RunIn, limit = 50): Promise<ShownLine[]> {
  const rows = await run<ShownLine>(
    `select id::int as id, at, coalesce(actor_name, '') as actor, action, batch_id as batch, detail
     from notice_log order by id desc limit $1::int`,
    [limit],
  )
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }))
}

/** Forgets what was settled more than half a year ago; who released what stays in the log. */
export async function forgetNotices(run: RunIn): Promise<number> {
  const rows = await run(
    `delete from notices where ended_at < now() - interval '180 days' returning id`,
    [],
  )
  return rows.length
}
