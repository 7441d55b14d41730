import type { RunIn } from '../run-in.ts'

/** A judge whose round ends soon and who has works left. */
export type LateJudge = {
  round: number
  judge: number
  judgeName: string
  title: string
  track: string
  until: string | Date
  left: number
}

/** Rounds that end within these hours are reminded of. */
export const reminderHours = 72

/**
 * Who is late, the rounds that end first in front; who was reminded within the last 20 hours is left out.
 * In a round that ranks, an order that was not handed in leaves all its works.
 */
export function lateJudges(run: RunIn): Promise<LateJudge[]> {
  return run<LateJudge>(
    `select r.id::int as round, p.judge_id::int as judge, u.name as "judgeName", r.title, t.title as track,
       r.window_to as until, l.left
     from judging_rounds r join tracks t on t.id = r.track_id join judging_panel p on p.round_id = r.id
       join users u on u.id = p.judge_id
       cross join lateral (select count(*)::int as left from judging_pairs s
         join judging_works w on w.round_id = s.round_id and w.entry = s.entry
         where s.round_id = r.id and s.judge_id = p.judge_id and s.dropped_at is null and w.gone_at is null
           and case when r.kind = 'rank' then not exists (select 1 from judging_orders o
             where o.round_id = r.id and o.judge_id = p.judge_id and o.handed_in_at is not null)
           else s.handed_in_at is null end) l
     where r.state = 'open' and r.window_from <= now() and r.window_to > now()
       and r.window_to <= now() + make_interval(hours => ${reminderHours})
       and p.left_at is null and u.active is not false and u.role = 'judge' and l.left > 0
       and (p.reminded_at is null or p.reminded_at < now() - interval '20 hours')
     order by r.window_to, r.id, p.judge_id`,
    [],
  )
}

export async function noteReminded(
  run: RunIn,
  { round, judge }: Pick<LateJudge, 'round' | 'judge'>,
): Promise<void> {
  await run(
    `update judging_panel set reminded_at = clock_timestamp() where round_id = $1 and judge_id = $2`,
    [round, judge],
  )
}
