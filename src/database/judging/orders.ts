import type { RunIn } from '../run-in.ts'
import { iso } from './iso.ts'

/** `groups`: public ids of equal works, the best first. */
export type StoredOrder = {
  groups: string[][]
  savedAt: string | null
  handedInAt: string | null
  version: number
}

/** A judge's order in a round that ranks; an empty one of version 0 before the first. */
export async function readOrder(
  run: RunIn,
  { round, judge }: { round: number; judge: number },
): Promise<StoredOrder> {
  const [row] = await run<StoredOrder>(
    `select groups, ${iso('saved_at')} as "savedAt", ${iso('handed_in_at')} as "handedInAt", version from judging_orders
      where round_id = $1 and judge_id = $2`,
    [round, judge],
  )
  return row ?? { groups: [], savedAt: null, handedInAt: null, version: 0 }
}

type Asked = {
  round: number
  judge: number
  version: number
  groups: readonly (readonly string[])[]
  handedIn: boolean
}

/** Writes an order, its row of the history and what it means for each work; null: somebody was faster. */
export async function saveOrder(
  run: RunIn,
  { round, judge, version, groups, handedIn }: Asked,
): Promise<StoredOrder | null> {
  const text = JSON.stringify(groups)
  const [saved] = await run<StoredOrder>(
    `insert into judging_orders as o (round_id, judge_id, groups, handed_in_at, version)
      select $1, $2, $3::jsonb, case when $4::boolean then clock_timestamp() end, 1 where $5::int = 0
        or exists (select from judging_orders where round_id = $1 and judge_id = $2)
      on conflict (round_id, judge_id) do update set groups = excluded.groups, saved_at = clock_timestamp(),
        handed_in_at = case when $4::boolean then coalesce(o.handed_in_at, clock_timestamp()) end,
        version = o.version + 1 where o.version = $5::int
      returning groups, ${iso('o.saved_at')} as "savedAt", ${iso('o.handed_in_at')} as "handedInAt", version`,
    [round, judge, text, handedIn, version],
  )
  if (!saved) return null
  await run(
    `insert into judging_history (round_id, entry, judge_id, given) values ($1, null, $2, $3::jsonb)`,
    [round, judge, JSON.stringify({ order: groups, handedIn, version: saved.version })],
  )
  await run(
    `update judging_pairs set saved_at = case when entry = any($3::text[]) then clock_timestamp() end,
        handed_in_at = case when $4::boolean and entry = any($3::text[]) then coalesce(handed_in_at, clock_timestamp()) end
      where round_id = $1 and judge_id = $2 and dropped_at is null`,
    [round, judge, groups.flat(), handedIn],
  )
  return saved
}
