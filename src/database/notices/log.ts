import type { RunIn } from '../run-in.ts'

/** Whoever acts; null: the system. */
export type Actor = { id: number; name: string } | null

type Line = {
  action: string
  actor: Actor
  batch?: number
  notice?: string
  endpoint?: number
  detail?: Record<string, unknown>
}

/** Adds a line to the log of notices, which is never changed afterwards. */
export async function logNotice(
  run: RunIn,
  { action, actor, batch, notice, endpoint, detail }: Line,
): Promise<void> {
  await run(
    `insert into notice_log (action, actor_id, actor_name, batch_id, notice_id, endpoint_id, detail)
     values ($1, $2::int, $3::text, $4::int, $5::uuid, $6::int, $7::jsonb)`,
    [
      action,
      actor?.id ?? null,
      actor?.name ?? null,
      batch ?? null,
      notice ?? null,
      endpoint ?? null,
      detail ? JSON.stringify(detail) : null,
    ],
  )
}
