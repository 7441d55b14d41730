import type { MarkCorrection, MarkFact } from '../../../domain/judging/locked.ts'
import type { RunIn } from '../../run-in.ts'
import { judgeCodes } from '../codes.ts'
import { iso } from '../iso.ts'

type Row = {
  number: number
  judge: number
  criterion: string | null
  becomes: number
  reason: string
}

/**
 * What people corrected after the lock and has not gone back to what the judge handed in: the newest word
 * on each mark.
 *
 * @param given the marks as they were handed in; of others nothing is corrected
 */
export async function readCorrections(
  run: RunIn,
  {
    round,
    given,
    codeOf,
  }: { round: number; given: readonly MarkFact[]; codeOf: (judge: number) => string },
): Promise<MarkCorrection[]> {
  const rows = await run<Row>(
    `select distinct on (c.entry, c.judge_id, c.criterion) w.number::int as number,
        c.judge_id::int as judge, c.criterion, c.becomes::int as becomes, c.reason
      from judging_corrections c join judging_works w using (round_id, entry)
      where c.round_id = $1 order by c.entry, c.judge_id, c.criterion, c.id desc`,
    [round],
  )
  const byPair = new Map(given.map((fact) => [`${fact.number} ${fact.judge}`, fact]))
  return rows.flatMap(({ number, judge: id, criterion, becomes, reason }) => {
    const judge = codeOf(id)
    const fact = byPair.get(`${number} ${judge}`)
    if (!fact) return []
    const was =
      'passes' in fact ? Number(fact.passes) : criterion === null ? null : fact.marks[criterion]
    if (was === null || was === undefined || was === becomes) return []
    return [{ number, judge, criterion, was, becomes, reason }]
  })
}

/** A correction as somebody wrote it down; `judge` as J1, J2 …, `at` in ISO. */
export type CorrectionBy = Omit<Row, 'judge'> & { judge: string; by: string; at: string }

/** Everything that people ever wrote down as corrected in a round, the newest last. */
export async function readCorrectionsBy(run: RunIn, round: number): Promise<CorrectionBy[]> {
  const codes = await judgeCodes(run, round)
  const rows = await run<Row & { by: string; at: string }>(
    `select w.number::int as number, c.judge_id::int as judge, c.criterion,
        c.becomes::int as becomes, c.reason, u.name as by, ${iso('c.at')} as at
      from judging_corrections c join judging_works w using (round_id, entry)
        join users u on u.id = c.by_id
      where c.round_id = $1 order by c.id`,
    [round],
  )
  return rows.map((row) => ({ ...row, judge: codes.get(row.judge) ?? '' }))
}

export type NewCorrection = {
  entry: string
  judge: number
  criterion: string | null
  becomes: number
}

/** Writes down corrections for a next version. For a transaction that holds the round. */
export async function writeCorrections(
  run: RunIn,
  {
    round,
    rows,
    reason,
    by,
  }: { round: number; rows: readonly NewCorrection[]; reason: string; by: number },
): Promise<void> {
  await run(
    `insert into judging_corrections (round_id, entry, judge_id, criterion, becomes, reason, by_id)
      select $1, x.entry, x.judge, x.criterion, x.becomes, $3, $4
      from jsonb_to_recordset($2::jsonb) as x (entry text, judge integer, criterion text, becomes integer)`,
    [round, JSON.stringify(rows), reason, by],
  )
}
