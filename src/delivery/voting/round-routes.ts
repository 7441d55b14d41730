import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { totalsOf, type EntryTotals } from '../../database/voting/tallies.ts'
import { entryKindList } from '../../domain/kinds.ts'
import type { Core } from '../core.ts'
import { digest } from '../../database/digest.ts'
import { isMatch } from '../etag.ts'
import {
  cursorParameter,
  entriesQuery,
  limitParameter,
  slugParameter,
} from '../schemas/parameters.ts'
import { problemResponses } from '../schemas/problem.ts'
import { participantIfAny, sessionIfAny } from '../taking-part/identity/bearer.ts'
import { noSuchRound } from './ballot-problems.ts'
import { candidatePage, type CandidateQuery } from './candidate-pages.ts'
import { candidatesKeptFor } from './candidates.ts'
import {
  listRounds,
  oneRound,
  showRound,
  shownNow,
  type RoundNow,
  type RoundTotals,
} from './rounds.ts'
import type { Voting } from './voting.ts'

type ListQuery = { campaign?: string; limit: number; cursor?: string }

// People open, pause and close rounds, of which nobody tells this node.
const keptFor = 1_000
const question = 'rounds'

const roundParameter = {
  type: 'object',
  required: ['slug'],
  properties: {
    slug: { type: 'string', description: '投票轮次（slug） / The round' },
  },
}

/** `GET /v1/votes/rounds`, one of them, and the works that stand in it. */
export async function roundRoutes(
  app: FastifyInstance,
  { core, voting }: { core: Core; voting: Voting },
): Promise<void> {
  const { answers, cursors, database } = core
  const never = () => false

  app.get<{ Querystring: ListQuery }>(
    '/votes/rounds',
    {
      schema: {
        operationId: 'listVoteRounds',
        tags: ['votes'],
        summary: '网络投票列表 / Votes of the public',
        querystring: {
          type: 'object',
          additionalProperties: false,
          properties: {
            campaign: { ...slugParameter, description: '活动（slug） / A campaign, by its slug' },
            limit: limitParameter,
            cursor: cursorParameter,
          },
        },
        response: { 200: { $ref: 'VoteRoundList#' }, ...problemResponses },
      } as object,
    },
    (request, reply) => {
      const { campaign, limit, cursor } = request.query
      const list = `${question} ${campaign ?? ''}`
      const [before = null] = cursor === undefined ? [] : cursors.read(list, cursor)
      return answers.answer(request, reply, {
        key: JSON.stringify([list, limit, before]),
        load: async () => {
          const options = { campaign, before: before as number | null, take: limit + 1 }
          const found = await listRounds(database, options)
          const page = found.slice(0, limit)
          const data = await Promise.all(page.map((round) => shown(round, voting)))
          const next = found.length > limit ? cursors.write(list, [page.at(-1)!.id]) : null
          const body = JSON.stringify({ data, page: { next } })
          return { body, matches: never, expires: Date.now() + keptFor }
        },
      })
    },
  )

  app.get<{ Params: { slug: string } }>(
    '/votes/rounds/:slug',
    {
      schema: {
        operationId: 'getVoteRound',
        tags: ['votes'],
        summary:
          '一轮投票：规则、时间、票数何时公布 / One vote: its rules, when, and what is shown',
        querystring: { type: 'object', additionalProperties: false, properties: {} },
        params: roundParameter,
        response: { 200: { $ref: 'VoteRound#' }, ...problemResponses },
      } as object,
    },
    (request, reply) => {
      const { slug } = request.params
      if (!isSlug(slug)) throw noSuchRound()
      return answers.answer(request, reply, {
        key: `${question} one ${slug}`,
        load: async () => {
          const round = await oneRound(database, slug)
          if (!round) throw noSuchRound()
          const body = JSON.stringify(await shown(round, voting))
          return { body, matches: never, expires: Date.now() + keptFor }
        },
      })
    },
  )

  app.get<{ Params: { slug: string }; Querystring: CandidateQuery }>(
    '/votes/rounds/:slug/candidates',
    {
      preHandler: participantIfAny(core.sessions),
      schema: {
        operationId: 'listCandidates',
        tags: ['votes'],
        summary:
          '候选作品：带令牌时为本人固定的随机顺序，或由 seed 决定 / The works that stand, in the voter’s own order or a seed’s',
        querystring: {
          type: 'object',
          additionalProperties: false,
          properties: {
            track: { ...slugParameter, description: '子项目（slug） / A track, by its slug' },
            kind: { type: 'string', enum: entryKindList, description: '作品类别 / The kind' },
            seed: {
              ...entriesQuery.properties.seed,
              description: '随机顺序的种子 / The seed of the order',
            },
            limit: limitParameter,
            cursor: cursorParameter,
          },
        },
        params: roundParameter,
        response: { 200: { $ref: 'CandidateList#' }, ...problemResponses },
      } as object,
    },
    async (request, reply) => {
      const { slug } = request.params
      if (!isSlug(slug)) throw noSuchRound()
      const { query } = request
      const load = async () => {
        const participant = sessionIfAny(request)?.participant
        const page = await candidatePage(core, voting, { round: slug, query, participant })
        const seed = page.seed === undefined ? '' : `,"seed":${JSON.stringify(page.seed)}`
        return `{"data":[${page.items.join(',')}],"page":{"next":${JSON.stringify(page.next)}${seed}}}`
      }
      if (query.seed !== undefined) {
        return answers.answer(request, reply, {
          key: JSON.stringify([slug, query]),
          load: async () => ({
            body: await load(),
            matches: (change) => 'entry' in change,
            expires: Date.now() + candidatesKeptFor,
          }),
        })
      }
      return sendOwn(request, reply, await load())
    },
  )
}

// Without a seed the same address is another answer for somebody else.
function sendOwn(request: FastifyRequest, reply: FastifyReply, body: string): FastifyReply {
  const tag = digest('sha1', Buffer.from(body)).toString('base64url')
  reply.headers({
    etag: `"${tag}"`,
    'cache-control': 'private, no-cache',
    vary: 'Authorization, Accept-Encoding, Origin',
    'x-content-type-options': 'nosniff',
  })
  const seen = request.headers['if-none-match']
  if (seen !== undefined && isMatch(seen, tag)) return reply.code(304).send()
  return reply.type('application/json; charset=utf-8').send(body)
}

async function shown(round: RoundNow, voting: Voting) {
  const totals = shownNow(round)
  if (totals.show === 'none') return showRound(round, null)
  return showRound(round, sumOf((await totalsOf(voting.pool, round.id, totals)).values()))
}

// Votes that count, and beside them how many were voided.
function sumOf(works: Iterable<EntryTotals>): RoundTotals {
  const sum: RoundTotals = { votes: 0, voided: 0, voidedBy: {} }
  for (const { total, voided, voidedBy } of works) {
    sum.votes += total
    sum.voided += voided
    for (const [one, count] of Object.entries(voidedBy)) {
      sum.voidedBy[one] = (sum.voidedBy[one] ?? 0) + count
    }
  }
  return sum
}

function isSlug(slug: string): boolean {
  return slug.length <= slugParameter.maxLength && new RegExp(slugParameter.pattern).test(slug)
}
