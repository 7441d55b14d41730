import cors from '@fastify/cors'
import type { FastifyInstance } from 'fastify'
import type { Clients } from './taking-part/identity/clients.ts'

const allowed = [
  ...['Authorization', 'Content-Type', 'Accept-Language', 'X-Client-Id', 'X-Request-Id'],
  ...['If-Match', 'If-None-Match', 'Idempotency-Key', 'Range', 'X-Device-Id', 'X-Vote-Proof'],
  ...['Tus-Resumable', 'Upload-Length', 'Upload-Offset', 'Upload-Metadata', 'Upload-Checksum'],
  ...['Upload-Defer-Length', 'Upload-Concat', 'X-HTTP-Method-Override', 'X-Requested-With'],
]

const exposed = [
  ...['ETag', 'RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset', 'Retry-After'],
  ...[
    'X-Request-Id',
    'Location',
    'WWW-Authenticate',
    'Content-Disposition',
    'Idempotency-Replayed',
  ],
  ...['Tus-Resumable', 'Tus-Version', 'Tus-Extension', 'Tus-Max-Size', 'Tus-Checksum-Algorithm'],
  ...['Upload-Offset', 'Upload-Length', 'Upload-Expires', 'Upload-Metadata'],
]

/**
 * Lets pages of these origins, and of the clients that are let in just now, use the API in a browser. No
 * cookie goes along: who somebody is, a token says.
 */
export async function shareAcrossOrigins(
  app: FastifyInstance,
  origins: string[],
  clients: Pick<Clients, 'origins'>,
): Promise<void> {
  const listed = new Set(origins)
  await app.register(cors, {
    origin: listed.has('*')
      ? '*'
      : (origin, answer) => {
          if (!origin || listed.has(origin)) return answer(null, origin !== undefined)
          clients.origins().then(
            (known) => answer(null, known.has(origin)),
            () => answer(null, false),
          )
        },
    methods: ['GET', 'HEAD', 'POST', 'PATCH', 'DELETE', 'OPTIONS'],
    allowedHeaders: allowed,
    exposedHeaders: exposed,
    maxAge: 3600,
    hideOptionsRoute: true,
  })
}
