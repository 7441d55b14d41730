import type { FastifyInstance } from 'fastify'
import type { Core } from '../core.ts'
import { readStats } from '../read/stats.ts'
import { slugParameter } from '../schemas/parameters.ts'
import { problemResponses } from '../schemas/problem.ts'

/** `/v1/stats`. */
export async function statsRoutes(app: FastifyInstance, { core }: { core: Core }): Promise<void> {
  app.get<{ Querystring: { campaign?: string } }>(
    '/stats',
    {
      schema: {
        operationId: 'getStats',
        tags: ['stats'],
        summary: '已展示作品的件数 / How many works are shown',
        querystring: {
          type: 'object',
          additionalProperties: false,
          properties: {
            campaign: {
              ...slugParameter,
              description:
                '活动（slug）；不指定时为全部 / A campaign, by its slug; all unless given',
            },
          },
        },
        response: { 200: { $ref: 'Stats#' }, ...problemResponses },
      } as object,
    },
    (request, reply) => {
      const { campaign } = request.query
      return core.answers.answer(request, reply, {
        key: `stats ${campaign ?? ''}`,
        load: async () => {
          const { value, matches } = await readStats(core, campaign)
          return { body: JSON.stringify(value), matches }
        },
      })
    },
  )
}
