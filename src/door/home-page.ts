import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { homeHtml } from './home-html.ts'
import { securityHeaders } from './security-headers.ts'

/** `/`: what this is and where its doors are. */
export async function homePage(
  app: FastifyInstance,
  options: { publicUrl: string },
): Promise<void> {
  const https = options.publicUrl.startsWith('https:')
  app.get('/', async (_request, reply) => {
    const nonce = randomBytes(16).toString('base64')
    return reply
      .headers(securityHeaders({ kind: 'home', path: '/', nonce, dev: false, https }))
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(homeHtml(nonce))
  })
}
