import type { PayloadRequest } from 'payload'
import {
  noteCertificate,
  numberCertificates,
  replaceCertificate,
  revokeCertificate,
  writeBatch,
  writeCertificates,
  type BatchFacts,
} from '../../database/certificates/write.ts'
import { runIn } from '../../database/run-in.ts'
import type { CertificateTemplate } from '../../domain/results/certificates.ts'
import { enqueueFiles } from './enqueue-files.ts'
import type { FinalList } from './final-list.ts'
import { expectRenderable, type BatchPlan } from './plan-batch.ts'

export type BatchGiven = {
  final: FinalList
  plan: BatchPlan
  template: CertificateTemplate
  /** The name of the seal's file, which nobody removes. */
  seal: string | null
  by: number
  /** Who asked for it, where another one confirms; null: nobody else. */
  askedBy?: number
  /** Leave out whom no typeface can name, instead of refusing the batch. */
  withoutUnfit: boolean
}

export type BatchDone = Record<'made' | 'replaced' | 'revoked' | 'kept' | 'leftOut', number> & {
  /** Null: there was nothing to make. */
  batch: number | null
}

/**
 * Brings the certificates of a list in line with it: numbers are given and what no longer stands is marked
 * at once, the files follow in a job. For a transaction that holds the list's row.
 *
 * @throws 409 `not-renderable` with everybody whose texts cannot be drawn
 */
export async function makeBatch(req: PayloadRequest, given: BatchGiven): Promise<BatchDone> {
  const { final, plan, template, seal, by, askedBy, withoutUnfit } = given
  const run = runIn(req)
  expectRenderable(plan, withoutUnfit)
  const { result, version, sha256 } = final.version
  const { track, campaign, date: day } = final.common
  const facts: BatchFacts = {
    ...{ version: final.version, template, seal, by, track, campaign, day },
  }
  for (const number of plan.revoke) {
    const reason = `第 ${version} 版名单已无此奖项 / Not in version ${version} of the list`
    await revokeCertificate(run, number, reason, version)
    await noteCertificate(run, { result, number, by, action: 'revoke', reason })
  }
  const news = [...plan.replace.map(({ by: one }) => one), ...plan.make]
  let batch: number | null = null
  if (news.length > 0) {
    batch = await writeBatch(run, facts)
    const rows = await numberCertificates(run, news)
    for (const [index, { number }] of plan.replace.entries()) {
      const after = rows[index]!.number
      await replaceCertificate(run, number, after)
      const reason = `名单第 ${version} 版 / Version ${version} of the list`
      const detail = { by: after }
      await noteCertificate(run, { result, number, by, action: 'replace', reason, detail })
    }
    await writeCertificates(run, batch, facts, rows)
    await enqueueFiles(req, batch)
  }
  const done = {
    ...{ made: plan.make.length, replaced: plan.replace.length, revoked: plan.revoke.length },
    ...{ kept: plan.keep.length, leftOut: new Set(plan.unfit.map(({ id }) => id)).size },
  }
  await noteCertificate(run, {
    ...{ result, by, action: 'issue', detail: { batch, version, sha256, askedBy, ...done } },
  })
  return { batch, ...done }
}
