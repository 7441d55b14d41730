import type { FastifyInstance } from 'fastify'
import { consistencyOf, headsSince, ledgerKeysOf } from '../../database/voting/seal.ts'
import type { Core } from '../core.ts'
import { notFound, unavailable } from '../problem.ts'
import { problemResponses } from '../schemas/problem.ts'
import type { Schema } from '../schemas/schema.ts'
import type { Voting } from './voting.ts'

const headNumber = {
  type: 'integer',
  minimum: 0,
  maximum: 999_999_999,
} as const satisfies Schema

// Heads are added once a minute, keys hardly ever.
const keptFor = 5_000

/** `GET /v1/votes/heads`, `/keys`, `/consistency`: what anyone needs to check the ledger. */
export async function proofRoutes(
  app: FastifyInstance,
  { core: { answers, log }, voting: { pool } }: { core: Core; voting: Voting },
): Promise<void> {
  const kept = <T>(read: () => Promise<T>) => ({
    load: async () => {
      const value = await read().catch((err: unknown) => {
        log.warn({ err }, 'the database did not answer')
        throw unavailable(err)
      })
      if (value === null) throw notFound()
      const expires = Date.now() + keptFor
      return { body: JSON.stringify(value), matches: () => false, expires }
    },
  })

  app.get<{ Querystring: { from: number; limit: number } }>(
    '/votes/heads',
    {
      schema: {
        operationId: 'listLedgerHeads',
        tags: ['votes'],
        summary: '账本的封存记录 / The sealed heads of the ledger',
        querystring: {
          type: 'object',
          additionalProperties: false,
          properties: {
            from: { ...headNumber, default: 0, description: '自此序号起 / From this number on' },
            limit: {
              ...{ type: 'integer', minimum: 1, maximum: 1_000, default: 100 },
              description: '条数 / How many',
            },
          },
        },
        response: { 200: { $ref: 'LedgerHeadList#' }, ...problemResponses },
      } as object,
    },
    (request, reply) => {
      const { from, limit } = request.query
      const read = async () => {
        const data = await headsSince(pool, from, limit)
        return { data, next: data.length === limit ? data.at(-1)!.number + 1 : null }
      }
      return answers.answer(request, reply, { key: `heads ${from} ${limit}`, ...kept(read) })
    },
  )

  app.get(
    '/votes/keys',
    {
      schema: {
        operationId: 'listLedgerKeys',
        tags: ['votes'],
        summary: '验证封存签名的公钥（JWK Set） / The public keys under which heads are signed',
        querystring: { type: 'object', additionalProperties: false, properties: {} },
        response: { 200: { $ref: 'LedgerKeys#' }, ...problemResponses },
      } as object,
    },
    (request, reply) =>
      answers.answer(request, reply, {
        key: 'ledger keys',
        ...kept(async () => ({ keys: await ledgerKeysOf(pool) })),
      }),
  )

  app.get<{ Querystring: { from: number; to: number } }>(
    '/votes/consistency',
    {
      schema: {
        operationId: 'getLedgerConsistency',
        tags: ['votes'],
        summary:
          '一次封存是另一次的开头的证明（RFC 9162） / The proof that one head is the beginning of a later one',
        querystring: {
          type: 'object',
          required: ['from', 'to'],
          additionalProperties: false,
          properties: {
            from: { ...headNumber, description: '较早的序号 / The earlier head' },
            to: { ...headNumber, description: '较晚的序号 / The later head' },
          },
        },
        response: { 200: { $ref: 'LedgerConsistency#' }, ...problemResponses },
      } as object,
    },
    (request, reply) => {
      const { from, to } = request.query
      const read = () => consistencyOf({ db: pool, from, to })
      return answers.answer(request, reply, { key: `consistency ${from} ${to}`, ...kept(read) })
    },
  )
}
