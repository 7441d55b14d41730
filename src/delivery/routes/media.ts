import type { FastifyInstance } from 'fastify'
import type { Core } from '../core.ts'

/** `/v1/media/{name}`: the public copies of files. */
export async function mediaRoutes(_app: FastifyInstance, _options: { core: Core }): Promise<void> {}
