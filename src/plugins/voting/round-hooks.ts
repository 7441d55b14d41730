import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeOperationHook,
  CollectionConfig,
} from 'payload'
import { personOf } from '../../access/person.ts'
import { runIn } from '../../database/run-in.ts'
import { query, sql } from '../../database/sql.ts'
import { adaptLedgerOf, hasVotes, lockRound } from '../../database/voting/ledger.ts'
import { policyChange } from '../../domain/voting/rounds.ts'
import { lockRow } from '../../hooks/lock-row.ts'
import { refusal } from '../../hooks/refuse.ts'
import { refuseWhenUsed } from '../../hooks/refuse-when-used.ts'
import { candidatesOf, fillCandidates } from './candidates.ts'
import { checkPlace, refuseFixed } from './check-round.ts'
import { databaseClock, noteRound, policyOf, stateOf, tidy, type Round } from './read-round.ts'
import { writeBallotRound } from './write-round.ts'

/** Batches of votes finish first, and the next one waits: none is judged by rules that are changing. */
const holdRound: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const id = Number((args as { id?: unknown }).id)
  if ((operation === 'update' || operation === 'delete') && Number.isInteger(id)) {
    await lockRound(runIn(req), id)
  }
  return args
}

/**
 * Refuses what is no policy, works and tracks of elsewhere, and what is fixed: a round's name and works
 * once it was opened, its policy once a vote is in. A change of policy under votes is proposed instead.
 */
const checkRound: CollectionBeforeChangeHook<Round> = async ({
  data: given,
  originalDoc,
  operation,
  req,
}) => {
  const listed = given.candidatesFrom === 'published' ? { listed: null } : {}
  const data = { ...tidy(given), ...listed }
  const policy = policyOf(data)
  const state = operation === 'update' ? stateOf(originalDoc!) : 'draft'
  if (state === 'draft') {
    return { ...data, ...(await checkPlace(req, data)) }
  }
  refuseFixed(originalDoc!, data)
  const before = policyOf(originalDoc!)
  const change = policyChange({ before, after: policy, now: await databaseClock(req) })
  if (change === null) return data
  if (await hasVotes(runIn(req), originalDoc!.id)) {
    const words = {
      zh: '已有选票，规则已锁定：请用“提出修改”，由另一人确认',
      en: 'Votes are in, the rules are locked: propose the change, and somebody else confirms it',
    }
    throw refusal(409, words, { code: 'policy-locked', path: 'windowFrom' })
  }
  if (state === 'closed') {
    const words = { zh: '投票已关闭，规则不能再改', en: 'The round is closed, its rules stand' }
    throw refusal(409, words, { code: 'wrong-state', state })
  }
  // No vote is in yet: any sound policy may still come, only not one that is over already.
  if ('refusal' in change && change.refusal.code === 'window-over') {
    throw refusal(409, change.refusal.message, { code: 'window-over', path: 'windowTo' })
  }
  return data
}

const write: CollectionAfterChangeHook<Round> = async ({ doc, previousDoc, operation, req }) => {
  const policy = policyOf(doc)
  await writeBallotRound(req, doc, policy)
  const state = stateOf(doc)
  if (state === 'draft') await fillCandidates(req, doc.id, candidatesOf(doc as never))
  if (state === 'draft' || operation !== 'update') return doc
  const by = personOf(req)?.id ?? null
  const before = policyOf(previousDoc)
  if (JSON.stringify(before) !== JSON.stringify(policy)) {
    await adaptLedgerOf(runIn(req), doc.id, policy)
    const detail = { before, after: policy }
    await noteRound(req, { round: doc.id, by, action: 'change', detail })
  }
  const texts = ({ title, about }: Round) => ({ title, about: about ?? null })
  const [was, is] = [texts(previousDoc), texts(doc)]
  if (JSON.stringify(was) !== JSON.stringify(is)) {
    await noteRound(req, {
      ...{ round: doc.id, by, action: 'edit', detail: { before: was, after: is } },
    })
  }
  return doc
}

/** A draft may go; what was opened stays, with all that was done to it. */
const removeDraft: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const [row] = await query<{ state: string }>(
    req,
    sql`select state from ballot_rounds where round_id = ${id}`,
  )
  if (row && row.state !== 'draft') {
    const words = {
      zh: '开放过的投票不能删除，可以关闭',
      en: 'A round that was opened is never deleted; close it instead',
    }
    throw refusal(409, words, { code: 'wrong-state', state: row.state })
  }
  await query(req, sql`delete from ballot_candidates where round_id = ${id}`)
  await query(req, sql`delete from ballot_rounds where round_id = ${id}`)
}

export const roundHooks: NonNullable<CollectionConfig['hooks']> = {
  beforeOperation: [lockRow, holdRound],
  beforeChange: [checkRound as CollectionBeforeChangeHook],
  afterChange: [write as CollectionAfterChangeHook],
  beforeDelete: [refuseWhenUsed([{ collection: 'vote-cases', field: 'round' }]), removeDraft],
}
