import type { FastifyInstance } from 'fastify'
import { participantsOnly, sessionIn } from '../identity/bearer.ts'
import { participantProblems } from '../identity/schemas.ts'
import type { TakingPartOptions } from '../routes.ts'
import { archiveOf } from './archive.ts'
import { readMe } from './me.ts'

/** `/v1/me` and `/v1/me/data`. */
export async function rightsRoutes(
  app: FastifyInstance,
  { core, takingPart }: TakingPartOptions,
): Promise<void> {
  const preHandler = participantsOnly(core.sessions)

  app.get(
    '/me',
    {
      preHandler,
      schema: {
        operationId: 'getMe',
        tags: ['me'],
        summary: '本人的情况 / Who I am',
        response: { 200: { $ref: 'Me#' }, ...participantProblems },
      } as object,
    },
    (request) => readMe(core, sessionIn(request)),
  )

  app.get(
    '/me/data',
    {
      preHandler,
      schema: {
        operationId: 'getMyData',
        tags: ['me'],
        summary: '下载本人的全部数据（zip：JSON 与文件） / All that is kept of me, as a zip',
        response: {
          200: {
            description: 'JSON 与文件 / JSON and files',
            content: { 'application/zip': { schema: { type: 'string', format: 'binary' } } },
          },
          ...participantProblems,
        },
      } as object,
    },
    async (request, reply) => {
      // It reads every file of theirs, so it is counted like something that they change.
      core.sessions.countWrite(sessionIn(request))
      const { participant, cameFrom = '' } = sessionIn(request)
      const data = await takingPart.rights.collect({ participant, cameFrom })
      return reply
        .type('application/zip')
        .header('content-disposition', 'attachment; filename="my-data.zip"')
        .header('x-content-type-options', 'nosniff')
        .send(archiveOf(data, core.files))
    },
  )

  app.delete(
    '/me',
    {
      preHandler,
      schema: {
        operationId: 'eraseMe',
        tags: ['me'],
        summary:
          '注销：删除身份与草稿，撤回审核中的作品 / Leave: identity and drafts are deleted, works under review withdrawn',
        response: { 200: { $ref: 'Farewell#' }, ...participantProblems },
      } as object,
    },
    async (request) => {
      const { participant, cameFrom = '' } = sessionIn(request)
      const farewell = await takingPart.rights.erase({ participant, cameFrom })
      core.sessions.forget(participant)
      return farewell
    },
  )
}
