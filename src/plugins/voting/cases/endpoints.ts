import type { Endpoint, PayloadRequest } from 'payload'
import { inTransaction } from '../../../database/sql.ts'
import {
  caseActions,
  caseStepsFor,
  type CaseAction,
  type CaseState,
} from '../../../domain/voting/cases.ts'
import { bodyOf } from '../../../hooks/entry-request.ts'
import { refusal } from '../../../hooks/refuse.ts'
import { guardianOf } from './case-request.ts'
import { caseFromRisk, risksOf } from './risks.ts'
import { stepCase } from './step-case.ts'

/** What a step answers: the case as it is now, and what may be done to it next. */
export type SteppedCase = { doc: Record<string, unknown>; steps: CaseAction[] }

/**
 * The desk for odd votes, for the province and the supervisor:
 * `GET /api/vote-cases/risks?round=` → `Risks`;
 * `POST /api/vote-cases/risks/{risk}` makes a case of one → 201 `{ id }`, 200 when there is one already;
 * `GET /api/vote-cases/{id}/desk` → `SteppedCase`: the case and the steps that the reader may take;
 * `POST /api/vote-cases/{id}/{refresh|propose|approve|dismiss}` `{ reason?, expectedState? }` → `SteppedCase`.
 */
export const caseEndpoints: Endpoint[] = [
  {
    path: '/risks',
    method: 'get',
    handler: async (req) => {
      guardianOf(req)
      return answer(200, await risksOf(req, numberOf(req.query?.round, 'round')))
    },
  },
  {
    path: '/risks/:risk',
    method: 'post',
    handler: async (req) => {
      const by = guardianOf(req)
      await bodyOf(req, [])
      if (by.role !== 'province') {
        const words = { zh: '立案由省总工会办理', en: 'Cases are the province’s to make' }
        throw refusal(403, words, { code: 'not-yours' })
      }
      const risk = numberOf(req.routeParams?.risk)
      const { id, made } = await inTransaction(req, () => caseFromRisk(req, by, risk))
      return answer(made ? 201 : 200, { id })
    },
  },
  {
    path: '/:id/desk',
    method: 'get',
    handler: async (req) => {
      return answer(200, await standing(req))
    },
  },
  ...caseActions.map((action): Endpoint => ({
    path: `/:id/${action}`,
    method: 'post',
    handler: async (req) => {
      const by = guardianOf(req)
      const { reason, expectedState } = await bodyOf(req, ['reason', 'expectedState'])
      await inTransaction(req, () => stepCase(req, by, { action, reason, expectedState }))
      return answer(200, await standing(req))
    },
  })),
]

async function standing(req: PayloadRequest): Promise<SteppedCase> {
  const { id, role } = guardianOf(req)
  const doc = await req.payload.findByID({
    ...{ collection: 'vote-cases', id: numberOf(req.routeParams?.id), depth: 0 },
    ...{ overrideAccess: false, user: req.user, disableErrors: true, req },
  })
  if (!doc) throw refusal(404, { zh: '没有这个案件', en: 'No such case' }, { code: 'not-found' })
  const { state, proposedBy } = doc as unknown as { state: CaseState; proposedBy: number | null }
  return {
    doc: doc as unknown as Record<string, unknown>,
    steps: caseStepsFor({ state, role, isProposer: proposedBy === id }),
  }
}

function numberOf(text: unknown, path?: string): number {
  if (/^\d{1,9}$/.test(String(text))) return Number(text)
  if (path === undefined)
    throw refusal(404, { zh: '没有这条记录', en: 'Not found' }, { code: 'not-found' })
  const words = { zh: `请用 ${path} 指明投票轮次`, en: `Name the round by \`${path}\`` }
  throw refusal(400, words, { code: 'bad-query', path })
}

function answer(status: number, body: object): Response {
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })
}
