import type { PayloadRequest } from 'payload'
import type { Person } from '../../../access/person.ts'
import { runIn } from '../../../database/run-in.ts'
import { query, sql } from '../../../database/sql.ts'
import {
  findCaseVotes,
  mostVotes,
  voidCaseVotes,
  type CaseEvidence,
} from '../../../database/voting/risk/case-votes.ts'
import { decideCaseStep, type CaseAction } from '../../../domain/voting/cases.ts'
import { refusal } from '../../../hooks/refuse.ts'
import { holdCase, type CaseRow } from './case-request.ts'
import { sampleOf } from './sample.ts'

export type CaseStep = {
  action: CaseAction
  /** Straight from the request. */
  reason?: unknown
  expectedState?: unknown
}

/**
 * Takes a step in a case: the row, its votes, what is made void and the log of its round, all in the
 * transaction of the request.
 *
 * @throws what `decideCaseStep` says; 422 `case-empty`, `case-too-large`
 */
export async function stepCase(req: PayloadRequest, by: Person, step: CaseStep): Promise<void> {
  const found = await holdCase(req)
  const { state } = found
  const decided = decideCaseStep({
    ...{ state, role: by.role, isProposer: found.proposedBy === by.id },
    ...step,
  })
  if (!decided.ok) {
    const { status, code, message } = decided.refusal
    throw refusal(status, message, { code, state })
  }
  const { reason, to } = decided
  if (step.action === 'refresh') return count(req, found)
  const detail = await { propose, approve, dismiss }[step.action](req, found, by, reason)
  await query(
    req,
    sql`update vote_cases set state = ${to}, updated_at = now() where id = ${found.id}`,
  )
  await query(
    req,
    sql`insert into ballot_log (round_id, actor_id, action, reason, detail)
      select round_id, ${by.id}::int, ${`case-${step.action}`}::text, ${reason}::text,
        ${JSON.stringify({ case: found.id, ...detail })}::jsonb
      from ballot_rounds where round_id = ${found.round}`,
  )
}

async function propose(req: PayloadRequest, found: CaseRow, by: Person) {
  const evidence = await evidenceOf(req, found, true)
  if (evidence.votes === 0) {
    const words = { zh: '没有找到符合条件的有效选票', en: 'No valid vote meets the conditions' }
    throw refusal(422, words, { code: 'case-empty' })
  }
  if (evidence.votes > mostVotes) {
    const words = {
      zh: `符合条件的选票超过 ${mostVotes} 张，请缩小范围，分案处理`,
      en: `More than ${mostVotes} votes meet the conditions: narrow them, make several cases`,
    }
    throw refusal(422, words, { code: 'case-too-large' })
  }
  await keep(req, found, evidence)
  await query(req, sql`update vote_cases set proposed_by_id = ${by.id} where id = ${found.id}`)
  return { votes: evidence.votes, class: found.class, query: found.query }
}

async function approve(req: PayloadRequest, found: CaseRow, by: Person, reason: string | null) {
  const { id: caseId, round: roundId, class: of } = found
  const voided = await voidCaseVotes(runIn(req), { caseId, roundId, class: of })
  await decide(req, found, by, reason)
  return { voided, class: of }
}

async function dismiss(req: PayloadRequest, found: CaseRow, by: Person, reason: string | null) {
  await decide(req, found, by, reason)
  return {}
}

async function decide(req: PayloadRequest, { id }: CaseRow, by: Person, reason: string | null) {
  await query(
    req,
    sql`update vote_cases set decided_by_id = ${by.id}, decided_at = now(), decision = ${reason} where id = ${id}`,
  )
}

async function count(req: PayloadRequest, found: CaseRow): Promise<void> {
  await keep(req, found, await evidenceOf(req, found, false))
}

function evidenceOf(req: PayloadRequest, { id, round, query: asked }: CaseRow, freeze: boolean) {
  const question = { caseId: id, roundId: round, query: asked }
  return findCaseVotes(runIn(req), question, { freeze })
}

async function keep(req: PayloadRequest, { id, round }: CaseRow, evidence: CaseEvidence) {
  const [named] = await query<{ slug: string }>(
    req,
    sql`select slug from ballot_rounds where round_id = ${round}`,
  )
  const sample = JSON.stringify(sampleOf(evidence, named?.slug ?? ''))
  await query(
    req,
    sql`update vote_cases set votes = ${evidence.votes}, sample = ${sample}::jsonb, updated_at = now()
      where id = ${id}`,
  )
}
