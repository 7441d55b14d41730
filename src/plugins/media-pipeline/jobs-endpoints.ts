import type { Endpoint, PayloadRequest } from 'payload'
import { personOf } from '../../access/person.ts'
import { jobSubjects, type BackgroundJobs } from '../../database/jobs/about.ts'
import { countJobs } from '../../database/jobs/count.ts'
import { listJobs, retryJob } from '../../database/jobs/list.ts'
import { awaitProcessing } from '../../database/media/processing.ts'
import { inTransaction, query, sql } from '../../database/sql.ts'
import { refusal } from '../../hooks/refuse.ts'

/** `GET /api/background-jobs`, for the province: {@link BackgroundJobs}. */
const list: Endpoint = {
  path: '/background-jobs',
  method: 'get',
  handler: async (req) => {
    expectProvince(req)
    const [counts, jobs] = await Promise.all([countJobs(req.payload), listJobs(req)])
    const subjects = await jobSubjects(
      req,
      jobs.map(({ key }) => key),
    )
    const shown = jobs.map((job) => ({ ...job, about: subjects.get(job.key) ?? null }))
    const answer: BackgroundJobs = { counts, jobs: shown }
    return Response.json(answer, { headers: { 'Cache-Control': 'no-store' } })
  },
}

/** `POST /api/background-jobs/{id}/retry`, for the province: puts a failed job back in the queue. */
const retry: Endpoint = {
  path: '/background-jobs/:id/retry',
  method: 'post',
  handler: async (req) => {
    expectProvince(req)
    const id = Number(req.routeParams?.id)
    const isId = Number.isSafeInteger(id) && id > 0
    const job = await inTransaction(req, async () => {
      const found = isId ? await retryJob(req, id) : undefined
      if (found?.kind === 'examine') await reopenUpload(req, found.key)
      if (found?.kind === 'process') await awaitProcessing(req, Number(found.data.mediaId))
      return found
    })
    if (!job) {
      const words = { zh: '没有这个失败的任务', en: 'There is no failed job like this' }
      throw refusal(404, words, { code: 'not-found' })
    }
    return Response.json({ state: 'waiting' })
  },
}

export const jobsEndpoints = [list, retry]

// Its failure had refused the upload; its file may still be there.
async function reopenUpload(req: PayloadRequest, key: string): Promise<void> {
  await query(
    req,
    sql`update uploads set state = 'received', problem = null where 'upload:' || id = ${key} and state = 'refused'`,
  )
}

function expectProvince(req: PayloadRequest): void {
  const person = personOf(req)
  if (!person) {
    throw refusal(401, { zh: '请先登录', en: 'Log in first' }, { code: 'not-logged-in' })
  }
  if (person.role === 'province') return
  const words = { zh: '后台任务只对省总工会开放', en: 'Background jobs are for the province' }
  throw refusal(403, words, { code: 'not-yours' })
}
