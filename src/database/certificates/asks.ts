import type { RunIn } from '../run-in.ts'

/** What somebody asked for that takes certificates from people, until another one confirms it. */
export type CertificateAsk = {
  template: number
  withoutUnfit: boolean
  /** Of what would be done. */
  sha256: string
  by: number
  byName: string
  at: string
}

/** Null: nothing waits. */
export async function askOf(run: RunIn, result: number): Promise<CertificateAsk | null> {
  const [row] = await run<CertificateAsk>(
    `select a.template_id as template, a.without_unfit as "withoutUnfit", a.sha256, a.by_id as by, u.name as "byName",
        to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
      from certificate_asks a join users u on u.id = a.by_id where a.result_id = $1`,
    [result],
  )
  return row ?? null
}

/** Asks for it, instead of whatever was asked for before. */
export async function writeAsk(
  run: RunIn,
  result: number,
  { template, withoutUnfit, sha256, by }: Omit<CertificateAsk, 'byName' | 'at'>,
): Promise<void> {
  await run(
    `insert into certificate_asks (result_id, template_id, without_unfit, sha256, by_id)
      values ($1, $2, $3, $4, $5)
      on conflict (result_id) do update set template_id = excluded.template_id,
        without_unfit = excluded.without_unfit, sha256 = excluded.sha256, by_id = excluded.by_id,
        at = clock_timestamp()
      returning result_id`,
    [result, template, withoutUnfit, sha256, by],
  )
}

/** @returns false: nothing waited */
export async function dropAsk(run: RunIn, result: number): Promise<boolean> {
  const rows = await run(`delete from certificate_asks where result_id = $1 returning result_id`, [
    result,
  ])
  return rows.length > 0
}
