import { createLocalReq } from 'payload'
import { lateJudges, noteReminded, type LateJudge } from '../../database/notices/late-judges.ts'
import { forgetNotices } from '../../database/notices/list.ts'
import { runIn } from '../../database/run-in.ts'
import { inTransaction } from '../../database/sql.ts'
import type { JobHandler } from '../../hooks/job-handlers.ts'
import { notify } from '../../hooks/notices.ts'

/** Prepares the reminders of a day: a batch a round, which waits for a person unless only one is late. */
export const remindJudges: JobHandler = async ({ payload }) => {
  const req = await createLocalReq({}, payload)
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date())
  await inTransaction(req, async () => {
    const run = runIn(req)
    const late = await lateJudges(run)
    const rounds = new Map<number, LateJudge[]>()
    for (const one of late) rounds.set(one.round, [...(rounds.get(one.round) ?? []), one])
    for (const [round, judges] of rounds) {
      await notify(req, {
        event: 'judge-reminded',
        about: `round:${round}`,
        batch: `late-judges:${round}:${today}`,
        to: judges.map(({ judge, judgeName, title, track, until, left }) => ({
          kind: 'judge',
          userId: judge,
          values: { round: title, track, until: beijing(until), judgeName, left: String(left) },
        })),
      })
    }
    for (const one of late) await noteReminded(run, one)
  })
}

/** Lets go of what was settled long ago. */
export const tidyNotices: JobHandler = async ({ payload, log }) => {
  const req = await createLocalReq({}, payload)
  log.info({ notices: await forgetNotices(runIn(req)) }, 'old notices are forgotten')
}

const moment = new Intl.DateTimeFormat('zh-CN', {
  ...{ timeZone: 'Asia/Shanghai', year: 'numeric', month: 'long', day: 'numeric' },
  ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
})

function beijing(at: string | Date): string {
  return moment.format(new Date(at))
}
