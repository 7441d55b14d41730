import { randomUUID } from 'node:crypto'
import type { Endpoint, PayloadRequest } from 'payload'
import { runIn } from '../../database/run-in.ts'
import { inTransaction, query, sql } from '../../database/sql.ts'
import { adaptLedgerOf, hasVotes } from '../../database/voting/ledger.ts'
import {
  policyChange,
  policyFieldNames,
  readReason,
  type PolicyChange,
  type PolicyFields,
} from '../../domain/voting/rounds.ts'
import { words, type Words } from '../../domain/words.ts'
import { bodyOf } from '../../hooks/entry-request.ts'
import { refusal } from '../../hooks/refuse.ts'
import { databaseClock, noteRound, policyOf, stateOf, tidy, type Round } from './read-round.ts'
import { holdRound, readRound, roundRequest } from './round-request.ts'
import { writeBallotRound } from './write-round.ts'

/** A change of a locked policy that waits for another person, as `vote_rounds.proposed` keeps it. */
export type Proposal = {
  id: string
  fields: PolicyFields
  note: string
  by: number
  byName: string
  at: string
  change: PolicyChange
}

export const proposalOf = ({ proposed }: Round): Proposal | null =>
  (proposed as Proposal | null | undefined) ?? null

const noteWords = words('提出修改', 'Propose a change')

/**
 * A policy that votes were cast under changes by two people of the province:
 * `POST /api/vote-rounds/{id}/propose-change` `{ "policy": { fields of the form }, "note" }`, a field
 * that is left out stays; `POST …/confirm-change` and `…/withdraw-change` `{ "proposal" }` name the
 * proposal that was read. All → `{ doc }`.
 */
export const changeEndpoints: Endpoint[] = [
  {
    path: '/:id/propose-change',
    method: 'post',
    handler: (req) =>
      acted(req, async (round, person) => {
        const { policy, note } = await bodyOf(req, ['policy', 'note'])
        const fields = fieldsOf(round, policy)
        const given = readReason(note, noteWords)
        if ('refusal' in given) throw refused(given.refusal)
        if (!(await hasVotes(runIn(req), round.id))) {
          const message = words(
            '还没有选票，请直接修改并保存',
            'No vote is in: change the rules and save',
          )
          throw refusal(409, message, { code: 'policy-not-locked' })
        }
        const proposal: Proposal = {
          ...{ id: randomUUID(), fields, note: given.reason!, by: person.id, byName: person.name },
          at: (await databaseClock(req)).toISOString(),
          change: await changeTo(req, round, fields),
        }
        await keepProposal(req, round.id, proposal)
        return { action: 'propose', reason: proposal.note, detail: proposal }
      }),
  },
  {
    path: '/:id/confirm-change',
    method: 'post',
    handler: (req) =>
      acted(req, async (round, person) => {
        const proposal = await namedProposal(req, round)
        if (proposal.by === person.id) {
          const message = {
            zh: '修改须由提出者以外的另一人确认',
            en: 'A change is confirmed by somebody other than who proposed it',
          }
          throw refusal(403, message, { code: 'same-person' })
        }
        const before = policyOf(round)
        await changeTo(req, round, proposal.fields)
        const after = policyOf(proposal.fields)
        await writeFields(req, round.id, proposal.fields)
        await writeBallotRound(req, { ...round, ...proposal.fields } as Round, after)
        await adaptLedgerOf(runIn(req), round.id, after)
        const detail = { proposal: proposal.id, before, after }
        return { action: 'confirm', reason: proposal.note, detail }
      }),
  },
  {
    path: '/:id/withdraw-change',
    method: 'post',
    handler: (req) =>
      acted(req, async (round) => {
        const proposal = await namedProposal(req, round)
        await keepProposal(req, round.id, null)
        return { action: 'withdraw', reason: null, detail: { proposal: proposal.id } }
      }),
  },
]

type Note = { action: string; reason: string | null; detail: unknown }
type Act = (round: Round, person: { id: number; name: string }) => Promise<Note>

// Reads, judges and writes with the round held: no vote comes in between.
async function acted(req: PayloadRequest, act: Act): Promise<Response> {
  const { id, person } = roundRequest(req, ['province'])
  await inTransaction(req, async () => {
    const note = await act(await holdRound(req, id), person)
    await noteRound(req, { round: id, by: person.id, ...note })
  })
  return Response.json({ doc: await readRound(req, id) })
}

function fieldsOf(round: Round, given: unknown): PolicyFields {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    const message = words('policy 应为一个对象', 'policy must be an object')
    throw refusal(400, message, { code: 'not-an-object', path: 'policy' })
  }
  const unknown = Object.keys(given).filter(
    (name) => !(policyFieldNames as string[]).includes(name),
  )
  if (unknown.length > 0) {
    const names = unknown.slice(0, 10).join(', ')
    const message = words(`没有这些字段：${names}`, `No such fields: ${names}`)
    throw refusal(400, message, { code: 'unknown-field' })
  }
  const all = tidy({ ...round, ...given } as PolicyFields)
  return Object.fromEntries(policyFieldNames.map((name) => [name, all[name] ?? null]))
}

async function changeTo(
  req: PayloadRequest,
  round: Round,
  fields: PolicyFields,
): Promise<PolicyChange> {
  if (stateOf(round) === 'closed') {
    const message = words('投票已关闭，规则不能再改', 'The round is closed, its rules stand')
    throw refusal(409, message, { code: 'wrong-state', state: 'closed' })
  }
  const now = await databaseClock(req)
  const change = policyChange({ before: policyOf(round), after: policyOf(fields), now })
  if (change === null) {
    throw refusal(409, words('规则没有变化', 'Nothing changes'), { code: 'no-change' })
  }
  if ('refusal' in change) throw refused(change.refusal)
  return change
}

async function namedProposal(req: PayloadRequest, round: Round): Promise<Proposal> {
  const { proposal: id } = await bodyOf(req, ['proposal'])
  const proposal = proposalOf(round)
  if (proposal && proposal.id === id) return proposal
  const message = {
    zh: '没有这份待确认的修改，或已被替换，请刷新后再看',
    en: 'There is no such proposal, or another took its place; reload and look again',
  }
  throw refusal(409, message, { code: 'stale-proposal', proposal: proposal?.id ?? null })
}

async function keepProposal(req: PayloadRequest, id: number, proposal: Proposal | null) {
  const text = proposal && JSON.stringify(proposal)
  await query(
    req,
    sql`update vote_rounds set proposed = ${text}::jsonb, updated_at = now() where id = ${id}`,
  )
}

async function writeFields(req: PayloadRequest, id: number, fields: PolicyFields): Promise<void> {
  const text = JSON.stringify(
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [column(name), value])),
  )
  const columns = sql.raw(policyFieldNames.map(column).join(', '))
  const values = sql.raw(policyFieldNames.map((name) => `f.${column(name)}`).join(', '))
  await query(
    req,
    sql`update vote_rounds r set (${columns}, proposed, updated_at) = (select ${values}, null::jsonb, now()
      from jsonb_populate_record(null::vote_rounds, ${text}::jsonb) f) where r.id = ${id}`,
  )
}

const column = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const refused = ({ status, code, message }: { status: number; code: string; message: Words }) =>
  refusal(status, message, { code })
