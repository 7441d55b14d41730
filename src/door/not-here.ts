import type { FastifyInstance } from 'fastify'
import { sendProblem } from './problem.ts'

/** What another node of the same system answers: a 404 in the public API's own form. */
export async function notHere(app: FastifyInstance, { paths }: { paths: string[] }): Promise<void> {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, _body, done) => done(null))
  const said = {
    status: 404,
    title: '本节点不提供此服务',
    words: { zh: '此地址由其他节点提供', en: 'Another node answers this address (ROLE)' },
    code: 'not-here',
  }
  for (const path of paths) {
    app.all(path, async (request, reply) => sendProblem(request, reply, said))
  }
}
