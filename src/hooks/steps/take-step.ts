import type { PayloadRequest } from 'payload'
import { actorId, type Actor } from '../../access/person.ts'
import { inTransaction, query, sql } from '../../database/sql.ts'
import type { EntryKind } from '../../domain/kinds.ts'
import { checkQuota } from '../../domain/quota.ts'
import { blocking, rulesNotMet, type Finding } from '../../domain/rules/index.ts'
import { decide, isAction, rowOf, type WorkflowRow } from '../../domain/workflow.ts'
import { runAfterSteps, runBeforeSteps } from '../after-step.ts'
import { refusal } from '../refuse.ts'
import { writeLog } from '../write-log.ts'
import type { Entry } from './entry.ts'
import { findingsOf } from './facts.ts'
import { nextPublicId } from './public-ids.ts'
import { quotasOf } from './quota-count.ts'
import { situationOf, windowWords, type Situation } from './situation.ts'

export type Step = {
  kind: EntryKind
  id: number
  action: unknown
  reason?: unknown
  expectedStatus?: unknown
}

/**
 * Takes one step of the workflow: every change of a status goes through here. One transaction: the
 * entry's row is locked, the step decided over what it then says, status, number, files and log row
 * are written together or not at all.
 *
 * @returns the id of the log row
 * @throws 400, 403, 404, 409 or 422 with a sentence in both languages; 422 carries `findings`
 */
export async function takeStep(
  req: PayloadRequest,
  actor: Actor,
  { kind, id, ...asked }: Step,
): Promise<number> {
  return inTransaction(req, async () => {
    const entry = await lockedEntry(req, kind, id)
    const situation = await situationOf(req, kind, entry, actor)
    const possible = isAction(asked.action) ? rowOf(asked.action, entry.status) : null
    const decision = decide({
      ...situation,
      ...asked,
      status: entry.status,
      actorId: actorId(actor),
      openPhasesText: possible ? windowWords(situation.windows, possible.opens) : undefined,
    })
    if (!decision.ok) {
      const { status, code, message } = decision.refusal
      throw refusal(status, message, { code, status: entry.status })
    }
    const { row, reason } = decision
    const findings = row.checksRules ? await checkRules(req, { kind, entry, situation }) : []
    await runBeforeSteps({
      req,
      kind,
      id: entry.id,
      from: row.from,
      to: row.to,
      entry,
      actor,
      situation,
    })
    await checkQuotas(req, { kind, entry, row })
    const publicId = await write(req, { kind, entry, row, situation })
    const log = await writeLog(req, {
      kind,
      entry: { ...entry, publicId },
      action: row.action,
      from: row.from,
      to: row.to,
      reason,
      findings: findings.length > 0 ? findings : null,
    })
    await runAfterSteps({ req, kind, id: entry.id, from: row.from, to: row.to, reason })
    return log.id as number
  })
}

async function lockedEntry(req: PayloadRequest, kind: EntryKind, id: number): Promise<Entry> {
  await query(req, sql`select id from ${sql.identifier(kind)} where id = ${id} for update`)
  const entry = await req.payload.findByID({
    collection: kind as 'videos',
    id,
    depth: 0,
    disableErrors: true,
    req,
  })
  if (!entry) throw refusal(404, { zh: '没有这件作品', en: 'No such entry' }, { code: 'not-found' })
  return entry as Entry
}

async function checkRules(
  req: PayloadRequest,
  { kind, entry, situation }: { kind: EntryKind; entry: Entry; situation: Situation },
): Promise<Finding[]> {
  const findings = await findingsOf(req, {
    kind,
    entry,
    track: situation.track,
    now: situation.now,
  })
  const stopping = blocking(findings)
  if (stopping.length === 0) return findings
  throw refusal(422, rulesNotMet(kind, stopping), { code: 'rules-not-met', findings })
}

async function checkQuotas(
  req: PayloadRequest,
  { kind, entry, row }: { kind: EntryKind; entry: Entry; row: WorkflowRow },
): Promise<void> {
  for (const { unit, quota, count } of await quotasOf(req, { kind, entry, lock: true })) {
    const why = checkQuota({ quota, from: row.from, to: row.to, count })
    if (!why) continue
    const words = { zh: `${unit}：${why.message.zh}`, en: `${unit}: ${why.message.en}` }
    throw refusal(why.status, words, { code: why.code, maximum: quota.maximum, count })
  }
}

type Writing = { kind: EntryKind; entry: Entry; row: WorkflowRow; situation: Situation }

async function write(
  req: PayloadRequest,
  { kind, entry, row, situation }: Writing,
): Promise<string | null> {
  const { now, campaign } = situation
  const first = row.action === 'submit' && !entry.publicId
  const publicId = first ? await nextPublicId(req, campaign, kind) : (entry.publicId ?? null)
  const at = now.toISOString()
  const submittedAt = row.action === 'submit' ? at : (entry.submittedAt ?? null)
  const publishedAt = row.to === 'published' ? at : null
  const table = sql.identifier(kind)
  const changed = await query(
    req,
    sql`
    update ${table} set status = ${row.to}, public_id = ${publicId}, submitted_at = ${submittedAt},
      published_at = ${publishedAt}, updated_at = ${at}
    where id = ${entry.id} and status = ${row.from} returning id`,
  )
  if (changed.length !== 1) {
    throw refusal(
      409,
      { zh: '作品已被他人处理', en: 'Somebody was faster' },
      { code: 'stale-status' },
    )
  }
  await query(
    req,
    sql`update media set status = ${row.to} where entry_kind = ${kind} and entry_id = ${entry.id}`,
  )
  return publicId
}
