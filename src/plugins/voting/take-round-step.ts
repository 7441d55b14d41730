import type { PayloadRequest } from 'payload'
import { runIn } from '../../database/run-in.ts'
import { query, sql } from '../../database/sql.ts'
import { openLedgerOf } from '../../database/voting/ledger.ts'
import { decideRoundStep, type RoundAction } from '../../domain/voting/rounds.ts'
import { refusal } from '../../hooks/refuse.ts'
import { candidatesOf, countCandidates, fillCandidates } from './candidates.ts'
import { databaseClock, noteRound, policyOf, stateOf } from './read-round.ts'
import { holdRound } from './round-request.ts'
import { writeBallotRound } from './write-round.ts'

type RoundStepAsked = {
  id: number
  action: RoundAction
  by: number
  reason?: unknown
  expectedState?: unknown
}

/**
 * Opens, pauses, resumes or closes a round: decided with the round held, written with its log. For a
 * transaction.
 *
 * @throws 400, 404, 409 with a sentence in both languages
 */
export async function takeRoundStep(
  req: PayloadRequest,
  { id, action, by, ...asked }: RoundStepAsked,
): Promise<void> {
  const round = await holdRound(req, id)
  const policy = policyOf(round)
  const state = stateOf(round)
  if (action === 'open' && state === 'draft') {
    // Who publishes a work at the same time is waited for, or waits and finds the round open.
    await query(req, sql`select from ballot_rounds where round_id = ${id} for no key update`)
    await fillCandidates(req, id, candidatesOf(round as never))
  }
  const { standing } = await countCandidates(req, id)
  const now = await databaseClock(req)
  const decision = decideRoundStep({
    ...{ action, state, policy, candidates: standing, now },
    ...asked,
  })
  if (!decision.ok) {
    const { status, code, message } = decision.refusal
    throw refusal(status, message, { code, state })
  }
  const at = now.toISOString()
  const openedAt = action === 'open' ? at : (round.openedAt ?? null)
  const closedAt = action === 'close' ? at : (round.closedAt ?? null)
  if (action === 'open') await openLedgerOf(runIn(req), id, policy)
  await query(
    req,
    sql`update vote_rounds set state = ${decision.to}, opened_at = ${openedAt}, closed_at = ${closedAt},
      updated_at = now() where id = ${id}`,
  )
  await writeBallotRound(req, { ...round, state: decision.to, openedAt, closedAt }, policy)
  await noteRound(req, { round: id, by, action, reason: decision.reason })
}
