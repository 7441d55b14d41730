import type { FastifyInstance } from 'fastify'
import type { Core } from '../core.ts'
import { ballotRoutes } from './ballot-routes.ts'
import { ownVoteRoutes } from './own-vote-routes.ts'
import { proofRoutes } from './proof-routes.ts'
import { receiptRoutes } from './receipt-routes.ts'
import { roundRoutes } from './round-routes.ts'
import type { Voting } from './voting.ts'

/** Online voting: what may be voted on, ballots, one’s own votes, receipts and proofs. */
export async function votingRoutes(
  app: FastifyInstance,
  options: { core: Core; voting: Voting },
): Promise<void> {
  await app.register(roundRoutes, options)
  await app.register(proofRoutes, options)
  await app.register(async (own) => {
    // Nothing of one person's is ever kept by a cache in between.
    own.addHook('onRequest', (_request, reply, done) => {
      reply.header('cache-control', 'no-store')
      done()
    })
    await own.register(ballotRoutes, options)
    await own.register(ownVoteRoutes, options)
    await own.register(receiptRoutes, options)
  })
}
