import type { Endpoint, PayloadRequest } from 'payload'
import { runIn } from '../../database/run-in.ts'
import { noticeClock, versionsOf, type StoredVersion } from '../../database/results/versions.ts'
import { inTransaction, query, sql } from '../../database/sql.ts'
import { confirmRefusal, proposalWords, type ProposalKind } from '../../domain/results/proposals.ts'
import { words } from '../../domain/words.ts'
import { reasonLimit } from '../../domain/workflow/decision.ts'
import { bodyOf } from '../../hooks/entry-request.ts'
import { refusal } from '../../hooks/refuse.ts'
import { textLimits } from '../../fields/text-limits.ts'
import type { Asked, CorrectionAsked } from './asked.ts'
import { mayFinish, writeFinal } from './finish.ts'
import { makeFirst, makeNext, type MadeList } from './make-list.ts'
import {
  holdResult,
  noteResult,
  readResult,
  refused,
  resultRequest,
  type ResultDoc,
} from './result-request.ts'
import { tellAwards } from './tell.ts'
import { writeVersion } from './write-version.ts'

const correctionFields = ['reason', 'from', 'to', 'title', 'contact', 'names']

/**
 * What two people of the province do to a list. One asks:
 * `POST /api/results/{id}/freeze` `{}`; `…/correct` `{ reason, from, to, title?, contact?, names? }` (instants as
 * ISO texts; applies every upheld objection); `…/finish` `{}`. Another one confirms what was shown, by its hash:
 * `POST …/confirm` `{ sha256 }`, or anybody of them takes it back: `POST …/withdraw` `{}`.
 * All → `{ doc }`, with `doc.pending` while something waits.
 */
export const askEndpoints: Endpoint[] = [
  act('freeze', [], (req, doc, versions) => {
    if (versions.length > 0) throw already()
    return makeFirst(req, doc).then(({ frozen }) => ({ version: 1, sha256: frozen.sha256 }))
  }),
  act('correct', correctionFields, async (req, doc, versions, body) => {
    const before = newestOf(versions)
    const reason = reasonOf(body.reason)
    const correction = correctionOf(body)
    const { frozen, list } = await makeNext(req, doc, before, { reason, correction })
    return { version: list.version, sha256: frozen.sha256, reason, correction }
  }),
  act('finish', [], async (req, _doc, versions) => {
    newestOf(versions)
    const { version, sha256 } = await mayFinish(req, versions)
    return { version, sha256 }
  }),
  {
    path: '/:id/confirm',
    method: 'post',
    handler: async (req) => {
      const { id, person } = resultRequest(req, ['province'])
      const { sha256: named } = await bodyOf(req, ['sha256'])
      await inTransaction(req, async () => {
        const doc = await holdResult(req, id)
        const asked = doc.pending ?? null
        const early = confirmRefusal({
          ...{ proposal: asked, by: person.id, named, stands: asked?.sha256 ?? null },
        })
        if (early) throw refused(early)
        await confirm(req, doc, asked!, person.id)
        const { kind, version, sha256 } = asked!
        const detail = { kind, version, sha256, askedBy: asked!.by }
        await noteResult(req, {
          ...{ result: id, by: person.id, action: 'confirm', reason: asked!.reason, detail },
        })
      })
      return Response.json({ doc: await readResult(req, id) })
    },
  },
  {
    path: '/:id/withdraw',
    method: 'post',
    handler: async (req) => {
      const { id, person } = resultRequest(req, ['province'])
      await bodyOf(req, [])
      await inTransaction(req, async () => {
        const { pending } = await holdResult(req, id)
        if (!pending) {
          const message = words('没有待确认的事项', 'Nothing waits to be confirmed')
          throw refusal(409, message, { code: 'nothing-asked' })
        }
        await keepPending(req, id, null)
        const detail = { kind: pending.kind, sha256: pending.sha256 }
        await noteResult(req, { result: id, by: person.id, action: 'withdraw', detail })
      })
      return Response.json({ doc: await readResult(req, id) })
    },
  },
]

type Found = Pick<Asked, 'version' | 'sha256'> & Partial<Pick<Asked, 'reason' | 'correction'>>
type Find = (
  req: PayloadRequest,
  doc: ResultDoc,
  versions: StoredVersion[],
  body: Record<string, unknown>,
) => Promise<Found>

function act(kind: ProposalKind, fields: string[], find: Find): Endpoint {
  return {
    path: `/:id/${kind}`,
    method: 'post',
    handler: async (req) => {
      const { id, person } = resultRequest(req, ['province'])
      const body = await bodyOf(req, fields)
      await inTransaction(req, async () => {
        const doc = await holdResult(req, id)
        if (doc.pending) throw waits(doc.pending)
        const found = await find(req, doc, await versionsOf(runIn(req), id), body)
        const asked: Asked = {
          ...{ kind, by: person.id, byName: person.name, reason: null, correction: null },
          ...found,
          at: (await noticeClock(runIn(req))).toISOString(),
        }
        await keepPending(req, id, asked)
        const { version, sha256, correction, reason } = asked
        const detail = { kind, version, sha256, correction }
        await noteResult(req, { result: id, by: person.id, action: 'ask', reason, detail })
      })
      return Response.json({ doc: await readResult(req, id) })
    },
  }
}

/** Writes what was asked for, if it is still the same. */
async function confirm(req: PayloadRequest, doc: ResultDoc, asked: Asked, confirmedBy: number) {
  const versions = await versionsOf(runIn(req), doc.id)
  const same = (stands: string) => {
    const against = confirmRefusal({
      ...{ proposal: asked, by: confirmedBy, named: asked.sha256, stands },
    })
    if (against) throw refused(against)
  }
  if (asked.kind === 'finish') {
    const version = await mayFinish(req, versions)
    same(version.sha256)
    await writeFinal(req, version, { askedBy: asked.by, confirmedBy })
    await tellAwards(req, version, versions.findLast(({ finalAt }) => finalAt !== null) ?? null)
    return
  }
  const made = await madeAgain(req, doc, versions, asked)
  same(made.frozen.sha256)
  await writeVersion(req, doc, made, { ...asked, confirmedBy })
}

/** What was asked for, made once more out of what stands now. */
export async function madeAgain(
  req: PayloadRequest,
  doc: ResultDoc,
  versions: StoredVersion[],
  { kind, reason, correction }: Asked,
): Promise<MadeList> {
  if (kind === 'freeze') {
    if (versions.length > 0) throw already()
    return makeFirst(req, doc)
  }
  return makeNext(req, doc, newestOf(versions), { reason: reason!, correction: correction! })
}

async function keepPending(req: PayloadRequest, id: number, asked: Asked | null): Promise<void> {
  const text = asked && JSON.stringify(asked)
  await query(
    req,
    sql`update results set pending = ${text}::jsonb, updated_at = now() where id = ${id}`,
  )
}

function newestOf(versions: StoredVersion[]): StoredVersion {
  const newest = versions.at(-1)
  if (newest) return newest
  const message = words('名单尚未冻结', 'The list is not frozen yet')
  throw refusal(409, message, { code: 'not-frozen' })
}

function correctionOf({
  from,
  to,
  title,
  contact,
  names,
}: Record<string, unknown>): CorrectionAsked {
  const text = (value: unknown, path: string, most: number) => {
    if (value === undefined || value === null || value === '') return null
    if (typeof value === 'string' && value.trim() && value.length <= most) return value.trim()
    const message = words(
      `${path} 应为不超过 ${most} 字的文字`,
      `${path}: a text of ${most} at most`,
    )
    throw refusal(400, message, { code: 'bad-value', path })
  }
  if (names !== undefined && typeof names !== 'boolean') {
    const message = words('names 应为 true 或 false', 'names must be true or false')
    throw refusal(400, message, { code: 'bad-value', path: 'names' })
  }
  return {
    notice: { from: instantOf(from, 'from'), to: instantOf(to, 'to') },
    title: text(title, 'title', textLimits.line),
    contact: text(contact, 'contact', textLimits.paragraph),
    names: names === true,
  }
}

function instantOf(value: unknown, path: string): string {
  const at = new Date(typeof value === 'string' && value.length <= 40 ? value : NaN)
  const year = at.getUTCFullYear()
  if (year >= 2000 && year < 2200) return at.toISOString()
  const message = words(`请填写 ${path} 的时间`, `${path} must be an instant`)
  throw refusal(400, message, { code: 'bad-value', path })
}

function reasonOf(value: unknown): string {
  const text = typeof value === 'string' ? value.trim() : ''
  if (text && [...text].length <= reasonLimit) return text
  const message = words(
    `更正须说明理由，不超过 ${reasonLimit} 字`,
    `A correction needs a reason, of ${reasonLimit} characters at most`,
  )
  throw refusal(400, message, { code: 'reason-missing', path: 'reason' })
}

function already() {
  const message = words('名单已冻结，如需修改请更正', 'The list is frozen: correct it instead')
  return refusal(409, message, { code: 'already-frozen' })
}

function waits({ kind, byName }: Asked) {
  const { zh, en } = proposalWords[kind]
  const message = words(
    `${byName} 已提请“${zh}”，请先确认或撤回`,
    `${byName} asked to “${en}”: confirm or withdraw that first`,
  )
  return refusal(409, message, { code: 'already-asked', kind })
}
