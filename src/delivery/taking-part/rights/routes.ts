import type { FastifyInstance } from 'fastify'
import type { TakingPartOptions } from '../routes.ts'

/** `/v1/me and /v1/me/data`. */
export async function rightsRoutes(
  _app: FastifyInstance,
  _options: TakingPartOptions,
): Promise<void> {}
