import type { FastifyInstance } from 'fastify'
import { routeName } from './route-name.ts'

/** `/v1` until the public API exists: an honest 404 in its own error form (RFC 9457). */
export async function v1Absent(app: FastifyInstance): Promise<void> {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, _body, done) => done(null))
  const answer = {
    type: 'about:blank',
    title: '公众接口尚未开放',
    status: 404,
    detail:
      'The public API (/v1) is not part of this release yet; published entries are readable at /api.',
    code: 'not-open-yet',
  }
  for (const path of ['/v1', '/v1/*']) {
    app.all(path, async (request, reply) =>
      reply
        .code(404)
        .type('application/problem+json')
        .send({ ...answer, instance: routeName(request.url) }),
    )
  }
}
