import type { FastifyInstance } from 'fastify'
import type { Log } from './log.ts'
import { routeName } from './route-name.ts'

/**
 * One line a request: id, method, route without query values, status, milliseconds, the account's id.
 * Never bodies, cookies, tokens or what somebody typed.
 */
export function logRequests(app: FastifyInstance, log: Log): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id)
    done()
  })
  app.addHook('onResponse', (request, reply, done) => {
    const { statusCode } = reply.raw
    const route = routeName(request.originalUrl)
    const level = statusCode >= 500 ? 'error' : isRoutine(route) ? 'debug' : 'info'
    log[level](
      {
        id: request.id,
        method: request.method,
        route,
        status: statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        account: request.caller?.account,
      },
      'request',
    )
    done()
  })
}

// Asked for every few seconds, or dozens at a time, and never interesting while they succeed.
function isRoutine(route: string): boolean {
  return /^\/(?:_next\/|healthz$|readyz$|metrics$)/.test(route)
}
