import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isKey } from '../../domain/participation/idempotency.ts'
import type { Core } from '../core.ts'
import { invalidParameter, Problem } from '../problem.ts'
import { participantsOnly, sessionIn } from '../taking-part/identity/bearer.ts'
import { notSignedIn } from '../taking-part/identity/session-token.ts'
import { participantProblems } from '../taking-part/identity/schemas.ts'
import { problemOf } from '../schemas/problem.ts'
import { keyReused, noSuchRound, notAcknowledged, problemOfBallot } from './ballot-problems.ts'
import { ballotRequest, type BallotBody } from './schemas.ts'
import type { Voting } from './voting.ts'

/** `POST /v1/votes`. */
export async function ballotRoutes(
  app: FastifyInstance,
  { core, voting }: { core: Core; voting: Voting },
): Promise<void> {
  // The teller looks at the participant, in the transaction that writes the votes.
  const signed = { read: core.sessions.readSigned, countWrite: core.sessions.countWrite }
  app.post<{ Body: BallotBody }>(
    '/votes',
    {
      bodyLimit: 64 * 1024,
      preHandler: participantsOnly(signed, 'votes:write', voting.countBallot),
      schema: {
        operationId: 'castVotes',
        tags: ['ballots'],
        summary: '投票：整张选票一并计入，或一票都不计 / Vote: all of the ballot or none of it',
        body: ballotRequest,
        response: {
          201: { $ref: 'Receipt#' },
          ...participantProblems,
          409: problemOf('与现状冲突 / In conflict with what is there'),
          413: problemOf('请求体过大 / The body is too large'),
          422: problemOf('不符合要求 / What is asked is not met'),
        },
      } as object,
    },
    (request, reply) => cast(core, request, reply),
  )
}

// Nothing that a round refuses.
const ofNobody: ReadonlySet<string> = new Set(['not-signed-in', 'participant-blocked'])

async function cast(
  { voting, log }: Core,
  request: FastifyRequest<{ Body: BallotBody }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { round, entries } = request.body
  const { participant, client, epoch } = sessionIn(request)
  const key = keyOf(request)
  const at = new Date()
  const network = voting.hashes.network(request.ip)
  const device = voting.hashes.device(client, deviceOf(request))
  try {
    const { directory } = voting
    const known = directory.recall(round, entries) ?? (await directory.find(round, entries))
    if (known) {
      const numbers = entries.flatMap((entry) => known.numbers.get(entry) ?? [])
      const isOdd = voting.challenges.challengeFor({ roundId: known.id, numbers, network, device })
      if (isOdd) await askForProof(voting, request, participant)
    }
    const answer = await voting.teller
      .cast({ round, participant, epoch, client, entries, key })
      .catch((cause: unknown) => {
        log.warn({ err: cause }, 'a ballot was not acknowledged')
        throw notAcknowledged(cause)
      })
    if (!answer.ok) {
      if ('unknownRound' in answer) throw noSuchRound()
      if ('session' in answer) {
        throw answer.session === 'over' ? notSignedIn() : new Problem('participant-blocked')
      }
      throw 'reused' in answer ? keyReused() : problemOfBallot(answer.refusal)
    }
    if (!answer.replayed && known) {
      const { votes } = answer
      const who = { participant, client, at, network, device }
      voting.traces.note({ ...who, votes, roundId: known.id })
    }
    const { receipt, accepted, remaining, resetsAt } = answer
    if (answer.replayed) reply.header('idempotency-replayed', 'true')
    // By hand: all of it is known, and it is asked for thousands of times a second.
    return reply
      .code(201)
      .header('location', `/v1/votes/receipts/${receipt}`)
      .type('application/json; charset=utf-8')
      .send(
        JSON.stringify({
          receipt,
          round,
          accepted,
          remaining,
          resetsAt: resetsAt?.toISOString() ?? null,
          at: answer.at.toISOString(),
        }),
      )
  } catch (error) {
    if (error instanceof Problem && !ofNobody.has(error.code)) {
      voting.refusals.note(round, error.code)
    }
    throw error
  }
}

async function askForProof(
  { proofs }: Voting,
  request: FastifyRequest<{ Body: BallotBody }>,
  participant: number,
): Promise<void> {
  const { round, proof = headerOf(request, 'x-vote-proof') } = request.body
  if (proof !== undefined && (await proofs.take(participant, round, proof))) return
  throw await proofs.ask(participant, round)
}

function keyOf(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key']
  if (key === undefined || (typeof key === 'string' && isKey(key))) return key
  throw invalidParameter('Idempotency-Key', {
    zh: '应为 1 至 200 个可见的 ASCII 字符',
    en: 'must be 1 to 200 visible ASCII characters',
  })
}

function deviceOf(request: FastifyRequest): string | undefined {
  const name = headerOf(request, 'x-device-id')
  if (name === undefined || /^[\x21-\x7e]{8,128}$/.test(name)) return name
  throw invalidParameter('X-Device-Id', {
    zh: '应为 8 至 128 个可见的 ASCII 字符',
    en: 'must be 8 to 128 visible ASCII characters',
  })
}

function headerOf({ headers }: FastifyRequest, name: string): string | undefined {
  const value = headers[name]
  return typeof value === 'string' ? value : undefined
}
