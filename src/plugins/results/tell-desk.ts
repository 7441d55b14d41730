import { createLocalReq } from 'payload'
import { noticeClock } from '../../database/results/versions.ts'
import { runIn } from '../../database/run-in.ts'
import { inTransaction, query, sql } from '../../database/sql.ts'
import { reminderOf } from '../../domain/results/objections.ts'
import type { JobGiven, JobHandler } from '../../hooks/job-handlers.ts'
import { notify } from '../../hooks/notices.ts'

/** The job that reminds of objections whose term ends, or has ended. */
export const remindObjectionsJob = 'remind-objections'

/** Tells the desk of an objection that came in by whatever way: its number and deadline, nothing of it. */
export async function tellDesk({ data, finish }: JobGiven<{ objection: number }>): Promise<void> {
  await finish(async (req) => {
    const [row] = await query<Row>(
      req,
      sql`select id, number, ${untilText} from objections where id = ${data.objection} and state = 'filed'`,
    )
    if (!row) return
    const { number, until } = row
    const values = { objection: number, until: until ?? '' }
    await notify(req, {
      ...{ event: 'objection-filed', about: `objection:${number}`, ids: { objection: number } },
      ...{ batch: `objection-filed:${number}`, to: [{ kind: 'desk', values }] },
    })
  })
}

/** Reminds the desk before a term ends, and once a day after that; noted with the objection. */
export const remindObjections: JobHandler = async ({ payload }) => {
  const req = await createLocalReq({}, payload)
  await inTransaction(req, async () => {
    const now = await noticeClock(runIn(req))
    const rows = await query<Row & { due: number; reminded: number | null }>(
      req,
      sql`select id, number, ${untilText}, (extract(epoch from due_at) * 1000)::float8 as due,
          (select (extract(epoch from max(l.at)) * 1000)::float8 from objection_log l
            where l.objection_id = o.id and l.action = 'remind') as reminded
        from objections o where state in ('filed', 'accepted') and due_at is not null order by due_at, id for update`,
    )
    for (const { id, number, until, due, reminded } of rows) {
      const last = reminded === null ? null : new Date(Number(reminded))
      const kind = reminderOf(new Date(Number(due)), last, now)
      if (kind === null) continue
      const state = kind === 'late' ? '已超期' : '即将到期'
      const values = { objection: number, until: until!, state }
      await notify(req, {
        ...{ event: 'objection-due', about: `objection:${number}`, ids: { objection: number } },
        ...{
          batch: `objection-due:${number}:${now.toISOString()}`,
          to: [{ kind: 'desk', values }],
        },
      })
      await query(
        req,
        sql`insert into objection_log (objection_id, action, reason) values (${id}, 'remind', ${state})`,
      )
    }
  })
}

type Row = { id: number; number: string; until: string | null }

// A deadline is a midnight: people call it by the day that it ends.
const untilText = sql.raw(
  `to_char(due_at at time zone 'Asia/Shanghai' - interval '1 minute', 'YYYY"年"FMMM"月"FMDD"日"') || ' 24:00' as until`,
)
