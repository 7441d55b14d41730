import type { FastifyInstance } from 'fastify'
import { proofOf, type BallotProof } from '../../database/voting/seal.ts'
import type { Core } from '../core.ts'
import { notFound, unavailable } from '../problem.ts'
import { problemResponses } from '../schemas/problem.ts'
import type { Voting } from './voting.ts'

/** `GET /v1/votes/receipts/{receipt}`. Whoever has the receipt may look: it names nobody. */
export async function receiptRoutes(
  app: FastifyInstance,
  { core, voting }: { core: Core; voting: Voting },
): Promise<void> {
  app.get<{ Params: { receipt: string } }>(
    '/votes/receipts/:receipt',
    {
      schema: {
        operationId: 'getReceipt',
        tags: ['ballots'],
        summary:
          '凭回执查询选票，附账本中的证明 / What a receipt stands for, with its proof in the ledger',
        querystring: { type: 'object', additionalProperties: false, properties: {} },
        params: {
          type: 'object',
          required: ['receipt'],
          properties: {
            receipt: { type: 'string', description: '投票时得到的回执 / The receipt of a ballot' },
          },
        },
        response: { 200: { $ref: 'ReceiptShown#' }, ...problemResponses },
      } as object,
    },
    async (request) => {
      const { receipt } = request.params
      const shown = await showReceipt(voting, receipt).catch((err: unknown) => {
        core.log.warn({ err }, 'the database did not answer')
        throw unavailable(err)
      })
      if (!shown) throw notFound({ zh: '没有这张回执', en: 'There is no such receipt' })
      return shown
    },
  )
}

const mostRow = 2 ** 31 - 1
const mostTime = Date.UTC(9999, 0)

type Row = { id: string; entry: string; slug: string; at: Date }

async function showReceipt({ receipts, pool }: Voting, receipt: string) {
  const told = receipts.open(receipt)
  if (!told) return undefined
  const { ballot, round, participant, at } = told
  // One that was made up may say anything.
  if (round > mostRow || participant > mostRow || at > mostTime) return undefined
  const { rows } = await pool.query<Row>({
    name: 'votes of a receipt',
    text: `select v.id::text as id, c.entry, r.slug, v.at
      from votes v join ballot_rounds r using (round_id) join ballot_candidates c using (round_id, number)
      where v.round_id = $1 and v.participant_id = $2 and v.ballot = $3::uuid and v.at = $4
      order by v.id`,
    values: [round, participant, ballot, new Date(at)],
  })
  const [first] = rows
  if (!first) return undefined
  const proof = await proofOf({
    db: pool,
    round,
    slug: first.slug,
    votes: rows,
  })
  return {
    receipt,
    round: first.slug,
    at: first.at.toISOString(),
    votes: rows.map(({ id, entry }) => showVote(entry, proof, id)),
    head: proof.head,
    sealsWithin: proof.sealsWithin,
  }
}

function showVote(entry: string, { votes }: BallotProof, id: string) {
  const found = votes.find(({ vote }) => vote === id)
  return {
    entry,
    state: found?.void ? 'voided' : 'counted',
    sealed: found?.sealed ?? null,
    void: found?.void ?? null,
  }
}
