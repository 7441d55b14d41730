import type { RunIn } from '../run-in.ts'
import { iso } from './iso.ts'

export type Invitee = {
  judge: number
  name: string
  /** Never logged in, as far as anybody can tell: nothing given, no session. */
  isNew: boolean
  isInvited: boolean
  /** Works that stand and were not handed in. */
  left: number
  remindedAt: string | null
}

/** The active judges of a panel, whom mails go to. */
export function readInvitees(run: RunIn, round: number): Promise<Invitee[]> {
  return run<Invitee>(
    `select p.judge_id::int as judge, u.name, p.invited_at is not null as "isInvited",
        ${iso('p.reminded_at')} as "remindedAt",
        not exists (select from users_sessions s where s._parent_id = u.id)
          and not exists (select from judging_history h where h.judge_id = u.id) as "isNew",
        (select count(*)::int from judging_pairs s
          join judging_works w on w.round_id = s.round_id and w.entry = s.entry
          where s.round_id = p.round_id and s.judge_id = p.judge_id and s.dropped_at is null
            and w.gone_at is null and s.handed_in_at is null) as left
      from judging_panel p join users u on u.id = p.judge_id
      where p.round_id = $1 and p.left_at is null and u.active is not false and u.role = 'judge'
      order by p.judge_id`,
    [round],
  )
}

export async function markInvited(run: RunIn, round: number, judges: readonly number[]) {
  await run(
    `update judging_panel set invited_at = clock_timestamp() where round_id = $1 and judge_id = any($2::int[])`,
    [round, judges],
  )
}

export async function markReminded(run: RunIn, round: number, judges: readonly number[]) {
  await run(
    `update judging_panel set reminded_at = clock_timestamp() where round_id = $1 and judge_id = any($2::int[])`,
    [round, judges],
  )
}

/** Lets an account set its password by a link, as the one of a forgotten password, until then. */
export async function letSetPassword(
  run: RunIn,
  { judge, token, until }: { judge: number; token: string; until: Date },
): Promise<void> {
  await run(
    `update users set reset_password_token = $2, reset_password_expiration = $3 where id = $1`,
    [judge, token, until.toISOString()],
  )
}
