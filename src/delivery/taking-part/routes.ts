import type { FastifyInstance } from 'fastify'
import type { TakingPart } from '../../domain/participation/taking-part.ts'
import { ownCertificateRoutes } from '../certificates/own-routes.ts'
import type { Core } from '../core.ts'
import { objectionRoutes } from '../results/objection-routes.ts'
import { ownEntryRoutes } from './entries/routes.ts'
import { sessionRoutes } from './identity/routes.ts'
import { rightsRoutes } from './rights/routes.ts'
import { uploadRoutes } from './uploads/routes.ts'

export type TakingPartOptions = { core: Core; takingPart: TakingPart }

/** Everything that people do who take part: who they are, their files, their works, their rights. */
export async function takingPartRoutes(
  app: FastifyInstance,
  options: TakingPartOptions,
): Promise<void> {
  // Nothing of one person's is ever kept by a cache in between.
  app.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
  })
  await app.register(sessionRoutes, options)
  await app.register(ownEntryRoutes, options)
  await app.register(uploadRoutes, options)
  await app.register(rightsRoutes, options)
  await app.register(ownCertificateRoutes, options)
  await app.register(objectionRoutes, options)
}
