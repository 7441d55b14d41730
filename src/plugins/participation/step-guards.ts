import { consentsOf } from '../../database/consents.ts'
import { list, query, sql } from '../../database/sql.ts'
import { missingFor, notToBePublished } from '../../domain/participation/consents.ts'
import { blocking } from '../../domain/rules/index.ts'
import { idOf } from '../../fields/id-of.ts'
import type { BeforeStep } from '../../hooks/after-step.ts'
import { refusal } from '../../hooks/refuse.ts'
import { participationFindingsOf } from '../../hooks/steps/participation-findings.ts'
import { holdDrafts, holdPersonLimit } from './hold-limits.ts'

/** What a participant's work needs besides before a step, whoever takes it; the staff's own need none of it. */
export const guardSteps: BeforeStep = async (step) => {
  const participant = idOf(step.entry.participantId)
  if (participant === null) return
  if (step.to === 'submitted') await guardSubmit(step, participant)
  if (step.to === 'published') await guardPublish(step)
  if (step.to === 'draft') await holdDrafts(step.req, participant, step)
}

const guardSubmit = async (
  { req, kind, id, entry, situation: { track, campaign } }: Parameters<BeforeStep>[0],
  participant: number,
) => {
  const findings = await participationFindingsOf(req, { kind, entry, campaign })
  const stopping = blocking(findings)
  if (stopping.length > 0) {
    const first = stopping.find(({ rule }) => rule === 'too-young') ?? stopping[0]!
    const isOne = stopping.every(({ rule }) => rule === first.rule)
    const isNamed = first.rule === 'too-young' || (first.rule === 'consent-missing' && isOne)
    const code = isNamed ? first.rule : 'rules-not-met'
    throw refusal(422, { zh: first.message, en: first.messageEn }, { code, findings })
  }
  const limit = track.perPersonLimit ?? null
  await holdPersonLimit(req, { participant, kind, id, track: track.id, limit })
}

const guardPublish: BeforeStep = async ({ req, kind, id }) => {
  const consents = await consentsOf(req, kind, id)
  const missing = missingFor('publish', { kind, consents, termsVersion: null })
  if (missing.length > 0) {
    throw refusal(409, notToBePublished(missing), { code: 'consent-missing', missing })
  }
  const unready = await query<{ name: string; failed: boolean }>(
    req,
    sql`select coalesce(original_name, filename) as name, processing = 'failed' as failed from media
      where entry_kind = ${kind} and entry_id = ${id} and open and processing in ${list(['waiting', 'working', 'failed'])} order by id`,
  )
  if (unready.length === 0) return
  const failed = unready.filter((file) => file.failed).map(({ name }) => name)
  if (failed.length > 0) {
    // What could not be made ready is not shown: without it the public would see half a work.
    const words = {
      zh: `文件无法处理，不能发布，请重新处理或退回更换：${failed.join('、')}`,
      en: `Could not be made ready, so it cannot be published; try again or return the work: ${failed.join(', ')}`,
    }
    throw refusal(409, words, { code: 'files-failed', files: failed })
  }
  const names = unready.map(({ name }) => name)
  throw refusal(
    409,
    {
      zh: `文件仍在处理，处理完成后才能发布：${names.join('、')}`,
      en: `Still being worked on, publish when they are done: ${names.join(', ')}`,
    },
    { code: 'files-not-ready', files: names },
  )
}
