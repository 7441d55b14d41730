import type { RunIn } from '../run-in.ts'

/**
 * What the judges of a round are called where they stay unnamed: J1, J2 … in the order in which they came
 * to the panel, so that nobody's name ever changes. By the judge's id.
 */
export async function judgeCodes(run: RunIn, round: number): Promise<Map<number, string>> {
  const rows = await run<{ id: number }>(
    `select judge_id::int as id from judging_panel where round_id = $1 order by added_at, judge_id`,
    [round],
  )
  return new Map(rows.map(({ id }, index) => [id, `J${index + 1}`]))
}
