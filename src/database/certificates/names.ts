import type { DrawnName } from '../../domain/results/certificates.ts'
import type { RunIn } from '../run-in.ts'

/** How names of a list are written that no typeface has. */
export async function drawnNames(run: RunIn, result: number): Promise<DrawnName[]> {
  return run<DrawnName>(
    `select place, listed, name from certificate_names where result_id = $1 order by place`,
    [result],
  )
}

/** Writes it in another way from now on; null: as the list has it. */
export async function writeDrawnName(
  run: RunIn,
  result: number,
  { place, listed, name, by }: Omit<DrawnName, 'name'> & { name: string | null; by: number },
): Promise<void> {
  if (name === null) {
    await run(`delete from certificate_names where result_id = $1 and place = $2 returning place`, [
      result,
      place,
    ])
    return
  }
  await run(
    `insert into certificate_names (result_id, place, listed, name, by_id) values ($1, $2, $3, $4, $5)
      on conflict (result_id, place) do update set listed = excluded.listed, name = excluded.name,
        by_id = excluded.by_id, at = clock_timestamp()
      returning place`,
    [result, place, listed, name, by],
  )
}
