import type { FastifyInstance } from 'fastify'
import { routeName } from './route-name.ts'

/** What another node of the same system answers: a 404 in the public API's own form (RFC 9457). */
export async function notHere(app: FastifyInstance, { paths }: { paths: string[] }): Promise<void> {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, _body, done) => done(null))
  const answer = {
    type: 'about:blank',
    title: '本节点不提供此服务',
    status: 404,
    detail: '此地址由其他节点提供 / Another node answers this address (ROLE)',
    code: 'not-here',
  }
  for (const path of paths) {
    app.all(path, async (request, reply) =>
      reply
        .code(404)
        .type('application/problem+json')
        .send({ ...answer, instance: routeName(request.url) }),
    )
  }
}
