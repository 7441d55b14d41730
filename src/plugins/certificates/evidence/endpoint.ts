import { Readable } from 'node:stream'
import type { Endpoint, PayloadRequest } from 'payload'
import { noteCertificate } from '../../../database/certificates/write.ts'
import { keepResultKey, resultKeys } from '../../../database/results/keys.ts'
import { versionsOf, type StoredVersion } from '../../../database/results/versions.ts'
import { runIn } from '../../../database/run-in.ts'
import { inTransaction, query, sql } from '../../../database/sql.ts'
import { canonicalJson } from '../../../domain/results/canonical.ts'
import { signatureFile, type EvidenceManifest } from '../../../domain/results/evidence.ts'
import { environment } from '../../../environment.ts'
import { refusal } from '../../../hooks/refuse.ts'
import { resultAskedBy } from '../asked-by.ts'
import {
  certificatesFile,
  keysOf,
  listFiles,
  logFile,
  objectionsFile,
  reviewsFile,
} from './parts.ts'
import { valueFile } from './pieces.ts'
import { rankingFiles } from './rankings.ts'
import { readme } from './readme.ts'
import { spoolZip, type LastFile, type Packed } from './spool.ts'

/**
 * `GET /api/results/{id}/evidence` → one zip of what a frozen list was made of, for the province and the
 * supervisor; `npm run evidence:verify` checks it. All of it is as of one moment.
 */
export const evidenceEndpoint: Endpoint = {
  path: '/:id/evidence',
  method: 'get',
  handler: async (req) => {
    const { id, person, publicId } = await resultAskedBy(req, ['province', 'supervisor'])
    const { stream, bytes } = await inTransaction(req, async () => {
      // One picture of all tables, though people go on working.
      await query(req, sql`set transaction isolation level repeatable read`)
      const made = await packOf(req, id)
      await noteCertificate(runIn(req), { result: id, by: person.id, action: 'evidence' })
      return made
    })
    return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, {
      headers: {
        'Content-Type': 'application/zip',
        'Content-Length': String(bytes),
        'Content-Disposition': `attachment; filename="evidence-${publicId ?? id}.zip"`,
        'Cache-Control': 'private, no-store',
      },
    })
  },
}

async function packOf(req: PayloadRequest, id: number) {
  const run = runIn(req)
  const version = (await versionsOf(run, id)).at(-1)
  if (!version) {
    const words = { zh: '名单尚未冻结，没有证据包', en: 'The list is not frozen yet' }
    throw refusal(409, words, { code: 'not-frozen' })
  }
  const keys = resultKeys(environment().fieldKey)
  await keepResultKey(run, keys)
  const files = [
    { name: 'README.md', pieces: () => [readme] },
    valueFile('keys.json', await keysOf(run)),
    ...(await listFiles(run, id)),
    ...(await rankingFiles(run, id)),
    ...[objectionsFile(run, id), reviewsFile(run, id), certificatesFile(run, id), logFile(run, id)],
  ]
  return spoolZip(files, sealed(version, keys))
}

/** What says of every file that it is of this pack, signed. */
function sealed(
  { publicId, campaign, track }: StoredVersion,
  keys: ReturnType<typeof resultKeys>,
): LastFile[] {
  const madeAt = new Date().toISOString()
  const manifest = (files: readonly Packed[]) => {
    const made: EvidenceManifest = {
      ...{ format: 'evidence/1', result: publicId, campaign, track, madeAt },
      files: files.map(({ name, sha256, bytes }) => ({ name, sha256, bytes })),
    }
    return canonicalJson(made)
  }
  const seal = (files: readonly Packed[]) =>
    JSON.stringify({ key: keys.id, signature: keys.sign(manifest(files)) })
  return [
    { name: 'manifest.json', text: manifest },
    { name: signatureFile, text: seal },
  ]
}
