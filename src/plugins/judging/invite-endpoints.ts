import { randomBytes } from 'node:crypto'
import type { Endpoint, PayloadRequest } from 'payload'
import { runIn } from '../../database/run-in.ts'
import { inTransaction } from '../../database/sql.ts'
import {
  letSetPassword,
  markInvited,
  markReminded,
  readInvitees,
  type Invitee,
} from '../../database/judging/invitations.ts'
import { noteJudging } from '../../database/judging/log.ts'
import type { StoredRound } from '../../database/judging/rounds.ts'
import { momentWords } from '../../domain/beijing-time.ts'
import { words } from '../../domain/words.ts'
import { environment } from '../../environment.ts'
import { bodyOf } from '../../hooks/entry-request.ts'
import { notify } from '../../hooks/notices.ts'
import { refusal } from '../../hooks/refuse.ts'
import { idsOf } from './body.ts'
import { rulesOf } from './check-round.ts'
import { findRound, holdRunning, lockedRound, roundRequest } from './round-request.ts'

const hour = 3_600_000
/** A link to the first log-in is good for so long, at most until the round ends. */
const longestLink = 14 * 24 * hour

/**
 * `POST /api/judging-rounds/{id}/invite` `{ "judges"?: [user] }` → `{ invited }`, how many: those named, or
 * all of the panel who were not invited yet. Whoever never logged in gets a link to a first password.
 * `POST …/remind` `{ "judges"?: [user] }` → `{ reminded }`: of those named, or of all, the ones with works
 * left whom nobody reminded within the hour. Mails wait for release like every batch.
 */
export const inviteEndpoints: Endpoint[] = [
  {
    path: '/:id/invite',
    method: 'post',
    handler: async (req) => {
      const { id, person } = roundRequest(req, ['province'])
      const { judges } = await bodyOf(req, ['judges'])
      const asked = judges === undefined ? null : idsOf(judges, 'judges')
      const invited = await inTransaction(req, () => invite(req, id, { asked, by: person.id }))
      return Response.json({ invited })
    },
  },
  {
    path: '/:id/remind',
    method: 'post',
    handler: async (req) => {
      const { id, person } = roundRequest(req, ['province'])
      const { judges } = await bodyOf(req, ['judges'])
      const asked = judges === undefined ? null : idsOf(judges, 'judges')
      const reminded = await inTransaction(req, () => remind(req, id, { asked, by: person.id }))
      return Response.json({ reminded })
    },
  },
]

type Asked = { asked: number[] | null; by: number }

async function invite(req: PayloadRequest, id: number, { asked, by }: Asked): Promise<number> {
  const run = runIn(req)
  const round = await findRound(req, id, 'change')
  if (round.state === 'locked') throw lockedRound()
  const { window } = rulesOf(round.fields)
  const all = await readInvitees(run, id)
  const chosen = asked ? among(all, asked) : all.filter(({ isInvited }) => !isInvited)
  const until = new Date(Math.min(window.to.getTime(), round.now.getTime() + longestLink))
  const to = []
  for (const judge of chosen) {
    const link = judge.isNew ? await firstLink(req, judge, until) : `${address()}/admin/judging`
    to.push(recipient(round, window.to, judge, { link }))
  }
  await notify(req, { event: 'judge-invited', about: `round:${id}`, to })
  await markInvited(
    run,
    id,
    chosen.map(({ judge }) => judge),
  )
  await noteJudging(run, { round: id, by, action: 'invite', detail: { judges: idsIn(chosen) } })
  return chosen.length
}

async function remind(req: PayloadRequest, id: number, { asked, by }: Asked): Promise<number> {
  const run = runIn(req)
  const round = await holdRunning(req, id)
  const { window } = round.rules
  if (round.now >= window.to) {
    const message = words('评审已经结束', 'Judging is over')
    throw refusal(409, message, { code: 'judging-closed' })
  }
  const all = await readInvitees(run, id)
  const late = (asked ? among(all, asked) : all).filter(
    ({ left, remindedAt }) =>
      left > 0 && (!remindedAt || round.now.getTime() - Date.parse(remindedAt) >= hour),
  )
  const to = late.map((judge) => recipient(round, window.to, judge, { left: String(judge.left) }))
  await notify(req, { event: 'judge-reminded', about: `round:${id}`, to })
  await markReminded(run, id, idsIn(late))
  await noteJudging(run, { round: id, by, action: 'remind', detail: { judges: idsIn(late) } })
  return late.length
}

function recipient<More extends object>(
  { title, track }: StoredRound,
  until: Date,
  { judge, name }: Invitee,
  more: More,
) {
  const values = { round: title, track: track.title, until: momentWords(until).zh }
  return { kind: 'judge' as const, userId: judge, values: { ...values, judgeName: name, ...more } }
}

function among(all: readonly Invitee[], asked: readonly number[]): Invitee[] {
  const known = new Map(all.map((one) => [one.judge, one]))
  const others = asked.filter((one) => !known.has(one))
  if (others.length === 0) return asked.map((one) => known.get(one)!)
  const message = words('不是本轮的评委', 'Not judges of this round')
  throw refusal(422, message, { code: 'not-a-judge', judges: others.slice(0, 100) })
}

async function firstLink(req: PayloadRequest, { judge }: Invitee, until: Date): Promise<string> {
  const token = randomBytes(20).toString('hex')
  await letSetPassword(runIn(req), { judge, token, until })
  return `${address()}/admin/reset/${token}`
}

const idsIn = (judges: readonly Invitee[]): number[] => judges.map(({ judge }) => judge)
const address = (): string => environment().publicUrl
