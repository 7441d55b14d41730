import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Core } from '../core.ts'
import { sendFromDisk } from '../media/send-from-disk.ts'
import { sendStored } from '../media/send-stored.ts'
import type { Send, Sending } from '../media/sending.ts'
import { notFound } from '../problem.ts'
import { publicFiles } from '../read/files.ts'
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
  const { folder } = core.files
  const send: Send = folder ? (one) => sendFromDisk(folder, one) : sendStored(core)

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
      return sendFile(core, send, { name, file, request, reply })
    },
  )
}

async function sendFile(core: Core, send: Send, sending: Sending): Promise<FastifyReply> {
  const { name, request, reply } = sending
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
  // Conditions for changing something; nobody changes a file by reading it.
  delete headers['if-match']
  delete headers['if-unmodified-since']
  if (await send(sending)) return reply
  core.log.error({ name }, 'a public file is not where files are')
  throw notFound()
}
