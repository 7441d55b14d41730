import type { PayloadRequest } from 'payload'
import { standingOf } from '../../database/certificates/rows.ts'
import {
  noteCertificate,
  numberCertificates,
  replaceCertificate,
  revokeCertificate,
  writeBatch,
  writeCertificates,
  type BatchFacts,
} from '../../database/certificates/write.ts'
import { enqueueJob } from '../../database/jobs/enqueue.ts'
import { runIn, type RunIn } from '../../database/run-in.ts'
import {
  planCertificates,
  wantedOf,
  type CertificatePlan,
  type CertificateTemplate,
  type UnfitSheet,
} from '../../domain/results/certificates.ts'
import { refusal } from '../../hooks/refuse.ts'
import { checkWanted } from './check-sheets.ts'
import type { FinalList } from './final-list.ts'

export const filesJob = 'certificates'

/** What a batch would do, and whom it could not be done for. `own`: words of the template itself. */
export type BatchPlan = CertificatePlan & { unfit: UnfitSheet[]; own: UnfitSheet[] }

/** Nothing is written. Whoever cannot be drawn is in no other list, and keeps what stands. */
export async function planBatch(
  run: RunIn,
  { version, list, common }: FinalList,
  template: CertificateTemplate,
): Promise<BatchPlan> {
  const wanted = wantedOf(list, template.naming)
  const plan = planCertificates(wanted, await standingOf(run, version.result))
  const news = [...plan.make, ...plan.replace.map(({ by }) => by)]
  const { ready, unfit, own } = checkWanted(news, template, common)
  const fine = new Set(ready)
  return {
    ...{ unfit, own, keep: plan.keep, revoke: plan.revoke },
    make: plan.make.filter(({ place }) => fine.has(place)),
    replace: plan.replace.filter(({ by }) => fine.has(by.place)),
  }
}

export type BatchGiven = {
  final: FinalList
  template: CertificateTemplate
  seal: string | null
  by: number
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
  const { final, template, seal, by, withoutUnfit } = given
  const run = runIn(req)
  const plan = await planBatch(run, final, template)
  if (plan.own.length > 0 || (plan.unfit.length > 0 && !withoutUnfit)) throw notRenderable(plan)
  const { result, version, sha256 } = final.version
  const { track, campaign, date: day } = final.common
  const facts: BatchFacts = {
    ...{ version: final.version, template, seal, by, track, campaign, day },
  }
  for (const number of plan.revoke) {
    const reason = `第 ${version} 版名单已无此奖项 / Not in version ${version} of the list`
    await revokeCertificate(run, number, reason)
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
    await enqueueJob(req, { kind: filesJob, key: `certificates:${batch}`, data: { batch } })
  }
  const done = {
    ...{ made: plan.make.length, replaced: plan.replace.length, revoked: plan.revoke.length },
    ...{ kept: plan.keep.length, leftOut: new Set(plan.unfit.map(({ id }) => id)).size },
  }
  await noteCertificate(run, {
    ...{ result, by, action: 'issue', detail: { batch, version, sha256, ...done } },
  })
  return { batch, ...done }
}

function notRenderable({ unfit, own }: BatchPlan) {
  const all = [...own, ...unfit]
  const first = all[0]!.message
  const words = {
    zh: `${all.length} 处文字无法印制：${first.zh}`,
    en: `${all.length} texts cannot be printed: ${first.en}`,
  }
  return refusal(409, words, { code: 'not-renderable', unfit: all.slice(0, 200) })
}
