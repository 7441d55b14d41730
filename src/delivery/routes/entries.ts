import type { FastifyInstance } from 'fastify'
import { parsePublicId } from '../../domain/public-id.ts'
import type { Core } from '../core.ts'
import { notFound } from '../problem.ts'
import { listEntries, oneEntry, questionOf } from '../read/entries.ts'
import { entriesQuery, type EntriesQuery } from '../schemas/parameters.ts'
import { problemResponses } from '../schemas/problem.ts'

/** `/v1/entries` and `/v1/entries/{publicId}`. */
export async function entryRoutes(app: FastifyInstance, { core }: { core: Core }): Promise<void> {
  const { answers } = core

  app.get<{ Querystring: EntriesQuery }>(
    '/entries',
    {
      schema: {
        operationId: 'listEntries',
        tags: ['entries'],
        summary: '作品列表 / Published entries',
        querystring: entriesQuery,
        response: { 200: { $ref: 'EntryList#' }, ...problemResponses },
      } as object,
    },
    (request, reply) => {
      const question = questionOf(core, request.query)
      return answers.answer(request, reply, {
        key: question.key,
        byAddress: !question.seedIsOurs,
        load: async () => {
          const { items, next, matches } = await listEntries(core, question)
          const seed = question.seed === undefined ? '' : `,"seed":${JSON.stringify(question.seed)}`
          const body = `{"data":[${items.join(',')}],"page":{"next":${JSON.stringify(next)}${seed}}}`
          return { body, matches }
        },
      })
    },
  )

  app.get<{ Params: { publicId: string } }>(
    '/entries/:publicId',
    {
      schema: {
        operationId: 'getEntry',
        tags: ['entries'],
        summary: '一件作品 / One entry in full',
        querystring: { type: 'object', additionalProperties: false, properties: {} },
        params: {
          type: 'object',
          required: ['publicId'],
          properties: { publicId: { type: 'string', examples: ['2022-PHO-000123'] } },
        },
        response: { 200: { $ref: 'Entry#' }, ...problemResponses },
      } as object,
    },
    (request, reply) => {
      const { publicId } = request.params
      if (!parsePublicId(publicId)) throw notFound()
      return answers.answer(request, reply, {
        key: `entry ${publicId}`,
        load: async () => {
          const body = await oneEntry(core, publicId)
          if (body === null) throw notFound()
          return { body, matches: (change) => 'entry' in change && change.entry === publicId }
        },
      })
    },
  )
}
