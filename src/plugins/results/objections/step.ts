import type { PayloadRequest } from 'payload'
import type { Person } from '../../../access/person.ts'
import { noticeClock } from '../../../database/results/versions.ts'
import { runIn } from '../../../database/run-in.ts'
import { query, sql } from '../../../database/sql.ts'
import {
  decideObjection,
  dueAt,
  objectionStateWords,
  type ObjectionAction,
  type RulingEffect,
} from '../../../domain/results/objections.ts'
import { readResultSettings } from '../../../domain/results/settings.ts'
import { words } from '../../../domain/words.ts'
import { notify } from '../../../hooks/notices.ts'
import { refusal } from '../../../hooks/refuse.ts'
import { readResult, refused } from '../result-request.ts'
import { holdObjection, noteObjection, type ObjectionRow } from './objection-request.ts'

export const effects = ['keep', 'drop', 'move-up'] as const satisfies readonly RulingEffect[]

export type StepAsked = {
  action: Exclude<ObjectionAction, 'withdraw'>
  reason?: unknown
  effect?: unknown
  expectedState?: unknown
}

/**
 * Takes an objection up, declines it, upholds or dismisses it; the objector is told of a ruling. For a
 * transaction.
 *
 * @throws 400, 403, 404, 409 with a sentence in both languages
 */
export async function stepObjection(
  req: PayloadRequest,
  person: Person,
  { action, reason, effect: asked, expectedState }: StepAsked,
): Promise<void> {
  const row = await holdObjection(req, person)
  if (expectedState !== undefined && expectedState !== row.state) {
    const { zh, en } = objectionStateWords[row.state]
    const message = words(`异议已被他人处理，现为“${zh}”`, `Somebody was faster: it is “${en}” now`)
    throw refusal(409, message, { code: 'stale-state', state: row.state })
  }
  const decided = decideObjection({
    ...{ action, state: row.state, by: 'desk', isRecused: row.isRecused, reason },
  })
  if (!decided.ok) throw refused(decided.refusal, { state: row.state })
  const effect = effectOf(action, row, asked)
  const now = await noticeClock(runIn(req))
  const accepted =
    action === 'accept' ? now : row.acceptedAt === null ? null : new Date(row.acceptedAt)
  const { settings } = readResultSettings(await readResult(req, row.result))
  const due = settings
    ? dueAt(
        decided.to,
        { filed: new Date(row.filedAt), accepted },
        settings.terms,
        settings.calendar,
      )
    : null
  const isRuling = action !== 'accept'
  await query(
    req,
    sql`update objections set state = ${decided.to}, due_at = ${due?.toISOString() ?? null}::timestamptz,
        accepted_at = ${accepted?.toISOString() ?? null}::timestamptz,
        ruled_at = ${isRuling ? now.toISOString() : null}::timestamptz, ruled_by_id = ${isRuling ? person.id : null}::int,
        ruling = ${isRuling ? decided.reason : null}, effect = ${effect}, updated_at = now()
      where id = ${row.id}`,
  )
  await noteObjection(req, {
    ...{ objection: row.id, by: person.id, action, from: row.state, to: decided.to },
    ...{ reason: decided.reason, detail: effect && { effect } },
  })
  if (isRuling) await tellObjector(req, row, objectionStateWords[decided.to].zh, decided.reason)
}

// What becomes of the work; of the list as a whole the correction says it.
function effectOf(
  action: StepAsked['action'],
  { entry }: ObjectionRow,
  asked: unknown,
): RulingEffect | null {
  if (action === 'uphold' && entry !== null) {
    if ((effects as readonly unknown[]).includes(asked)) return asked as RulingEffect
    const message = words(
      '请选择处理结果：保留、取消或递补',
      `Say what becomes of the award: ${effects.join(', ')}`,
    )
    throw refusal(400, message, { code: 'effect-missing', path: 'effect' })
  }
  if (asked === undefined || asked === null) return null
  const message = words('这一步没有处理结果', 'This step has no effect to say')
  throw refusal(400, message, { code: 'effect-not-due', path: 'effect' })
}

async function tellObjector(
  req: PayloadRequest,
  { number, participant, objectorUnit, filedBy }: ObjectionRow,
  ruling: string,
  reason: string | null,
): Promise<void> {
  const who = participant
    ? { participantId: participant }
    : filedBy
      ? { userId: filedBy }
      : objectorUnit
        ? { unitId: objectorUnit }
        : null
  if (!who) return
  const values = { objection: number, ruling, reason: reason ?? '' }
  await notify(req, {
    ...{ event: 'objection-ruled', about: `objection:${number}`, ids: { objection: number } },
    to: [{ kind: 'objector', ...who, values }],
  })
}
