import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { publicLimits } from '../limits.ts'
import { answerHeaders, headersOf } from './headers.ts'

/** Grows with what `/v1` can do; what it could, it goes on doing. */
const version = '1.0.0'

const description = `
江苏省总工会“网聚职工正能量 争做中国好网民”活动的公众接口：活动、子项目、作品、活动信息、评选结果，只读，无需身份。
The public API of the campaign: campaigns, tracks, entries, articles and results; reading only, no identity needed.

**翻页 / Paging** — 列表以 \`limit\`（1–100，默认 20）和 \`cursor\`（上一页的 \`page.next\`）翻页；\`page.next\` 为 null 即最后一页。
Lists go on with \`cursor\`, the \`page.next\` of the page before; null ends them.

**缓存 / Caching** — 应答带 \`ETag\` 与 \`Cache-Control\`；以 \`If-None-Match\` 再问，未变则为 304。
Answers carry an \`ETag\`; \`If-None-Match\` gives 304 while nothing changed.

**错误 / Problems** — 一律为 \`application/problem+json\`（RFC 9457），程序请看 \`code\`。各代码见 [/v1/docs/problems](/v1/docs/problems)。
All refusals are problem+json; programs read \`code\`.

**限流 / Limits** — 每个网络地址每分钟 ${publicLimits.address} 次；带 \`X-Client-Id\` 的另计 ${publicLimits.client} 次；文件另计。\`RateLimit-*\` 说明还剩多少，429 时按 \`Retry-After\` 等待。
Requests are counted by address, and by \`X-Client-Id\` where one is sent; \`RateLimit-*\` tells what is left.

**文件 / Files** — \`url\` 为相对地址，在 \`/v1/media/\` 下，支持 \`Range\`。
Addresses of files are relative, under \`/v1/media/\`, with \`Range\`.
`.trim()

const tags = [
  { name: 'campaigns', description: '活动 / Campaigns' },
  { name: 'tracks', description: '子项目 / Tracks' },
  { name: 'entries', description: '作品 / Entries' },
  { name: 'articles', description: '活动信息 / Articles' },
  { name: 'results', description: '评选结果 / Results' },
  { name: 'stats', description: '统计 / Counts' },
  { name: 'session', description: '参与者身份 / Who takes part' },
  { name: 'me', description: '本人的作品与数据 / One’s own works and data' },
  { name: 'uploads', description: '上传 / Uploads' },
  {
    name: 'votes',
    description: '网络投票：轮次、候选作品、账本的证明 / Online voting: what is on, and proofs',
  },
  { name: 'ballots', description: '投票与回执 / Ballots and receipts' },
  { name: 'media', description: '文件 / Files' },
  {
    name: 'graphql',
    description: 'GraphQL：一次往返读取所需的一切 / Everything in one round trip',
  },
  { name: 'docs', description: '本说明 / This description' },
]

type Response = { headers?: object; description?: string; content?: object; $ref?: string }
type Operation = { tags?: string[]; parameters?: object[]; responses: Record<string, Response> }
type Paths = Record<string, Record<string, Operation>>

/** Notes every route that comes, with the very schemas that check it; `app.swagger()` describes them. */
export async function describeRoutes(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: '公众接口 / Public API', version, description },
      tags,
    },
    convertConstToEnum: false,
    refResolver: { buildLocalReference: ({ $id }) => String($id) },
    transformObject: (given) => {
      const document = 'openapiObject' in given ? given.openapiObject : given.swaggerObject
      return completed(document as Document) as never
    },
  })
}

type Document = { paths: Paths; components: Record<string, object> }

// What is one person's own is kept by nobody on the way.
const privateTags = ['me', 'session', 'uploads', 'ballots']

/** What no route says of itself: headers, 304, and the parameters that all of them take. */
function completed(document: Document): Document {
  const responses: Record<string, Response> = {}
  for (const path of Object.values(document.paths)) {
    for (const [method, operation] of Object.entries(path)) {
      const isPrivate = operation.tags?.some((tag) => privateTags.includes(tag)) ?? false
      if (method === 'get' && !isPrivate) {
        operation.responses['304'] = { description: '没有变化 / Not changed' }
        operation.parameters = [
          ...(operation.parameters ?? []),
          reference('parameters', 'IfNoneMatch'),
        ]
      }
      operation.parameters = [...(operation.parameters ?? []), reference('parameters', 'ClientId')]
      for (const [status, response] of Object.entries(operation.responses)) {
        const names = headersOf(status, method, isPrivate)
        response.headers = Object.fromEntries(
          names.map((name) => [name, reference('headers', name)]),
        )
        if (Number(status) < 400) continue
        // The same for all routes, so said once.
        responses[`Problem${status}`] = response
        operation.responses[status] = reference('responses', `Problem${status}`)
      }
    }
  }
  const components = { ...document.components, headers: answerHeaders, parameters, responses }
  return { ...document, components }
}

const reference = (kind: string, name: string) => ({ $ref: `#/components/${kind}/${name}` })

const parameters = {
  IfNoneMatch: {
    name: 'If-None-Match',
    in: 'header',
    required: false,
    description: '上次应答的 ETag / The ETag of the answer before',
    schema: { type: 'string' },
  },
  ClientId: {
    name: 'X-Client-Id',
    in: 'header',
    required: false,
    description: '接入方自己的标识，限流按其另计 / Names a client, which is then counted alone',
    schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{1,64}$' },
  },
}
