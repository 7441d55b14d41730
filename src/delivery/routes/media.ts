import { once } from 'node:events'
import { ReadStream } from 'node:fs'
import send from '@fastify/send'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Core } from '../core.ts'
import { notFound, Problem } from '../problem.ts'
import { publicFiles, type PublicFile } from '../read/files.ts'
import { problemResponses, rangeProblem } from '../schemas/problem.ts'

// A file's name is never given to another one; but what is taken down must be gone from people's own
// caches soon.
const cacheControl = 'public, max-age=300, immutable'

const bytes = (description: string) => ({
  description,
  content: { '*/*': { schema: { type: 'string', format: 'binary' } } },
})

/** `/v1/media/{name}`: the public copies of files, while what they belong to is public. */
export async function mediaRoutes(app: FastifyInstance, { core }: { core: Core }): Promise<void> {
  const files = publicFiles(core)

  app.get<{ Params: { name: string } }>(
    '/media/:name',
    {
      schema: {
        operationId: 'getMedia',
        tags: ['media'],
        summary: '图片、视频、音频 / A picture, video or sound',
        querystring: { type: 'object', additionalProperties: false, properties: {} },
        params: {
          type: 'object',
          required: ['name'],
          properties: { name: { type: 'string' } },
        },
        response: {
          200: bytes('文件 / The file'),
          206: bytes('文件的一部分 / A part of it'),
          ...problemResponses,
          416: rangeProblem,
        },
      } as object,
    },
    async (request, reply) => {
      const { name } = request.params
      const file = await files.find(name)
      if (!file) throw notFound()
      return sendFile({ core, name, file, request, reply })
    },
  )
}

type Sending = {
  core: Core
  name: string
  file: PublicFile
  request: FastifyRequest
  reply: FastifyReply
}

async function sendFile({ core, name, file, request, reply }: Sending): Promise<FastifyReply> {
  const etag = `"${Buffer.from(name).toString('base64url')}"`
  const { headers } = request.raw
  reply.headers({
    etag,
    'cache-control': cacheControl,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'cross-origin',
  })
  const seen = headers['if-none-match']
  if (seen !== undefined && (seen === '*' || seen.includes(etag))) return reply.code(304).send()
  // The rest of a file that is another one now is no use; the name says whether it is.
  const { 'if-range': ifRange } = headers
  if (ifRange?.includes('"')) {
    delete headers['if-range']
    if (ifRange !== etag) delete headers.range
  }
  const found = await send(request.raw, `/${encodeURIComponent(name)}`, {
    root: core.mediaDir,
    index: false,
    etag: false,
    cacheControl: false,
    contentType: false,
  })
  if (found.statusCode === 416) {
    throw new Problem('range-not-satisfiable', undefined, {
      headers: { 'content-range': found.headers['Content-Range'] ?? 'bytes */0' },
    })
  }
  if (found.type !== 'file' || !(await canBeRead(found.stream))) {
    core.log.error({ name }, 'a public file is not on the disk')
    throw notFound()
  }
  return reply
    .code(found.statusCode)
    .headers(found.headers)
    .type(file.type)
    .send(found.statusCode === 304 ? undefined : found.stream)
}

async function canBeRead(stream: NodeJS.ReadableStream): Promise<boolean> {
  if (!(stream instanceof ReadStream)) return true
  return once(stream, 'open').then(
    () => true,
    () => false,
  )
}
