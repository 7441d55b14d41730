import type { FastifyInstance, FastifyRequest } from 'fastify'
import { fileObjection, type FilingRefusal } from '../../database/results/file-objection.ts'
import { ownObjections, withdrawObjection } from '../../database/results/own-objections.ts'
import type { RunIn } from '../../database/run-in.ts'
import { readObjection } from '../../domain/results/objections.ts'
import type { Core } from '../core.ts'
import { problemCodes, type ProblemCode } from '../problem-codes.ts'
import { invalidParameter, notFound, Problem } from '../problem.ts'
import { participantsOnly, sessionIn } from '../taking-part/identity/bearer.ts'
import { participantProblems } from '../taking-part/identity/schemas.ts'
import { answerOnce } from '../taking-part/once.ts'
import { objectionRequest } from './objection-schemas.ts'

type Body = Record<string, unknown>

/** `POST /v1/results/{id}/objections`, `GET /v1/me/objections`, and taking one back. */
export async function objectionRoutes(
  app: FastifyInstance,
  { core }: { core: Core },
): Promise<void> {
  const preHandler = participantsOnly(core.sessions, 'objections:write')

  app.post<{ Params: { id: string }; Body: Body | null }>(
    '/results/:id/objections',
    {
      preHandler,
      schema: {
        operationId: 'objectToResult',
        tags: ['me'],
        summary:
          '公示期内实名提出异议（可带 Idempotency-Key） / Object to a list on notice, by real name',
        params: named('id', '评选结果的标识 / The list'),
        body: objectionRequest,
        response: { 201: { $ref: 'OwnObjection#' }, ...participantProblems },
      } as object,
    },
    (request, reply) => {
      const { objection: given, fault } = readObjection(request.body ?? {})
      if (!given) throw invalidParameter(fault.path, fault.message)
      const key = core.fieldKey
      if (!key) throw notFound()
      return answerOnce(core, request, reply, (keep) =>
        core.database.write(async (client) => {
          const run = runOf(client)
          const { participant } = sessionIn(request)
          const filed = await fileObjection(run, {
            ...{ list: request.params.id.slice(0, 200), given, key },
            objector: { kind: 'participant', participant },
          })
          if (!filed.ok) throw problemOf(filed.refusal)
          const [own] = await ownObjections(run, { participant }, filed.number)
          const answer = {
            status: 201,
            headers: { location: `/v1/me/objections/${filed.number}` },
            body: JSON.stringify(own),
          }
          await keep?.(run, answer)
          return answer
        }),
      )
    },
  )

  app.get(
    '/me/objections',
    {
      preHandler,
      schema: {
        operationId: 'listOwnObjections',
        tags: ['me'],
        summary: '本人提出的异议及处理情况 / My objections, and what became of them',
        querystring: { type: 'object', additionalProperties: false, properties: {} },
        response: { 200: { $ref: 'OwnObjectionList#' }, ...participantProblems },
      } as object,
    },
    async (request) => ({ data: await ownObjections(readOf(core), whoOf(request)) }),
  )

  app.get<{ Params: { number: string } }>(
    '/me/objections/:number',
    {
      preHandler,
      schema: {
        operationId: 'getOwnObjection',
        tags: ['me'],
        summary: '本人提出的一件异议 / One objection of mine',
        params: named('number', '编号，如 Y-0001 / Its number'),
        querystring: { type: 'object', additionalProperties: false, properties: {} },
        response: { 200: { $ref: 'OwnObjection#' }, ...participantProblems },
      } as object,
    },
    async (request) => {
      const { number } = request.params
      const [own] = await ownObjections(readOf(core), whoOf(request), number.slice(0, 40))
      if (!own) throw notFound()
      return own
    },
  )

  app.post<{ Params: { number: string } }>(
    '/me/objections/:number/withdraw',
    {
      preHandler,
      schema: {
        operationId: 'withdrawOwnObjection',
        tags: ['me'],
        summary: '撤回尚未处理完的异议 / Take back an objection that is not ruled on',
        params: named('number', '编号，如 Y-0001 / Its number'),
        response: { 200: { $ref: 'OwnObjection#' }, ...participantProblems },
      } as object,
    },
    (request, reply) =>
      answerOnce(core, request, reply, (keep) =>
        core.database.write(async (client) => {
          const run = runOf(client)
          const who = whoOf(request)
          const number = request.params.number.slice(0, 40)
          const against = await withdrawObjection(run, who, number)
          if (against) throw problemOf(against)
          const [own] = await ownObjections(run, who, number)
          const answer = { status: 200, headers: {}, body: JSON.stringify(own) }
          await keep?.(run, answer)
          return answer
        }),
      ),
  )
}

function named(name: string, description: string): object {
  const properties = { [name]: { type: 'string', description } }
  return { type: 'object', required: [name], properties }
}

const whoOf = (request: FastifyRequest) => ({ participant: sessionIn(request).participant })

type Client = { query: (text: string, values: unknown[]) => Promise<{ rows: unknown[] }> }

const runOf =
  (client: Client): RunIn =>
  async <Row>(text: string, values: readonly unknown[]) =>
    (await client.query(text, [...values])).rows as Row[]

// Planned for its own: few ask.
const readOf =
  ({ database }: Core): RunIn =>
  (text, values) =>
    database.read(undefined, text, [...values])

function problemOf({ status, code, message, path }: FilingRefusal): Problem {
  const isKnown =
    Object.hasOwn(problemCodes, code) && problemCodes[code as ProblemCode].status === status
  const findings = path ? [{ path, message: `${message.zh} / ${message.en}` }] : undefined
  return new Problem(isKnown ? (code as ProblemCode) : 'conflict', message, { findings })
}
