import type { RunIn } from '../run-in.ts'
import { iso } from './iso.ts'

/** A judge of a round as staff see one. Counts are of works that stand. */
export type PanelMember = {
  judge: number
  name: string
  email: string
  unit: string | null
  active: boolean
  addedAt: string
  invitedAt: string | null
  remindedAt: string | null
  leftAt: string | null
  leftReason: string | null
  assigned: number
  handedIn: number
}

export function readMembers(run: RunIn, round: number): Promise<PanelMember[]> {
  return run<PanelMember>(
    `select p.judge_id::int as judge, u.name, u.email, n.name as unit,
        u.active is not false and u.role = 'judge' as active, ${iso('p.added_at')} as "addedAt",
        ${iso('p.invited_at')} as "invitedAt", ${iso('p.reminded_at')} as "remindedAt", ${iso('p.left_at')} as "leftAt",
        p.left_reason as "leftReason", coalesce(c.assigned, 0)::int as assigned,
        coalesce(c.handed_in, 0)::int as "handedIn"
      from judging_panel p join users u on u.id = p.judge_id left join units n on n.id = u.unit_id
        left join (select s.judge_id, count(*) as assigned, count(s.handed_in_at) as handed_in
          from judging_pairs s join judging_works w on w.round_id = s.round_id and w.entry = s.entry
          where s.round_id = $1 and s.dropped_at is null and w.gone_at is null group by s.judge_id) c
          on c.judge_id = p.judge_id
      where p.round_id = $1 order by p.added_at, p.judge_id`,
    [round],
  )
}

/** Who of these people can be a judge: an account that is one and is switched on. Held until the end. */
export async function judgesAmong(run: RunIn, people: readonly number[]): Promise<Set<number>> {
  const rows = await run<{ id: number }>(
    `select id::int as id from users where id = any($1::int[]) and role = 'judge' and active is not false
      order by id for share`,
    [people],
  )
  return new Set(rows.map(({ id }) => id))
}

export async function joinPanel(
  run: RunIn,
  { round, judges, by }: { round: number; judges: readonly number[]; by: number },
): Promise<void> {
  await run(
    `insert into judging_panel (round_id, judge_id, added_by)
      select $1, x.judge, $3 from unnest($2::int[]) as x (judge)
      on conflict (round_id, judge_id) do update set left_at = null, left_reason = null`,
    [round, judges, by],
  )
}

/** Takes judges off a panel: out of a draft's as if they had never been there, else with the reason. */
export async function leavePanel(
  run: RunIn,
  {
    round,
    judges,
    reason,
    isDraft,
  }: { round: number; judges: readonly number[]; reason: string | null; isDraft: boolean },
): Promise<void> {
  if (isDraft) {
    await run(`delete from judging_panel where round_id = $1 and judge_id = any($2::int[])`, [
      round,
      judges,
    ])
    return
  }
  await run(
    `update judging_panel set left_at = clock_timestamp(), left_reason = $3
      where round_id = $1 and judge_id = any($2::int[]) and left_at is null`,
    [round, judges, reason],
  )
}
