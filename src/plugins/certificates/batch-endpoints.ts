import type { Endpoint, PayloadRequest } from 'payload'
import { askOf } from '../../database/certificates/asks.ts'
import { batchesOf } from '../../database/certificates/batches.ts'
import { drawnNames } from '../../database/certificates/names.ts'
import { certificatesOfResult } from '../../database/certificates/rows.ts'
import { noteCertificate } from '../../database/certificates/write.ts'
import { progressOf } from '../../database/jobs/list.ts'
import { runIn } from '../../database/run-in.ts'
import { inTransaction } from '../../database/sql.ts'
import { resultAskedBy } from './asked-by.ts'
import { findFinalList } from './final-list.ts'
import { issueEndpoints } from './issue-endpoints.ts'
import { filesJob } from './enqueue-files.ts'
import { nameEndpoint } from './name-endpoint.ts'
import { changesOf, planBatch, planHash } from './plan-batch.ts'
import { templatesOf } from './read-template.ts'
import { showCertificate } from './show.ts'
import { zipOf } from './zip.ts'

const mostChanges = 500
const guardians = ['province', 'supervisor'] as const

/** How the certificates of a list stand. `plan`: what a batch with the template asked for would do. */
async function show(req: PayloadRequest): Promise<Response> {
  const { id } = await resultAskedBy(req, guardians)
  const run = runIn(req)
  const final = await findFinalList(req, id)
  const templates = await templatesOf(req, id)
  const ask = await askOf(run, id)
  const asked = Number(req.query?.template ?? ask?.template)
  const template = templates.find((one) => one.id === asked) ?? templates[0]
  const plan = final && template ? await planBatch(run, final, template.template) : null
  const batches = await Promise.all(
    (await batchesOf(run, id)).map(async (one) => ({
      ...one,
      state: (await progressOf(req, filesJob, `certificates:${one.id}`))?.state ?? null,
    })),
  )
  const body = {
    final: final && { version: final.version.version, sha256: final.version.sha256 },
    templates: templates.map(({ id: value, name }) => ({ id: value, name })),
    template: template?.id ?? null,
    plan: plan && {
      ...{ make: plan.make.length, replace: plan.replace.length, keep: plan.keep.length },
      ...{ revoke: plan.revoke.length, again: plan.again.size },
      ...{ unfit: [...plan.own, ...plan.unfit].slice(0, 200) },
      changes: changesOf(plan, final!.list).slice(0, mostChanges),
      sha256: planHash(final!, template!.template, plan),
    },
    names: await drawnNames(run, id),
    asked: ask,
    batches,
    certificates: (await certificatesOfResult(run, id)).map(showCertificate),
  }
  return Response.json(body, { headers: { 'Cache-Control': 'no-store' } })
}

/**
 * `GET /api/results/{id}/certificates` → how they stand; for the province and the supervisor.
 * `GET /api/results/{id}/certificates/zip` → all that stand and are made, streamed.
 */
export const batchEndpoints: Endpoint[] = [
  { path: '/:id/certificates', method: 'get', handler: show },
  ...issueEndpoints,
  nameEndpoint,
  {
    path: '/:id/certificates/zip',
    method: 'get',
    handler: async (req) => {
      const { id, person, publicId } = await resultAskedBy(req, guardians)
      const all = await certificatesOfResult(runIn(req), id)
      const standing = all.filter((one) => one.madeAt && !one.revokedAt && !one.replacedBy)
      await inTransaction(req, () =>
        noteCertificate(runIn(req), {
          ...{ result: id, by: person.id, action: 'zip', detail: { files: standing.length } },
        }),
      )
      return zipOf(standing, `certificates-${publicId ?? id}.zip`)
    },
  },
]
