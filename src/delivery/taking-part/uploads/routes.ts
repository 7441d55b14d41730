import { randomBytes } from 'node:crypto'
import { rm, stat } from 'node:fs/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { judgeAllowance } from '../../../domain/participation/upload.ts'
import { words } from '../../../domain/words.ts'
import { notFound, Problem } from '../../problem.ts'
import { participantsOnly, sessionIn } from '../identity/bearer.ts'
import type { TakingPartOptions } from '../routes.ts'
import { letGo } from './let-go.ts'
import { readChecksum, readOffer, refusalOf } from './offer.ts'
import { expectRoom, roomForChunks } from './room.ts'
import {
  deleteUpload,
  heldBy,
  insertUpload,
  lockUploads,
  prolong,
  readProgress,
  readUpload,
  receive,
  type UploadRow,
} from './rows.ts'
import { describeUpload, uploadTexts } from './texts.ts'
import { openTus, type Tus, type TusAnswer } from './tus.ts'
import { checksumAlgorithms } from './write-chunk.ts'

type OfUpload = { Params: { id: string } }

/** `/v1/uploads`: resumable uploads by tus 1.0, and what became of them. */
export async function uploadRoutes(
  app: FastifyInstance,
  { core }: TakingPartOptions,
): Promise<void> {
  const { database, uploads } = core
  let opened: Tus | undefined
  // At the first request: the library makes its folder when it is opened, and no later.
  const tus = () => (opened ??= openTus(uploads.folder))
  const expectRoomForChunk = roomForChunks(uploads.folder, uploads.reserve)
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
        'tus-extension': tus().store.extensions.join(','),
        'tus-checksum-algorithm': checksumAlgorithms.join(','),
      })
      .send()
  })

  app.post('/uploads', { schema: uploadTexts.create, preHandler }, async (request, reply) => {
    expectVersion(request)
    const offer = readOffer(request.headers)
    const checksum = readChecksum(request.headers['upload-checksum'])
    await expectRoom(uploads.folder, offer.bytes, uploads.reserve)
    const { participant, client } = sessionIn(request)
    const row = { id: randomBytes(16).toString('hex'), createdAt: new Date(), ...offer }
    await database.write(async (sql) => {
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
      const row = await rowOf(request)
      if (row.state !== 'receiving') throw finished()
      try {
        await expectRoomForChunk()
        const answer = await tus().answer({ source: request.raw, row, checksum })
        if (row.aging) await prolong(database, row.id)
        return await pass(answer, reply, row)
      } catch (error) {
        if (error instanceof Problem && error.code === 'storage-full') await forget(row.id)
        throw error
      }
    },
  )

  app.delete<OfUpload>(
    '/uploads/:id',
    { schema: uploadTexts.remove, preHandler },
    async (request, reply) => {
      const row = await rowOf(request)
      if (!(await deleteUpload(database, row.id))) throw finished()
      await rm(tus().store.fileOf(row.id), { force: true })
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
        offset = await sizeOf(row.id)
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
    const row = await readUpload(database, id, sessionIn(request).participant)
    if (!row) throw notFound(words('没有这个上传', 'There is no such upload'))
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
    if (offset === String(row.bytes)) await receive(database, row.id)
    else if (row.expiresAt) reply.header('upload-expires', row.expiresAt.toUTCString())
    for (const name of ['location', 'upload-offset', 'upload-length']) {
      const value = headers.get(name)
      if (value !== null) reply.header(name, value)
    }
    return reply.code(status).send()
  }

  async function forget(id: string): Promise<void> {
    await deleteUpload(database, id)
    await rm(tus().store.fileOf(id), { force: true })
  }

  async function sizeOf(id: string): Promise<number> {
    return stat(tus().store.fileOf(id)).then(
      ({ size }) => size,
      () => 0,
    )
  }
}

function expectVersion({ headers }: FastifyRequest): void {
  if (headers['tus-resumable'] === '1.0.0') return
  throw new Problem(
    'tus-version',
    words('需要请求头 Tus-Resumable: 1.0.0', 'Send the header Tus-Resumable: 1.0.0'),
    { headers: { 'tus-version': '1.0.0' } },
  )
}

function finished(): Problem {
  return new Problem(
    'upload-finished',
    words('此文件已经收到，不能再改', 'The file has arrived and is changed no more'),
  )
}
