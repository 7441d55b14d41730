import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { routeClass } from './route-name.ts'

/**
 * `/metrics` in Prometheus' text form: the process, and how long requests took by class of route. Open to
 * loopback (without a proxy in between), or with `METRICS_TOKEN`.
 */
export function answerMetrics(app: FastifyInstance, token: string | undefined): void {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the first byte of a request to the last of its answer',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers: [register],
  })
  app.addHook('onResponse', async (request, reply) => {
    const status = `${Math.floor(reply.raw.statusCode / 100)}xx`
    const labels = { route: routeClass(request.originalUrl), method: request.method, status }
    durations.observe(labels, reply.elapsedTime / 1000)
  })
  app.get('/metrics', async (request, reply) => {
    if (!isLoopback(request) && !hasToken(request, token)) return reply.callNotFound()
    return reply.type(register.contentType).send(await register.metrics())
  })
}

// The socket's own address, and no proxy's word: behind one everybody comes from loopback.
function isLoopback({ raw, headers }: FastifyRequest): boolean {
  const address = raw.socket.remoteAddress ?? ''
  const proxied = headers['x-forwarded-for'] ?? headers.forwarded ?? headers.via
  return !proxied && /^(?:::1|127\.|::ffff:127\.)/.test(address)
}

function hasToken({ headers }: FastifyRequest, token: string | undefined): boolean {
  const have = Buffer.from(headers.authorization ?? '')
  const want = Buffer.from(`Bearer ${token}`)
  return token !== undefined && have.length === want.length && timingSafeEqual(have, want)
}
