import cors from '@fastify/cors'
import type { FastifyInstance } from 'fastify'

const exposed = [
  'ETag',
  'RateLimit-Limit',
  'RateLimit-Remaining',
  'RateLimit-Reset',
  'Retry-After',
  'X-Request-Id',
]

/** Lets pages of these origins read the API in a browser. No cookie is ever read, so none is let through. */
export async function shareAcrossOrigins(app: FastifyInstance, origins: string[]): Promise<void> {
  if (origins.length === 0) return
  await app.register(cors, {
    origin: origins.includes('*') ? '*' : origins,
    methods: ['GET', 'HEAD', 'POST', 'OPTIONS'],
    exposedHeaders: exposed,
    maxAge: 3600,
    hideOptionsRoute: true,
  })
}
