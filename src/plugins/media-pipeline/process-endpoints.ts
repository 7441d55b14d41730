import type { Endpoint, PayloadRequest } from 'payload'
import { readMediaInScope } from '../../access/media.ts'
import { personOf } from '../../access/person.ts'
import { enqueueJob } from '../../database/jobs/enqueue.ts'
import { dropFailed, progressOf } from '../../database/jobs/list.ts'
import { awaitProcessing } from '../../database/media/processing.ts'
import { inTransaction } from '../../database/sql.ts'
import { refusal } from '../../hooks/refuse.ts'
import type { Media } from '../../payload-types.ts'
import { fileLook } from './file-look.ts'

/** `GET /api/media/{id}/process`: how far a file is, what it is, what was made of it: {@link FileLook}. */
const look: Endpoint = {
  path: '/:id/process',
  method: 'get',
  handler: async (req) => {
    const file = await fileOf(req)
    const job = await progressOf(req, 'process', `media:${file.id}`)
    const answer = await fileLook(req, file, job?.progress ?? null)
    return Response.json(answer, { headers: { 'Cache-Control': 'no-store' } })
  },
}

/** `POST /api/media/{id}/process`: makes a file ready once more → `{ processing: 'waiting' }`. */
const again: Endpoint = {
  path: '/:id/process',
  method: 'post',
  handler: async (req) => {
    const { id } = await fileOf(req)
    await inTransaction(req, async () => {
      await awaitProcessing(req, id)
      await dropFailed(req, 'process', `media:${id}`)
      await enqueueJob(req, { kind: 'process', key: `media:${id}`, data: { mediaId: id } })
    })
    return Response.json({ processing: 'waiting' })
  },
}

export const processEndpoints = [look, again]

/** A file in this person's scope; another's is as if it were not. Judges work blind and have no part in it. */
async function fileOf(req: PayloadRequest): Promise<Media> {
  const person = personOf(req)
  if (!person) {
    throw refusal(401, { zh: '请先登录', en: 'Log in first' }, { code: 'not-logged-in' })
  }
  const id = Number(req.routeParams?.id)
  const access = await readMediaInScope({ req })
  const isId = Number.isInteger(id) && id > 0 && id < 2 ** 31
  if (isId && person.role !== 'judge' && access !== false) {
    const inScope = access === true ? [] : [access]
    const { docs } = await req.payload.find({
      collection: 'media',
      where: { and: [{ id: { equals: id } }, ...inScope] },
      limit: 1,
      depth: 0,
      pagination: false,
      overrideAccess: true,
      req,
    })
    if (docs[0]) return docs[0]
  }
  throw refusal(404, { zh: '没有这个文件', en: 'No such file' }, { code: 'not-found' })
}
