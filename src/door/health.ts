import type { FastifyInstance } from 'fastify'

/**
 * What `/readyz` found: every part by name, true when it is well. `processes`: of a node that is several,
 * whether all of them listen.
 */
export type Readiness = { database: boolean; migrations: boolean; processes?: boolean }

/** `/healthz`: the process answers. `/readyz`: it can do its work; 503 names what is missing. */
export function answerHealth(app: FastifyInstance, readiness: () => Promise<Readiness>): void {
  app.get('/healthz', async (_request, reply) => {
    return reply.header('cache-control', 'no-store').send({ status: 'ok' })
  })
  app.get('/readyz', async (_request, reply) => {
    const parts = await readiness()
    const missing = Object.entries(parts)
      .filter(([, well]) => !well)
      .map(([name]) => name)
    return reply
      .code(missing.length === 0 ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: missing.length === 0 ? 'ready' : 'not ready', missing })
  })
}
