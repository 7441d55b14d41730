import type { FastifyInstance } from 'fastify'
import type { TakingPartOptions } from '../routes.ts'

/** `/v1/uploads`. */
export async function uploadRoutes(
  _app: FastifyInstance,
  _options: TakingPartOptions,
): Promise<void> {}
