import type { RunIn } from '../run-in.ts'
import { iso } from './iso.ts'

export type JudgingNote = {
  round: number
  by: number | null
  action: string
  reason?: string | null
  detail?: unknown
}

/** Writes down what was done to a round, in the transaction that does it. */
export async function noteJudging(run: RunIn, note: JudgingNote): Promise<void> {
  const { round, by, action, reason = null, detail = null } = note
  await run(
    `insert into judging_log (round_id, actor_id, action, reason, detail) values ($1, $2, $3, $4, $5::jsonb)`,
    [round, by, action, reason, detail === null ? null : JSON.stringify(detail)],
  )
}

export type LogRow = {
  at: string
  actor: string | null
  action: string
  reason: string | null
  detail: unknown
}

/** What was done to a round, the newest first. */
export function readJudgingLog(run: RunIn, round: number, most = 200): Promise<LogRow[]> {
  return run<LogRow>(
    `select ${iso('l.at')} as at, u.name as actor, l.action, l.reason, l.detail from judging_log l
      left join users u on u.id = l.actor_id where l.round_id = $1 order by l.id desc limit $2`,
    [round, most],
  )
}
