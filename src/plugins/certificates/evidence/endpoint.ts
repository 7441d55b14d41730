import { createHash } from 'node:crypto'
import { PassThrough, Readable } from 'node:stream'
import type { Endpoint, PayloadRequest } from 'payload'
import { ZipFile } from 'yazl'
import { noteCertificate } from '../../../database/certificates/write.ts'
import { keepResultKey, resultKeys } from '../../../database/results/keys.ts'
import { versionsOf } from '../../../database/results/versions.ts'
import { runIn } from '../../../database/run-in.ts'
import { inTransaction, query, sql } from '../../../database/sql.ts'
import { canonicalJson } from '../../../domain/results/canonical.ts'
import { signatureFile, type EvidenceManifest } from '../../../domain/results/evidence.ts'
import type { ResultList } from '../../../domain/results/frozen.ts'
import { environment } from '../../../environment.ts'
import { refusal } from '../../../hooks/refuse.ts'
import { resultAskedBy } from '../asked-by.ts'
import {
  certificateLines,
  keysOf,
  listFiles,
  logsOf,
  objectionsOf,
  rankingFiles,
  reviewsOf,
  votesOf,
  type PackFile,
} from './parts.ts'
import { readme } from './readme.ts'

/**
 * `GET /api/results/{id}/evidence` → one zip of what a frozen list was made of, for the province and the
 * supervisor; `npm run evidence:verify` checks it. All of it is as of one moment.
 */
export const evidenceEndpoint: Endpoint = {
  path: '/:id/evidence',
  method: 'get',
  handler: async (req) => {
    const { id, person, publicId } = await resultAskedBy(req, ['province', 'supervisor'])
    const files = await inTransaction(req, async () => {
      // One picture of all tables, though people go on working.
      await query(req, sql`set transaction isolation level repeatable read`)
      const made = await packOf(req, id)
      await noteCertificate(runIn(req), { result: id, by: person.id, action: 'evidence' })
      return made
    })
    return zipAnswer(files, `evidence-${publicId ?? id}.zip`)
  },
}

async function packOf(req: PayloadRequest, id: number): Promise<{ name: string; bytes: Buffer }[]> {
  const run = runIn(req)
  const versions = await versionsOf(run, id)
  const last = versions.at(-1)
  if (!last) {
    const words = { zh: '名单尚未冻结，没有证据包', en: 'The list is not frozen yet' }
    throw refusal(409, words, { code: 'not-frozen' })
  }
  const keys = resultKeys(environment().fieldKey)
  await keepResultKey(run, keys)
  const entries = versions.flatMap(({ text }) =>
    (JSON.parse(text) as ResultList).awards.map(({ entry }) => entry),
  )
  const { files: ranked, rankings } = await rankingFiles(run, id)
  const parts: PackFile[] = [
    { name: 'README.md', text: readme },
    { name: 'keys.json', value: await keysOf(run) },
    ...(await listFiles(run, id)),
    ...ranked,
    { name: 'votes.json', value: await votesOf(run, rankings) },
    { name: 'objections.json', value: await objectionsOf(run, id) },
    { name: 'reviews.json', value: await reviewsOf(run, [...new Set(entries)]) },
    { name: 'certificates.json', value: await certificateLines(run, id) },
    { name: 'log.json', value: await logsOf(run, id) },
  ]
  const files = parts.map((part) => ({
    name: part.name,
    bytes: Buffer.from('text' in part ? part.text : `${JSON.stringify(part.value, null, 1)}\n`),
  }))
  const manifest: EvidenceManifest = {
    ...{ format: 'evidence/1', result: last.publicId, campaign: last.campaign },
    ...{ track: last.track, madeAt: new Date().toISOString() },
    files: files.map(({ name, bytes }) => ({
      ...{ name, bytes: bytes.length },
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })),
  }
  const text = canonicalJson(manifest)
  const seal = JSON.stringify({ key: keys.id, signature: keys.sign(text) })
  return [
    { name: 'manifest.json', bytes: Buffer.from(text) },
    { name: signatureFile, bytes: Buffer.from(seal) },
    ...files,
  ]
}

function zipAnswer(files: readonly { name: string; bytes: Buffer }[], name: string): Response {
  const zip = new ZipFile()
  for (const file of files) zip.addBuffer(file.bytes, file.name)
  zip.end()
  const out = zip.outputStream.pipe(new PassThrough())
  return new Response(Readable.toWeb(out) as ReadableStream<Uint8Array>, {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
