import { query, sql } from '../../database/sql.ts'
import { notify } from '../../hooks/notices.ts'
import type { JobGiven } from '../../hooks/job-handlers.ts'

/** Tells the desk of an objection that came in by whatever way; those of the objected work's unit are left out. */
export async function tellDesk({ data, finish }: JobGiven<{ objection: number }>): Promise<void> {
  await finish(async (req) => {
    const [row] = await query<{ number: string; until: string | null; path: string | null }>(
      req,
      sql`select number, work_unit_path as path,
          to_char(due_at at time zone 'Asia/Shanghai' - interval '1 minute', 'YYYY"年"FMMM"月"FMDD"日"') as until
        from objections where id = ${data.objection} and state = 'filed'`,
    )
    if (!row) return
    const desk = await query<{ id: number; path: string | null }>(
      req,
      sql`select id, unit_path as path from users where role = 'province' and active is not false order by id`,
    )
    const to = desk
      .filter(({ path }) => !(row.path && path?.startsWith(row.path)))
      .map(({ id }) => ({
        ...{ kind: 'desk' as const, userId: id },
        values: { objection: row.number, until: row.until ? `${row.until} 24:00` : '' },
      }))
    if (to.length === 0) return
    const { number } = row
    await notify(req, {
      ...{ event: 'objection-filed', about: `objection:${number}`, ids: { objection: number } },
      ...{ batch: `objection:${number}`, to },
    })
  })
}
