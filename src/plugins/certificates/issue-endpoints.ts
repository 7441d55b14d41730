import type { Endpoint, PayloadRequest } from 'payload'
import { askOf, dropAsk, writeAsk } from '../../database/certificates/asks.ts'
import { noteCertificate } from '../../database/certificates/write.ts'
import { runIn } from '../../database/run-in.ts'
import { inTransaction, query, sql } from '../../database/sql.ts'
import { needsTwo } from '../../domain/results/certificates.ts'
import { confirmRefusal } from '../../domain/results/proposals.ts'
import { bodyOf } from '../../hooks/entry-request.ts'
import { refusal } from '../../hooks/refuse.ts'
import { resultAskedBy } from './asked-by.ts'
import { finalList, type FinalList } from './final-list.ts'
import { keepSeal } from './keep-seal.ts'
import { makeBatch } from './make-batch.ts'
import { expectRenderable, planBatch, planHash, type BatchPlan } from './plan-batch.ts'
import { templateFor, type FoundTemplate } from './read-template.ts'

/** Two people at once: the second one finds nothing left to do. */
const holdList = (req: PayloadRequest, id: number) =>
  query(req, sql`select id from results where id = ${id} for update`)

type Planned = { final: FinalList; plan: BatchPlan; sha256: string }

async function planned(
  req: PayloadRequest,
  result: number,
  { template }: FoundTemplate,
): Promise<Planned> {
  const final = await finalList(req, result)
  const plan = await planBatch(runIn(req), final, template)
  return { final, plan, sha256: planHash(final, template, plan) }
}

/** A batch that only gives is made at once; one that takes away, or gives again what was revoked, waits for somebody else. */
async function issue(req: PayloadRequest): Promise<Response> {
  const { id, person } = await resultAskedBy(req, ['province'])
  const body = await bodyOf(req, ['template', 'withoutUnfit'])
  const withoutUnfit = body.withoutUnfit === true
  const found = await templateFor(req, id, body.template)
  const seal = await keepSeal(found.seal)
  return inTransaction(req, async () => {
    await holdList(req, id)
    const { final, plan, sha256 } = await planned(req, id, found)
    const run = runIn(req)
    if (!needsTwo(plan, plan.again)) {
      await dropAsk(run, id)
      const { template } = found
      const given = { final, plan, template, seal, by: person.id, withoutUnfit }
      const done = await makeBatch(req, given)
      return Response.json(done, { status: done.batch === null ? 200 : 202 })
    }
    expectRenderable(plan, withoutUnfit)
    const there = await askOf(run, id)
    // Asked for again by whoever did: nothing changes. By somebody else: that is for them to confirm.
    if (there?.sha256 !== sha256) {
      await writeAsk(run, id, { template: found.id, withoutUnfit, sha256, by: person.id })
      const detail = { version: final.version.version, sha256 }
      await noteCertificate(run, { result: id, by: person.id, action: 'ask', detail })
    }
    return Response.json({ asked: sha256 }, { status: 202 })
  })
}

async function confirm(req: PayloadRequest): Promise<Response> {
  const { id, person } = await resultAskedBy(req, ['province'])
  const { sha256: named } = await bodyOf(req, ['sha256'])
  const asked = await askOf(runIn(req), id)
  const found = asked && (await templateFor(req, id, asked.template))
  const seal = found && (await keepSeal(found.seal))
  return inTransaction(req, async () => {
    await holdList(req, id)
    const run = runIn(req)
    const ask = await askOf(run, id)
    const now = ask && found && ask.template === found.id ? await planned(req, id, found) : null
    const against = confirmRefusal({
      proposal: ask && { kind: 'correct', version: 0, sha256: ask.sha256, by: ask.by },
      ...{ by: person.id, named, stands: now?.sha256 ?? null },
    })
    if (against) throw refusal(against.status, against.message, { code: against.code })
    const done = await makeBatch(req, {
      ...{ final: now!.final, plan: now!.plan, template: found!.template, seal: seal ?? null },
      ...{ by: person.id, askedBy: ask!.by, withoutUnfit: ask!.withoutUnfit },
    })
    await dropAsk(run, id)
    return Response.json(done, { status: done.batch === null ? 200 : 202 })
  })
}

async function withdraw(req: PayloadRequest): Promise<Response> {
  const { id, person } = await resultAskedBy(req, ['province'])
  await bodyOf(req, [])
  await inTransaction(req, async () => {
    await holdList(req, id)
    if (!(await dropAsk(runIn(req), id))) {
      const words = { zh: '没有待确认的事项', en: 'Nothing waits to be confirmed' }
      throw refusal(409, words, { code: 'nothing-asked' })
    }
    await noteCertificate(runIn(req), { result: id, by: person.id, action: 'withdraw' })
  })
  return Response.json({ asked: null })
}

/**
 * `POST /api/results/{id}/certificates` `{ template, withoutUnfit? }` → what was done, or `{ asked }`, the hash
 * that another one of the province confirms: `POST …/certificates/confirm` `{ sha256 }` → what was done.
 * `POST …/certificates/withdraw` `{}`: it is not asked for any more.
 */
export const issueEndpoints: Endpoint[] = [
  { path: '/:id/certificates', method: 'post', handler: issue },
  { path: '/:id/certificates/confirm', method: 'post', handler: confirm },
  { path: '/:id/certificates/withdraw', method: 'post', handler: withdraw },
]
