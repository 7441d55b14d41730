import type { FastifyInstance } from 'fastify'
import type { TakingPartOptions } from '../routes.ts'

/** `/v1/me/entries`. */
export async function ownEntryRoutes(
  _app: FastifyInstance,
  _options: TakingPartOptions,
): Promise<void> {}
