import type { FastifyPluginAsync } from 'fastify'
import type { TakingPart } from '../domain/participation/taking-part.ts'
import type { Allow } from './allowances.ts'
import { certificateRoutes } from './certificates/routes.ts'
import type { Core } from './core.ts'
import { shareAcrossOrigins } from './cors.ts'
import { limitRequests } from './limits.ts'
import { describeRoutes } from './openapi/document.ts'
import { answerProblems, refuseOtherAddresses, refuseOtherMethods } from './refusals.ts'
import { docsPages, docsRoutes } from './routes/docs.ts'
import { documentRoutes } from './routes/documents.ts'
import { entryRoutes } from './routes/entries.ts'
import { graphqlRoutes } from './routes/graphql.ts'
import { mediaRoutes } from './routes/media.ts'
import { statsRoutes } from './routes/stats.ts'
import { resultRoutes } from './results/routes.ts'
import { sharedSchemas } from './schemas/index.ts'
import { shedLoad } from './shed.ts'
import { strictValidation } from './validation.ts'
import { rememberSessions } from './taking-part/identity/bearer.ts'
import { votingRoutes } from './voting/routes.ts'

export type PublicApiOptions = {
  corsOrigins: string[]
  allow: Allow
  reading: boolean
  mostDelay?: number
  takingPart: TakingPart | undefined
}

/** Everything under `/v1`, in the order in which a request meets it. */
export function publicApi(core: Core, options: PublicApiOptions): FastifyPluginAsync {
  return async (app) => {
    answerProblems(app, core.log)
    strictValidation(app)
    for (const schema of sharedSchemas) app.addSchema(schema)
    await describeRoutes(app)
    const methods = refuseOtherMethods(app)
    rememberSessions(app)
    await shareAcrossOrigins(app, options.corsOrigins, core.identity.clients)
    limitRequests(app, options.allow, core.sessions.recall)
    app.addHook('onRequest', core.answers.answerKnown)
    await shedLoad(app, options.mostDelay)
    const { reading, takingPart } = options
    if (takingPart) {
      // Not loaded on nodes that only answer readers: they start sooner and stay smaller.
      const { takingPartRoutes } = await import('./taking-part/routes.ts')
      await app.register(takingPartRoutes, { core, takingPart })
    }
    await app.register(votingRoutes, { core, voting: core.voting })
    if (reading) {
      await app.register(entryRoutes, { core })
      await app.register(mediaRoutes, { core })
      await app.register(documentRoutes, { core })
      await app.register(resultRoutes, { core })
      await app.register(certificateRoutes, { core })
      await app.register(statsRoutes, { core })
      await app.register(graphqlRoutes, { core })
    }
    await app.register(docsRoutes, { core })
    methods.close()
    await app.register(docsPages)
    refuseOtherAddresses(app)
  }
}
