import type {
  FastifyError,
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  HTTPMethods,
} from 'fastify'
import type { DeliveryLog } from './log.ts'
import { notFound, Problem, problemBody, problemType } from './problem.ts'
import { problemOfValidation } from './validation.ts'

/** Every refusal of `/v1` in its own error form, whoever refused. */
export function answerProblems(app: FastifyInstance, log: DeliveryLog): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = problemOf(error)
    if (problem.code === 'failed') log.error({ err: error, id: request.id }, '/v1 failed')
    return sendProblem(problem, request, reply)
  })
  app.setNotFoundHandler((request, reply) => sendProblem(nothingHere(), request, reply))
}

/** Takes every address that no route has: at the door Next stands behind `/*` and would answer it. */
export function refuseOtherAddresses(app: FastifyInstance): void {
  for (const url of ['/', '/*']) {
    app.route({
      method: all,
      url,
      schema: { hide: true } as object,
      onRequest: (_request, _reply, done) => done(nothingHere()),
      handler: async () => undefined,
    })
  }
}

function nothingHere(): Problem {
  return notFound({ zh: '没有这个地址', en: 'There is nothing at this address' })
}

export function sendProblem(
  problem: Problem,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  return reply
    .code(problem.status)
    .headers({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...problem.headers,
    })
    .type(problemType)
    .send(problemBody(problem, request.url.split('?', 1)[0]!))
}

/** What a thrown thing is to the caller. */
export function problemOf(error: FastifyError): Problem {
  if (error instanceof Problem) return error
  if (error.validation) return problemOfValidation(error)
  if (error.statusCode === 415) {
    return new Problem('content-type', {
      zh: '请求体应为 application/json',
      en: 'Send the body as application/json',
    })
  }
  if (error.statusCode === 413) return new Problem('too-large')
  const { statusCode = 500 } = error
  if (statusCode >= 400 && statusCode < 500) return new Problem('bad-request')
  return new Problem('failed', undefined, { cause: error })
}

const all: HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']

/**
 * Notes the routes that come; after the last, `close` lets every other method of their addresses be
 * answered 405 with `Allow`.
 */
export function refuseOtherMethods(app: FastifyInstance): { close: () => void } {
  const allowed = new Map<string, Set<string>>()
  let noting = true
  app.addHook('onRoute', ({ url, method }) => {
    if (!noting || url.includes('*')) return
    const methods = allowed.get(url) ?? new Set()
    allowed.set(url, methods)
    for (const one of [method].flat()) methods.add(one)
  })
  return {
    close() {
      noting = false
      for (const [url, methods] of allowed) {
        // The route of HEAD that Fastify makes beside GET comes later.
        if (methods.has('GET')) methods.add('HEAD')
        const allow = [...methods].sort().join(', ')
        app.route({
          method: all.filter((one) => !methods.has(one)),
          url: url.slice(app.prefix.length),
          schema: { hide: true } as object,
          onRequest: (_request, _reply, done) => done(methodNotAllowed(allow)),
          handler: async () => undefined,
        })
      }
    },
  }
}

function methodNotAllowed(allow: string): Problem {
  return new Problem(
    'method-not-allowed',
    { zh: `此地址只支持 ${allow}`, en: `This address answers ${allow} only` },
    { headers: { allow } },
  )
}
