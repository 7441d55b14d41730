import type { PayloadRequest } from 'payload'
import { enqueueJob } from '../../database/jobs/enqueue.ts'
import { keepResultKey, resultKeys } from '../../database/results/keys.ts'
import { runIn } from '../../database/run-in.ts'
import { query, sql } from '../../database/sql.ts'
import { words } from '../../domain/words.ts'
import { environment } from '../../environment.ts'
import { refusal } from '../../hooks/refuse.ts'
import { announceJob } from './announce-job.ts'
import type { Asked } from './asked.ts'
import type { MadeList } from './make-list.ts'
import type { ResultDoc } from './result-request.ts'

/** Writes a version that two people agreed on: signed, with the rulings that it applies. For a transaction. */
export async function writeVersion(
  req: PayloadRequest,
  doc: ResultDoc,
  { list, frozen, rulings }: MadeList,
  { by, at, confirmedBy }: Pick<Asked, 'by' | 'at'> & { confirmedBy: number },
): Promise<void> {
  const run = runIn(req)
  const keys = resultKeys(environment().fieldKey)
  await keepResultKey(run, keys)
  const publicId = doc.publicId ?? (await freePublicId(req, `${list.campaign}-${list.track}`))
  const { from, to } = list.notice
  await query(
    req,
    sql`insert into result_versions (result_id, version, public_id, campaign, track, text, sha256, signature, key_id,
        reason, opens_at, closes_at, asked_by, asked_at, confirmed_by)
      values (${doc.id}, ${list.version}, ${publicId}, ${list.campaign}, ${list.track}, ${frozen.text}, ${frozen.sha256},
        ${keys.sign(frozen.text)}, ${keys.id}, ${list.reason}, ${from}, ${to}, ${by}, ${at}, ${confirmedBy})`,
  )
  for (const { id, isNew } of rulings) {
    await query(
      req,
      sql`insert into result_rulings (result_id, version, objection_id) values (${doc.id}, ${list.version}, ${id})`,
    )
    if (!isNew) continue
    await query(
      req,
      sql`update objections set applied_in = ${list.version}, updated_at = now() where id = ${id}`,
    )
  }
  await query(
    req,
    sql`update results set state = 'frozen', public_id = ${publicId}, version = ${list.version}, pending = null,
        title = ${list.title}, contact = ${list.contact}, notice_from = ${from}, notice_to = ${to}, updated_at = now()
      where id = ${doc.id}`,
  )
  await enqueueJob(req, {
    ...{ kind: announceJob, key: `result:${doc.id}:${list.version}` },
    data: { result: doc.id, version: list.version },
    runAt: new Date(from),
  })
}

async function freePublicId(req: PayloadRequest, wanted: string): Promise<string> {
  const [taken] = await query(
    req,
    sql`select from result_versions where public_id = ${wanted} limit 1`,
  )
  if (!taken) return wanted
  const message = words(
    `标识 ${wanted} 已被另一份评选结果使用`,
    `Another list is called ${wanted} already`,
  )
  throw refusal(409, message, { code: 'result-id-taken' })
}
