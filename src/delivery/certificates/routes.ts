import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { oneCertificate } from '../../database/certificates/rows.ts'
import { certificateNumber, readCertificateNumber } from '../../domain/results/certificates.ts'
import { words } from '../../domain/words.ts'
import type { Core } from '../core.ts'
import { invalidParameter, notFound } from '../problem.ts'
import { problemResponses } from '../schemas/problem.ts'
import { certificatePage, pagePolicy } from './page.ts'
import { runOn, showCertificate, type CertificateAnswer } from './show.ts'

const mistyped = words(
  '编号有误（校验位不符），请对照证书核对',
  'The number is mistyped: its check sign does not fit',
)

/**
 * `GET /v1/certificates/{number}`: whoever holds a certificate may look it up; a page for browsers, JSON
 * for all others. Nothing of it is kept by caches: a revocation shows at once.
 */
export async function certificateRoutes(
  app: FastifyInstance,
  { core }: { core: Core },
): Promise<void> {
  app.get<{ Params: { number: string } }>(
    '/certificates/:number',
    {
      schema: {
        ...{ operationId: 'getCertificate', tags: ['results'] },
        summary: '验证一张证书；浏览器得到网页 / Verify a certificate; browsers get a page',
        querystring: { type: 'object', additionalProperties: false, properties: {} },
        params: {
          type: 'object',
          required: ['number'],
          properties: {
            number: {
              type: 'string',
              description: '证书上的编号 / The number on the certificate',
              examples: ['2022-PHO-00017-X'],
            },
          },
        },
        response: { 200: { $ref: 'Certificate#' }, ...problemResponses },
      } as object,
    },
    async (request, reply) => {
      const given = request.params.number
      void reply.header('cache-control', 'no-store').header('vary', 'Accept')
      const read = readCertificateNumber(given)
      if (!read) {
        if (wantsPage(request)) return page(reply, 400, certificatePage(given, null, mistyped))
        throw invalidParameter('number', mistyped)
      }
      const found = await find(core, certificateNumber(read))
      if (wantsPage(request)) return page(reply, found ? 200 : 404, certificatePage(given, found))
      if (!found) throw notFound(words('没有这张证书', 'There is no such certificate'))
      return found
    },
  )
}

async function find({ database }: Core, number: string): Promise<CertificateAnswer | null> {
  const one = await oneCertificate(runOn(database), number)
  // Until its file is made nobody holds it.
  if (!one?.madeAt && !one?.revokedAt) return null
  const { publicId, version, listSha256 } = one
  return { ...showCertificate(one), list: { result: publicId, version, sha256: listSha256 } }
}

function page(reply: FastifyReply, status: number, html: string): FastifyReply {
  return reply
    .code(status)
    .headers({ 'content-security-policy': pagePolicy, 'x-content-type-options': 'nosniff' })
    .type('text/html; charset=utf-8')
    .serializer((text: unknown) => String(text))
    .send(html)
}

// A browser names HTML; programs name JSON, or nothing.
function wantsPage({ headers: { accept = '' } }: FastifyRequest): boolean {
  return /\btext\/html\b/i.test(accept)
}
