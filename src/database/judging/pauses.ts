import type { RunIn } from '../run-in.ts'
import { iso } from './iso.ts'

/** Since when a round is stopped, and why. */
export type Pause = { at: string; reason: string }

/** The rounds among these that are paused. Asked after a round is held: a pause holds it, too. */
export async function readPauses(
  run: RunIn,
  rounds: readonly number[],
): Promise<Map<number, Pause>> {
  const rows = await run<Pause & { round: number }>(
    `select round_id::int as round, reason, ${iso('from_at')} as at from judging_pauses
      where round_id = any($1::int[]) and to_at is null`,
    [rounds],
  )
  return new Map(rows.map(({ round, at, reason }) => [round, { at, reason }]))
}

export const readPause = async (run: RunIn, round: number): Promise<Pause | null> =>
  (await readPauses(run, [round])).get(round) ?? null

/** For a transaction that holds the round. False: it was paused already. */
export async function beginPause(run: RunIn, round: number, reason: string): Promise<boolean> {
  const rows = await run(
    `insert into judging_pauses (round_id, reason) values ($1, $2)
      on conflict (round_id) where to_at is null do nothing returning id`,
    [round, reason],
  )
  return rows.length > 0
}

/** False: it was not paused. */
export async function endPause(run: RunIn, round: number): Promise<boolean> {
  const rows = await run(
    `update judging_pauses set to_at = clock_timestamp() where round_id = $1 and to_at is null
      returning id`,
    [round],
  )
  return rows.length > 0
}
