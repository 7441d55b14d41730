import type { FastifyInstance } from 'fastify'
import type { Core } from '../core.ts'
import { slugParameter } from '../schemas/parameters.ts'
import { participantsOnly, sessionIn } from '../taking-part/identity/bearer.ts'
import { participantProblems } from '../taking-part/identity/schemas.ts'
import { noSuchRound } from './ballot-problems.ts'
import { readOwnVotes } from './own-votes.ts'
import { oneRound, roundsUnderWay } from './rounds.ts'
import type { Voting } from './voting.ts'

/** `GET /v1/me/votes`. */
export async function ownVoteRoutes(
  app: FastifyInstance,
  { core, voting }: { core: Core; voting: Voting },
): Promise<void> {
  const { database } = core
  app.get<{ Querystring: { round?: string } }>(
    '/me/votes',
    {
      preHandler: participantsOnly(core.sessions),
      schema: {
        operationId: 'listOwnVotes',
        tags: ['me'],
        summary: '本人的投票：还剩几票、今天投了什么 / My votes: what is left, and what I cast',
        querystring: {
          type: 'object',
          additionalProperties: false,
          properties: {
            round: {
              ...slugParameter,
              description:
                '投票轮次；不指定时为正在投票的各轮 / A round; those under way unless given',
            },
          },
        },
        response: { 200: { $ref: 'OwnVotesList#' }, ...participantProblems },
      } as object,
    },
    async (request) => {
      const { round: slug } = request.query
      const { participant } = sessionIn(request)
      const asked = slug === undefined ? undefined : await oneRound(database, slug)
      if (slug !== undefined && !asked) throw noSuchRound()
      const rounds = asked ? [asked] : await roundsUnderWay(database)
      const { receipts } = voting
      return { data: await readOwnVotes({ database, receipts }, rounds, participant) }
    },
  )
}
