import type { FastifyInstance } from 'fastify'
import type { TakingPartOptions } from '../routes.ts'

/** `/v1/session`. */
export async function sessionRoutes(
  _app: FastifyInstance,
  _options: TakingPartOptions,
): Promise<void> {}
