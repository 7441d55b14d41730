import type { FastifyInstance } from 'fastify'
import { certificatesOfParticipant } from '../../database/certificates/rows.ts'
import { certificateNumber, readCertificateNumber } from '../../domain/results/certificates.ts'
import type { Core } from '../core.ts'
import { notFound } from '../problem.ts'
import { participantsOnly, sessionIn } from '../taking-part/identity/bearer.ts'
import { participantProblems } from '../taking-part/identity/schemas.ts'
import { runOn, showCertificate } from './show.ts'

/** `GET /v1/me/certificates` and `/v1/me/certificates/{number}`: what a participant got, and its PDF. */
export async function ownCertificateRoutes(
  app: FastifyInstance,
  { core }: { core: Core },
): Promise<void> {
  const preHandler = participantsOnly(core.sessions)
  const run = runOn(core.database)

  app.get(
    '/me/certificates',
    {
      preHandler,
      schema: {
        ...{ operationId: 'listMyCertificates', tags: ['me'] },
        summary: '本人作品获得的证书 / Certificates of my works',
        querystring: { type: 'object', additionalProperties: false, properties: {} },
        response: { 200: { $ref: 'OwnCertificates#' }, ...participantProblems },
      } as object,
    },
    async (request) => {
      const all = await certificatesOfParticipant(run, sessionIn(request).participant)
      const data = all.map((one) => ({
        ...showCertificate(one),
        file: `/v1/me/certificates/${one.number}`,
      }))
      return { data }
    },
  )

  app.get<{ Params: { number: string } }>(
    '/me/certificates/:number',
    {
      preHandler,
      schema: {
        ...{ operationId: 'getMyCertificate', tags: ['me'] },
        summary: '下载证书（PDF） / The certificate as a PDF',
        querystring: { type: 'object', additionalProperties: false, properties: {} },
        params: {
          type: 'object',
          required: ['number'],
          properties: { number: { type: 'string', description: '证书编号 / Number' } },
        },
        response: {
          200: {
            description: 'PDF',
            content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } },
          },
          ...participantProblems,
        },
      } as object,
    },
    async (request, reply) => {
      const read = readCertificateNumber(request.params.number)
      const number = read && certificateNumber(read)
      const all = number ? await certificatesOfParticipant(run, sessionIn(request).participant) : []
      const one = all.find((each) => each.number === number)
      const found = one && (await core.files.read(one.fileName))
      if (!one || !found) throw notFound()
      return reply
        .type('application/pdf')
        .header('content-disposition', `attachment; filename="${one.number}.pdf"`)
        .header('x-content-type-options', 'nosniff')
        .header('content-length', found.facts.size)
        .send(found.stream)
    },
  )
}
