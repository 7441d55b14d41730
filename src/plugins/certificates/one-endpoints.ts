import { Readable } from 'node:stream'
import type { Endpoint, PayloadRequest } from 'payload'
import { readBatch } from '../../database/certificates/batches.ts'
import {
  certificatesOfUnits,
  oneCertificate,
  type StoredCertificate,
} from '../../database/certificates/rows.ts'
import {
  noteCertificate,
  numberCertificates,
  replaceCertificate,
  revokeCertificate,
  writeBatch,
  writeCertificates,
} from '../../database/certificates/write.ts'
import { mediaFiles } from '../../database/files/media-files.ts'
import { versionsOf } from '../../database/results/versions.ts'
import { runIn } from '../../database/run-in.ts'
import { inTransaction, query, sql } from '../../database/sql.ts'
import {
  readCertificateNumber,
  type CertificateTemplate,
  type Wanted,
} from '../../domain/results/certificates.ts'
import { bodyOf } from '../../hooks/entry-request.ts'
import { refusal } from '../../hooks/refuse.ts'
import { askedBy, reasonOf } from './asked-by.ts'
import { checkWanted } from './check-sheets.ts'
import { enqueueFiles } from './enqueue-files.ts'
import { keepSeal } from './keep-seal.ts'
import { pdfAnswer } from './pdf-answer.ts'
import { templateFor } from './read-template.ts'
import { showCertificate } from './show.ts'
import { zipOf } from './zip.ts'

const onPage = 100

/** `GET /api/certificates?after=`: those of the works of one's own unit and below; province and supervisor: all. */
const list: Endpoint = {
  path: '/certificates',
  method: 'get',
  handler: async (req) => {
    const path = scopeOf(req)
    const after = typeof req.query?.after === 'string' ? req.query.after.slice(0, 40) : null
    const found = await certificatesOfUnits(runIn(req), { path, limit: onPage + 1, after })
    const page = found.slice(0, onPage)
    const next = found.length > onPage ? page.at(-1)!.number : null
    return Response.json(
      { certificates: page.map(showCertificate), next },
      { headers: { 'Cache-Control': 'no-store' } },
    )
  },
}

const mostInZip = 5_000

/** `GET /api/certificates/zip` → all of these that stand, streamed; the first 5,000 by their numbers. */
const zip: Endpoint = {
  path: '/certificates/zip',
  method: 'get',
  handler: async (req) => {
    const path = scopeOf(req)
    const { id: by } = askedBy(req, ['province', 'supervisor', 'editor'])
    const all = await certificatesOfUnits(runIn(req), { path, limit: mostInZip, after: null })
    const standing = all.filter((one) => !one.revokedAt && !one.replacedBy)
    await inTransaction(req, async () => {
      for (const result of new Set(standing.map((one) => one.result))) {
        const files = standing.filter((one) => one.result === result).length
        await noteCertificate(runIn(req), { result, by, action: 'zip', detail: { files } })
      }
    })
    return zipOf(standing, 'certificates.zip')
  },
}

/** `GET /api/certificates/{number}/file` → the PDF, for the same people. */
const file: Endpoint = {
  path: '/certificates/:number/file',
  method: 'get',
  handler: async (req) => {
    const path = scopeOf(req)
    const one = await certificateAsked(req)
    if (path !== '' && !(await isInScope(req, one, path))) throw noCertificate()
    const found = one.madeAt ? await (await mediaFiles()).read(one.fileName) : null
    if (!found) throw noCertificate()
    const body = Readable.toWeb(found.stream) as ReadableStream<Uint8Array>
    return pdfAnswer(body, `${one.number}.pdf`)
  },
}

/** `POST /api/certificates/{number}/revoke` `{ reason }`; for the province. It stays revoked. */
const revoke: Endpoint = {
  path: '/certificates/:number/revoke',
  method: 'post',
  handler: async (req) => {
    const { id: by } = askedBy(req, ['province'])
    const reason = reasonOf(await bodyOf(req, ['reason']))
    const { number, result } = await certificateAsked(req)
    await inTransaction(req, async () => {
      if (!(await revokeCertificate(runIn(req), number, reason))) {
        const words = { zh: '该证书已作废', en: 'It is revoked already' }
        throw refusal(409, words, { code: 'revoked' })
      }
      await noteCertificate(runIn(req), { result, number, by, action: 'revoke', reason })
    })
    return Response.json({ number, state: 'revoked' })
  },
}

/** `POST /api/certificates/{number}/reissue` `{ reason, template }` → the number of the one that replaces it. */
const reissue: Endpoint = {
  path: '/certificates/:number/reissue',
  method: 'post',
  handler: async (req) => {
    const { id: by } = askedBy(req, ['province'])
    const body = await bodyOf(req, ['reason', 'template'])
    const reason = reasonOf(body)
    const asked = await certificateAsked(req)
    const newer =
      body.template === undefined ? null : await templateFor(req, asked.result, body.template)
    const given = newer && { template: newer.template, seal: await keepSeal(newer.seal) }
    const number = await inTransaction(req, async () => {
      await query(req, sql`select id from results where id = ${asked.result} for update`)
      return replaceOne(req, await certificateAsked(req), { by, reason, given })
    })
    return Response.json({ number, replaces: asked.number }, { status: 202 })
  },
}

export const oneEndpoints = [list, zip, file, revoke, reissue]

type Given = { template: CertificateTemplate; seal: string | null }

async function replaceOne(
  req: PayloadRequest,
  old: StoredCertificate,
  { by, reason, given }: { by: number; reason: string; given: Given | null },
): Promise<string> {
  if (old.revokedAt || old.replacedBy) {
    const words = { zh: '该证书已作废或已换发', en: 'It was revoked or replaced already' }
    throw refusal(409, words, { code: 'not-standing', replacedBy: old.replacedBy })
  }
  const run = runIn(req)
  const { template, seal } = given ?? (await readBatch(run, old.batch))!
  const { track, campaign, day } = old
  const one: Wanted = {
    ...{ place: old.place, entry: old.entry, name: old.name, work: old.work, unit: old.unit },
    ...{ level: old.level, levelName: { zh: old.levelZh, en: old.levelEn } },
  }
  const { unfit, own } = checkWanted([one], template, { track, campaign, date: day })
  const [wrong] = [...own, ...unfit]
  if (wrong) throw refusal(409, wrong.message, { code: 'not-renderable', unfit: [wrong] })
  const versions = await versionsOf(run, old.result)
  const version = versions.find((each) => each.version === old.version)!
  const facts = { version, template, seal, by, track, campaign, day }
  const batch = await writeBatch(run, facts)
  const rows = await numberCertificates(run, [one])
  const number = rows[0]!.number
  await replaceCertificate(run, old.number, number)
  await writeCertificates(run, batch, facts, rows)
  const detail = { by: number, batch }
  await noteCertificate(run, {
    ...{ result: old.result, number: old.number, by, action: 'replace', reason, detail },
  })
  await enqueueFiles(req, batch)
  return number
}

/** The path under which somebody sees certificates; empty: all of them. */
function scopeOf(req: PayloadRequest): string {
  const { role, unitPath } = askedBy(req, ['province', 'supervisor', 'editor'])
  if (role !== 'editor') return ''
  if (unitPath !== '') return unitPath
  throw refusal(403, { zh: '您没有所属单位', en: 'You have no unit' }, { code: 'not-yours' })
}

async function isInScope(
  req: PayloadRequest,
  { entry, number }: StoredCertificate,
  path: string,
): Promise<boolean> {
  // The list that they see, at this one: no second rule that may come to differ.
  const run = runIn(req)
  const before = await certificatesOfUnits(run, { path, limit: 1, after: justBefore(number) })
  return before[0]?.number === number && before[0].entry === entry
}

// Numbers end in a check sign that is never `!`, which sorts before all of them.
const justBefore = (number: string) => `${number.slice(0, -1)}!`

/** @throws 404 */
async function certificateAsked(req: PayloadRequest): Promise<StoredCertificate> {
  const given = String(req.routeParams?.number ?? '')
  const one = readCertificateNumber(given) ? await oneCertificate(runIn(req), given) : undefined
  if (!one) throw noCertificate()
  return one
}

function noCertificate() {
  return refusal(404, { zh: '没有这张证书', en: 'No such certificate' }, { code: 'not-found' })
}
