import type { RunIn } from '../run-in.ts'
import { disabledAfterHours } from '../../domain/results/notices.ts'
import { logNotice } from './log.ts'
import { writeNotices } from './write.ts'

/** An endpoint answered: whatever was wrong with it is over. When it did last is kept to the minute. */
export async function endpointWell(run: RunIn, id: number): Promise<void> {
  await run(
    `update webhook_endpoints set failing_since = null, last_ok_at = clock_timestamp()
     where id = $1 and (failing_since is not null or last_ok_at is null or last_ok_at < now() - interval '1 minute')`,
    [id],
  )
}

/**
 * An endpoint did not take what it was sent. One that has failed for days, or says that it is gone, is
 * switched off, and the desk is told; what waits for it is kept as undeliverable.
 */
export async function endpointFailed(
  run: RunIn,
  { id, client, url }: { id: number; client: string; url: string },
  { why, gone }: { why: string; gone: boolean },
): Promise<void> {
  const [row] = await run<{ since: string | Date; off: boolean }>(
    `update webhook_endpoints set failing_since = coalesce(failing_since, clock_timestamp()),
       disabled_at = case when $2::boolean or failing_since < now() - make_interval(hours => $3::int)
         then clock_timestamp() end,
       disabled_why = case when $2::boolean or failing_since < now() - make_interval(hours => $3::int)
         then $4::text end
     where id = $1 and disabled_at is null and removed_at is null
     returning failing_since as since, disabled_at is not null as off`,
    [id, gone, disabledAfterHours, why.slice(0, 300)],
  )
  if (!row?.off) return
  await run(
    `update notices set state = 'dead', ended_at = clock_timestamp(), error = 'endpoint switched off'
     where endpoint_id = $1 and state = 'waiting'`,
    [id],
  )
  await logNotice(run, { action: 'disable', actor: null, endpoint: id, detail: { why } })
  const since = beijing.format(new Date(row.since))
  await writeNotices(run, {
    event: 'webhook-disabled',
    about: `endpoint:${id}`,
    batch: `webhook-disabled:${id}:${new Date(row.since).getTime()}`,
    to: [{ kind: 'desk', values: { client, url, since } }],
    by: null,
  })
}

const beijing = new Intl.DateTimeFormat('zh-CN', {
  ...{ timeZone: 'Asia/Shanghai', dateStyle: 'long', timeStyle: 'short' },
})
