import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import type { Core } from '../core.ts'
import { problemsPage, problemsPolicy } from '../openapi/problems-page.ts'
import { problemResponses } from '../schemas/problem.ts'

// Swagger UI comes from this server whole. React sets styles on elements; its icons are data.
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** `/v1/openapi.json`, and what its problems are. */
export async function docsRoutes(app: FastifyInstance, { core }: { core: Core }): Promise<void> {
  app.get(
    '/openapi.json',
    {
      schema: {
        operationId: 'getDescription',
        tags: ['docs'],
        summary: '本说明（OpenAPI 3.1） / This description',
        querystring: { type: 'object', additionalProperties: false, properties: {} },
        response: {
          200: {
            description: 'OpenAPI 3.1',
            type: 'object',
            required: ['openapi', 'info', 'paths'],
            additionalProperties: true,
          },
          ...problemResponses,
        },
      } as object,
    },
    (request, reply) =>
      core.answers.answer(request, reply, {
        key: 'openapi',
        maxAge: 300,
        load: async () => ({ body: JSON.stringify(app.swagger()), matches: () => false }),
      }),
  )

  const page = problemsPage()
  app.get('/docs/problems', { schema: { hide: true } as object }, (_request, reply) =>
    reply
      .headers({
        'content-security-policy': problemsPolicy,
        'cache-control': 'public, max-age=300',
        'x-content-type-options': 'nosniff',
      })
      .type('text/html; charset=utf-8')
      .send(page),
  )
}

/** `/v1/docs`: the description, to look through and try. */
export async function docsPages(app: FastifyInstance): Promise<void> {
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    indexPrefix: app.prefix,
    staticCSP: policy,
    logo: null as never,
    theme: { title: '公众接口 / Public API' },
    uiConfig: { docExpansion: 'list', deepLinking: true, tryItOutEnabled: true },
  })
}
