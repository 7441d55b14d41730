import type { FastifyInstance } from 'fastify'
import { resultKeysOf } from '../../database/results/keys.ts'
import type { Core } from '../core.ts'
import { notFound } from '../problem.ts'
import { cursorParameter, limitParameter, slugParameter } from '../schemas/parameters.ts'
import { problemResponses } from '../schemas/problem.ts'
import type { Schema } from '../schemas/schema.ts'
import { frozenText, listResults, oneResult } from './read.ts'

type ListQuery = { campaign?: string; limit: number; cursor?: string }

const nothingElse = (properties: Record<string, Schema> = {}): Schema => ({
  type: 'object',
  additionalProperties: false,
  properties,
})
const idParameter: Schema = {
  type: 'string',
  description: '评选结果的标识 / The list',
  examples: ['2022-photography'],
}
const isId = (id: string) => id.length <= 200 && new RegExp(slugParameter.pattern).test(id)
const tags = ['results']

/** `GET /v1/results`, `/v1/results/{id}`, one version’s frozen text, and the keys that sign. */
export async function resultRoutes(app: FastifyInstance, { core }: { core: Core }): Promise<void> {
  app.get<{ Querystring: ListQuery }>(
    '/results',
    {
      schema: {
        ...{ operationId: 'listResults', tags },
        summary: '评选结果列表；公示之前为空 / Results; empty until one is on notice',
        querystring: nothingElse({
          campaign: { ...slugParameter, description: '活动（slug） / A campaign, by its slug' },
          ...{ limit: limitParameter, cursor: cursorParameter },
        }),
        response: { 200: { $ref: 'ResultList#' }, ...problemResponses },
      } as object,
    },
    (request, reply) => {
      const { campaign, limit, cursor } = request.query
      return core.answers.answer(request, reply, {
        key: JSON.stringify(['/results', campaign, limit, cursor]),
        load: async () => {
          const { value, ...rest } = await listResults(core, { campaign, limit, cursor })
          return { body: JSON.stringify({ data: value.data, page: { next: value.next } }), ...rest }
        },
      })
    },
  )

  app.get(
    '/results/keys',
    {
      schema: {
        ...{ operationId: 'listResultKeys', tags },
        summary:
          '验证评选结果签名的公钥（JWK Set） / The public keys under which results are signed',
        querystring: nothingElse(),
        response: { 200: { $ref: 'ResultKeys#' }, ...problemResponses },
      } as object,
    },
    (request, reply) =>
      core.answers.answer(request, reply, {
        key: 'result keys',
        load: async () => {
          const read = <Row extends object>(text: string, values: readonly unknown[]) =>
            core.database.read<Row>('result keys', text, [...values])
          const keys = await resultKeysOf(read as Parameters<typeof resultKeysOf>[0])
          const body = JSON.stringify({ keys })
          return { body, matches: (change) => 'document' in change && change.document === 'result' }
        },
      }),
  )

  app.get<{ Params: { id: string } }>(
    '/results/:id',
    {
      schema: {
        ...{ operationId: 'getResult', tags },
        summary:
          '一份评选结果：冻结的名单、签名、公示期与异议情况 / One result: the frozen list, its signature, notice and objections',
        querystring: nothingElse(),
        params: { type: 'object', required: ['id'], properties: { id: idParameter } },
        response: { 200: { $ref: 'Result#' }, ...problemResponses },
      } as object,
    },
    (request, reply) => {
      const { id } = request.params
      if (!isId(id)) throw notFound()
      return core.answers.answer(request, reply, {
        key: JSON.stringify(['/results', id]),
        load: async () => {
          const { value, ...rest } = await oneResult(core, id)
          if (value === undefined) throw notFound()
          return { body: JSON.stringify(value), ...rest }
        },
      })
    },
  )

  app.get<{ Params: { id: string; version: string } }>(
    '/results/:id/versions/:version',
    {
      schema: {
        ...{ operationId: 'getFrozenResult', tags },
        summary:
          '一个版本冻结的全文，逐字节 / The frozen text of one version, byte by byte: what its SHA-256 is of',
        querystring: nothingElse(),
        params: {
          type: 'object',
          required: ['id', 'version'],
          properties: {
            id: idParameter,
            version: { type: 'string', description: '第几版 / Which version', examples: ['1'] },
          },
        },
        response: {
          200: {
            description: '规范 JSON / Canonical JSON',
            content: {
              'application/json': { schema: { type: 'object', additionalProperties: true } },
            },
          },
          ...problemResponses,
        },
      } as object,
    },
    (request, reply) => {
      const { id, version } = request.params
      if (!isId(id) || !/^[1-9]\d{0,5}$/.test(version)) throw notFound()
      return core.answers.answer(request, reply, {
        key: JSON.stringify(['/results', id, version]),
        load: async () => {
          const { value, ...rest } = await frozenText(core, id, Number(version))
          if (value === undefined) throw notFound()
          return { body: value, ...rest }
        },
      })
    },
  )
}
