import type { Endpoint, PayloadRequest } from 'payload'
import { noticeClock, versionsOf, type StoredVersion } from '../../database/results/versions.ts'
import { runIn } from '../../database/run-in.ts'
import { inTransaction, query, sql } from '../../database/sql.ts'
import type { ResultList } from '../../domain/results/frozen.ts'
import type { ObjectionState } from '../../domain/results/objections.ts'
import { publicLine } from '../../domain/results/objections.ts'
import {
  noticeState,
  noticeStateWords,
  servedVersion,
  type NoticeState,
} from '../../domain/results/public-notice.ts'
import type { Words } from '../../domain/words.ts'
import { Refusal } from '../../hooks/refuse.ts'
import { madeAgain } from './ask-endpoints.ts'
import type { Asked } from './asked.ts'
import { makeFirst } from './make-list.ts'
import { readResult, resultRequest, type ResultDoc } from './result-request.ts'

/** A version as the desk shows it. */
export type DeskVersion = {
  version: number
  sha256: string
  from: string
  to: string
  state: NoticeState
  stateText: Words
  /** Whether the public is shown this one. */
  isServed: boolean
  finalAt: string | null
  reason: string | null
  rulings: number
}

/** `GET /api/results/{id}/desk`: how a list stands, for the province and the supervisor. */
export type ResultDeskAnswer = {
  publicId: string | null
  now: string
  versions: DeskVersion[]
  pending: Asked | null
  /** What waits to be confirmed, or, before the first version, what would be frozen. */
  preview: { list: ResultList; sha256: string; reserves: string[]; changes: Changes } | null
  /** What stands in the way of a preview. */
  findings: string[]
  objections: { received: number; handled: number; line: Words; unapplied: number }
  log: {
    at: string
    by: string | null
    action: string
    reason: string | null
    kind: string | null
  }[]
  /** What the reader may do now. */
  may: { ask: boolean; confirm: boolean; withdraw: boolean }
}

type Changes = { entry: string; before: string | null; after: string | null }[]

export const deskEndpoint: Endpoint = {
  path: '/:id/desk',
  method: 'get',
  handler: async (req) => {
    const { id, person } = resultRequest(req, ['province', 'supervisor'])
    const desk = await inTransaction(req, async () => deskOf(req, await readResult(req, id)))
    const isProvince = person.role === 'province'
    const waits = desk.pending !== null
    const may = {
      ask: isProvince && !waits,
      confirm: isProvince && waits && desk.pending!.by !== person.id,
      withdraw: isProvince && waits,
    }
    return Response.json({ ...desk, may }, { headers: { 'Cache-Control': 'no-store' } })
  },
}

async function deskOf(req: PayloadRequest, doc: ResultDoc): Promise<Omit<ResultDeskAnswer, 'may'>> {
  const run = runIn(req)
  const [versions, now] = [await versionsOf(run, doc.id), await noticeClock(run)]
  const rulings = await query<{ version: number; rulings: number }>(
    req,
    sql`select version, count(*)::int as rulings from result_rulings where result_id = ${doc.id} group by version`,
  )
  const objections = await query<{ state: ObjectionState; isUnapplied: boolean }>(
    req,
    sql`select state, state = 'upheld' and applied_in is null and coalesce(effect, '') <> 'keep' as "isUnapplied"
      from objections where result_id = ${doc.id}`,
  )
  const log = await query<ResultDeskAnswer['log'][number]>(
    req,
    sql`select to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, u.name as by, l.action, l.reason,
        l.detail ->> 'kind' as kind
      from result_log l left join users u on u.id = l.actor_id where l.result_id = ${doc.id} order by l.id desc limit 50`,
  )
  const { received, handled, zh, en } = publicLine(objections.map(({ state }) => state))
  const served = servedVersion(versions, now)
  const count = new Map(rulings.map((one) => [one.version, one.rulings]))
  return {
    ...{
      publicId: doc.publicId ?? null,
      now: now.toISOString(),
      pending: doc.pending ?? null,
      log,
    },
    versions: versions.map((one) => shown(one, now, one === served, count.get(one.version) ?? 0)),
    objections: {
      ...{ received, handled, line: { zh, en } },
      unapplied: objections.filter(({ isUnapplied }) => isUnapplied).length,
    },
    ...(await previewOf(req, doc, versions)),
  }
}

async function previewOf(
  req: PayloadRequest,
  doc: ResultDoc,
  versions: StoredVersion[],
): Promise<Pick<ResultDeskAnswer, 'preview' | 'findings'>> {
  const { pending } = doc
  try {
    if (pending?.kind === 'finish' || (!pending && versions.length > 0)) {
      const { text, sha256 } = versions.at(-1)!
      const list = JSON.parse(text) as ResultList
      return { preview: { list, sha256, reserves: [], changes: [] }, findings: [] }
    }
    const made = pending ? await madeAgain(req, doc, versions, pending) : await makeFirst(req, doc)
    const { list, frozen, reserves, changes } = made
    return { preview: { list, sha256: frozen.sha256, reserves, changes }, findings: [] }
  } catch (error) {
    // What stands against it is what the desk is there to say; nothing was written yet.
    if (error instanceof Refusal) return { preview: null, findings: [error.message] }
    throw error
  }
}

function shown(one: StoredVersion, now: Date, isServed: boolean, rulings: number): DeskVersion {
  const state = noticeState(one, now)
  return {
    ...{ version: one.version, sha256: one.sha256, reason: one.reason, rulings, isServed },
    ...{ from: one.window.from.toISOString(), to: one.window.to.toISOString() },
    ...{ state, stateText: noticeStateWords[state], finalAt: one.finalAt?.toISOString() ?? null },
  }
}
