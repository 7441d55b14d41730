import { query, sql } from '../../database/sql.ts'
import { notify } from '../../hooks/notices.ts'
import type { JobGiven } from '../../hooks/job-handlers.ts'

/** Tells the desk of an objection that came in by whatever way: its number and deadline, nothing of it. */
export async function tellDesk({ data, finish }: JobGiven<{ objection: number }>): Promise<void> {
  await finish(async (req) => {
    const [row] = await query<{ number: string; until: string | null }>(
      req,
      // A deadline is a midnight: people call it by the day that it ends.
      sql`select number, to_char(due_at at time zone 'Asia/Shanghai' - interval '1 minute', 'YYYY"年"FMMM"月"FMDD"日"') as until
        from objections where id = ${data.objection} and state = 'filed'`,
    )
    if (!row) return
    const { number, until } = row
    const values = { objection: number, until: until ? `${until} 24:00` : '' }
    await notify(req, {
      ...{ event: 'objection-filed', about: `objection:${number}`, ids: { objection: number } },
      ...{ batch: `objection-filed:${number}`, to: [{ kind: 'desk', values }] },
    })
  })
}
