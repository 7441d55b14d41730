import type { Endpoint, PayloadRequest } from 'payload'
import { runIn } from '../../../database/run-in.ts'
import { inTransaction } from '../../../database/sql.ts'
import { noteJudging } from '../../../database/judging/log.ts'
import {
  askForLock,
  dropLockAsk,
  lockAskOf,
  writeLock,
} from '../../../database/judging/ranking/locks.ts'
import { words } from '../../../domain/words.ts'
import type { Refusal } from '../../../domain/refusal.ts'
import { bodyOf } from '../../../hooks/entry-request.ts'
import { refusal } from '../../../hooks/refuse.ts'
import { reasonOf, remarkOf } from '../body.ts'
import { findRound, lockedRound, roundRequest } from '../round-request.ts'
import { confirmProblem, lockProblem } from './lock-problems.ts'
import { countedOf, standingOf } from './standing.ts'
import { tellLocked } from './tell-locked.ts'

type Body = Record<string, unknown>
type Act = (
  req: PayloadRequest,
  of: { id: number; by: number; body: Body },
) => Promise<{ version: number; sha256: string } | null>

/**
 * Two people lock a ranking, for the province, on `/api/judging-rounds/{id}`:
 * `POST /ask-lock` `{ "reason"? }` → `{ version, sha256 }` of what stands now, or 409 for what is against
 * it. A new version of a locked round needs a reason.
 * `POST /withdraw-lock` `{}` → `{}`.
 * `POST /lock` `{ "sha256" }` → `{ version, sha256 }`, by somebody else, of exactly what was asked for.
 */
export const lockEndpoints: Endpoint[] = [
  lockStep('ask-lock', ['reason'], ask),
  lockStep('withdraw-lock', [], withdraw),
  lockStep('lock', ['sha256'], confirm),
]

function lockStep(path: string, fields: string[], act: Act): Endpoint {
  return {
    path: `/:id/${path}`,
    method: 'post',
    handler: async (req) => {
      const { id, person } = roundRequest(req, ['province'])
      const body = await bodyOf(req, fields)
      const done = await inTransaction(req, () => act(req, { id, by: person.id, body }))
      return Response.json(done ?? {})
    },
  }
}

async function ask(req: PayloadRequest, { id, by, body }: Parameters<Act>[1]) {
  const run = runIn(req)
  const round = await findRound(req, id, 'change')
  const reason = round.state === 'locked' ? reasonOf(body.reason) : remarkOf(body.reason)
  const standing = await standingOf(req, round, reason)
  const before = standing.before && countedOf(standing.before)
  refuse(lockProblem(round, standing, before))
  const { sha256 } = standing
  const { version } = standing.facts
  await askForLock(run, id, { version, sha256, reason, by })
  await noteJudging(run, {
    ...{ round: id, by, action: 'ask-lock', reason, detail: { version, sha256 } },
  })
  return { version, sha256 }
}

async function withdraw(req: PayloadRequest, { id, by }: Parameters<Act>[1]): Promise<null> {
  const run = runIn(req)
  await findRound(req, id, 'change')
  if (!(await dropLockAsk(run, id))) {
    const message = words('没有待确认的锁定', 'No lock waits to be confirmed')
    throw refusal(409, message, { code: 'lock-not-asked' })
  }
  await noteJudging(run, { round: id, by, action: 'withdraw-lock' })
  return null
}

async function confirm(req: PayloadRequest, { id, by, body }: Parameters<Act>[1]) {
  const run = runIn(req)
  const round = await findRound(req, id, 'change')
  const asked = await lockAskOf(run, id)
  if (!asked && round.state === 'locked') throw lockedRound()
  const standing = await standingOf(req, round, asked?.reason ?? null)
  // What the second person looked at, and so what they confirm, is what the first one asked for.
  const seen = asked && body.sha256 === asked.sha256 ? asked.sha256 : null
  refuse(
    confirmProblem(round, standing, {
      ...{ askedBy: asked?.by ?? null, confirmedBy: by, asked: seen },
    }),
  )
  const { text, sha256 } = standing
  await writeLock(run, id, { ask: asked!, text, confirmedBy: by })
  await dropLockAsk(run, id)
  const { version } = asked!
  await noteJudging(run, {
    ...{ round: id, by, action: 'lock', reason: asked!.reason, detail: { version, sha256 } },
  })
  await tellLocked(req, id, version)
  return { version, sha256 }
}

function refuse(problem: Refusal | null): void {
  if (problem) throw refusal(problem.status, problem.message, { code: problem.code })
}
