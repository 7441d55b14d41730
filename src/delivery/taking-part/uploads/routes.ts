import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { judgeAllowance } from '../../../domain/participation/upload.ts'
import { words } from '../../../domain/words.ts'
import { notFound, Problem } from '../../problem.ts'
import { participantsOnly, sessionIn } from '../identity/bearer.ts'
import type { TakingPartOptions } from '../routes.ts'
import { letGo } from './let-go.ts'
import { extensions } from './folder-store.ts'
import { readChecksum, readOffer, refusalOf } from './offer.ts'
import { openPlace, type UploadPlace } from './place.ts'
import { checksumAlgorithms } from './receive-chunk.ts'
import { rememberRows } from './row-memory.ts'
import {
  deleteUpload,
  heldBy,
  holdPresent,
  insertUpload,
  lockUploads,
  prolong,
  readProgress,
  readUpload,
  receive,
  type UploadRow,
} from './rows.ts'
import { notSignedIn } from '../identity/session-token.ts'
import { describeUpload, uploadTexts } from './texts.ts'
import { openTus, type Tus, type TusAnswer } from './tus.ts'

type OfUpload = { Params: { id: string } }

/** `/v1/uploads`: resumable uploads by tus 1.0, and what became of them. */
export async function uploadRoutes(
  app: FastifyInstance,
  { core }: TakingPartOptions,
): Promise<void> {
  const { database } = core
  const rows = rememberRows()
  let opened: { place: UploadPlace; tus: Tus } | undefined
  const open = () => {
    if (opened) return opened
    const place = openPlace(core)
    return (opened = { place, tus: openTus(place.store) })
  }
  // At the first request: the library makes its folder when it is opened, and no later.
  const place = () => open().place
  const tus = () => open().tus
  // The body stays on the connection: it goes to the disk as it comes.
  app.addContentTypeParser('application/offset+octet-stream', (_request, _body, done) => done(null))
  app.addHook('onSend', async (request, reply) => {
    reply.header('tus-resumable', '1.0.0')
    letGo(request.raw, reply.raw)
  })
  const preHandler = participantsOnly(core.sessions, 'entries:write')

  app.options('/uploads', { schema: { hide: true } as object }, async (_request, reply) => {
    return reply
      .code(204)
      .headers({
        'tus-version': '1.0.0',
        'tus-extension': extensions.join(','),
        'tus-checksum-algorithm': checksumAlgorithms.join(','),
      })
      .send()
  })

  app.post('/uploads', { schema: uploadTexts.create, preHandler }, async (request, reply) => {
    expectVersion(request)
    const offer = readOffer(request.headers)
    const checksum = readChecksum(request.headers['upload-checksum'])
    await place().expectRoom(offer.bytes)
    const { participant, client } = sessionIn(request)
    const row = { id: randomBytes(16).toString('hex'), createdAt: new Date(), ...offer }
    await database.write(async (sql) => {
      if (!(await holdPresent(sql, participant))) throw notSignedIn()
      await lockUploads(sql, participant)
      const refusal = judgeAllowance(await heldBy(sql, participant), offer.bytes)
      if (refusal) throw refusalOf(refusal)
      await insertUpload(sql, { ...row, participant, client })
    })
    try {
      const answer = await tus().answer({ source: request.raw, row, checksum })
      return await pass(answer, reply, row)
    } catch (error) {
      // Nobody was told of it, so nobody could go on with it.
      await forget(row.id)
      throw error
    }
  })

  app.head<OfUpload>(
    '/uploads/:id',
    { schema: uploadTexts.head, preHandler },
    async (request, reply) => {
      expectVersion(request)
      const row = await rowOf(request)
      if (row.state !== 'receiving') {
        return reply
          .code(200)
          .headers({ 'upload-offset': row.bytes, 'upload-length': row.bytes })
          .send()
      }
      return pass(await tus().answer({ source: request.raw, row }), reply, row)
    },
  )

  app.patch<OfUpload>(
    '/uploads/:id',
    { schema: uploadTexts.patch, preHandler },
    async (request, reply) => {
      expectVersion(request)
      const checksum = readChecksum(request.headers['upload-checksum'])
      const looking = rowOf(request)
      // It is awaited below, whatever comes before.
      looking.catch(() => undefined)
      const { participant } = sessionIn(request)
      const known = rows.recall(request.params.id, participant) ?? (await looking)
      if (known.state !== 'receiving') throw finished()
      if (known.pieces >= mostPieces) throw tooManyPieces()
      try {
        await place().expectRoomForChunk()
        const answering = tus().answer({ source: request.raw, row: known, checksum })
        // What the row says now counts: whoever may not send here hears that and nothing else.
        const [row, answer] = [await afterwards(answering, looking), await answering]
        if (row.state !== 'receiving') throw finished()
        if (row.aging) await prolong(database, row.id)
        return await pass(answer, reply, row)
      } catch (error) {
        if (error instanceof Problem && error.code === 'storage-full') await forget(known.id)
        throw error
      }
    },
  )

  app.delete<OfUpload>(
    '/uploads/:id',
    { schema: uploadTexts.remove, preHandler },
    async (request, reply) => {
      const row = await rowOf(request)
      rows.forget(row.id)
      if (!(await deleteUpload(database, row.id))) throw finished()
      await place().discard(row.id)
      return reply.code(204).send()
    },
  )

  app.get<OfUpload>(
    '/uploads/:id',
    { schema: uploadTexts.get, preHandler, exposeHeadRoute: false },
    async (request, reply) => {
      let row = await rowOf(request)
      let offset = row.bytes
      if (row.state === 'receiving') {
        offset = await place().arrived(row)
        if (offset === row.bytes) {
          await receive(database, row.id)
          row = await rowOf(request)
        }
      }
      const progress = await readProgress(database, row)
      return reply
        .type('application/json; charset=utf-8')
        .send(describeUpload(row, offset, progress))
    },
  )

  async function rowOf(request: FastifyRequest<OfUpload>): Promise<UploadRow> {
    const { id } = request.params
    const { participant } = sessionIn(request)
    const row = await readUpload(database, id, participant)
    if (!row) {
      rows.forget(id)
      throw notFound(words('没有这个上传', 'There is no such upload'))
    }
    rows.keep(row, participant)
    if (row.expired) {
      throw new Problem(
        'upload-expired',
        words('上传已过期，请重新上传', 'The upload has expired: begin anew'),
      )
    }
    return row
  }

  /** The library's answer, and if it tells of the last byte that all are there. */
  async function pass(
    { status, headers }: TusAnswer,
    reply: FastifyReply,
    row: Pick<UploadRow, 'id' | 'bytes'> & { expiresAt?: Date },
  ) {
    const offset = headers.get('upload-offset')
    if (offset === String(row.bytes)) {
      rows.forget(row.id)
      await receive(database, row.id)
    } else if (row.expiresAt) reply.header('upload-expires', row.expiresAt.toUTCString())
    for (const name of ['location', 'upload-offset', 'upload-length']) {
      const value = headers.get(name)
      if (value !== null) reply.header(name, value)
    }
    return reply.code(status).send()
  }

  async function forget(id: string): Promise<void> {
    rows.forget(id)
    await deleteUpload(database, id)
    await place().discard(id)
  }
}

/** Waits for the first to end, however it does, and gives the second. */
async function afterwards<T>(first: Promise<unknown>, second: Promise<T>): Promise<T> {
  await Promise.allSettled([first])
  return second
}

function expectVersion({ headers }: FastifyRequest): void {
  if (headers['tus-resumable'] === '1.0.0') return
  throw new Problem(
    'tus-version',
    words('需要请求头 Tus-Resumable: 1.0.0', 'Send the header Tus-Resumable: 1.0.0'),
    { headers: { 'tus-version': '1.0.0' } },
  )
}

// A film of 1 GB in chunks of 0.1 MB; each is an object, and a row.
const mostPieces = 10_000

function tooManyPieces(): Problem {
  return new Problem(
    'bad-request',
    words(
      `分块过小：同一文件最多 ${mostPieces} 块，请用更大的分块重新上传`,
      `The chunks are too small: at most ${mostPieces} a file, begin anew with larger ones`,
    ),
  )
}

function finished(): Problem {
  return new Problem(
    'upload-finished',
    words('此文件已经收到，不能再改', 'The file has arrived and is changed no more'),
  )
}
