import type { FastifyInstance } from 'fastify'
import type { Core } from '../core.ts'
import { notFound } from '../problem.ts'
import { listDocuments, oneDocument, type DocumentType } from '../read/documents.ts'
import { cursorParameter, limitParameter, slugParameter } from '../schemas/parameters.ts'
import { problemResponses } from '../schemas/problem.ts'
import type { Schema } from '../schemas/schema.ts'

type Told = {
  type: DocumentType
  path: string
  tag: string
  list: { operationId: string; summary: string; schema: string }
  one: { operationId: string; summary: string; schema: string }
}

const told: readonly Told[] = [
  {
    ...{ type: 'campaign', path: '/campaigns', tag: 'campaigns' },
    list: {
      operationId: 'listCampaigns',
      summary: '活动列表，含当前阶段 / Campaigns, with the phase that is on',
      schema: 'CampaignList',
    },
    one: { operationId: 'getCampaign', summary: '一个活动 / One campaign', schema: 'Campaign' },
  },
  {
    ...{ type: 'track', path: '/tracks', tag: 'tracks' },
    list: { operationId: 'listTracks', summary: '子项目列表 / Tracks', schema: 'TrackList' },
    one: {
      operationId: 'getTrack',
      summary: '一个子项目及其征集要求 / One track with its call',
      schema: 'Track',
    },
  },
  {
    ...{ type: 'article', path: '/articles', tag: 'articles' },
    list: {
      operationId: 'listArticles',
      summary: '活动信息列表 / Articles',
      schema: 'ArticleList',
    },
    one: { operationId: 'getArticle', summary: '一篇活动信息 / One article', schema: 'Article' },
  },
]

const campaignParameter = {
  ...slugParameter,
  description: '活动（slug） / A campaign, by its slug',
}
const trackCampaign = {
  ...slugParameter,
  description:
    '活动（slug）；不指定时为有此子项目的最新一届 / A campaign; the newest that has such a track unless given',
}
const slug = new RegExp(slugParameter.pattern)

const parameters = (properties: Record<string, Schema>): Schema => ({
  type: 'object',
  additionalProperties: false,
  properties,
})

type ListQuery = { campaign?: string; limit: number; cursor?: string }

/** Campaigns, tracks and articles: a list and one by its name, of each. */
export async function documentRoutes(
  app: FastifyInstance,
  { core }: { core: Core },
): Promise<void> {
  for (const { type, path, tag, list, one } of told) {
    const ofCampaign: Record<string, Schema> =
      type === 'campaign' ? {} : { campaign: campaignParameter }

    app.get<{ Querystring: ListQuery }>(
      path,
      {
        schema: {
          operationId: list.operationId,
          tags: [tag],
          summary: list.summary,
          querystring: parameters({
            ...ofCampaign,
            limit: limitParameter,
            cursor: cursorParameter,
          }),
          response: { 200: { $ref: `${list.schema}#` }, ...problemResponses },
        } as object,
      },
      (request, reply) => {
        const { campaign, limit, cursor } = request.query
        return core.answers.answer(request, reply, {
          key: JSON.stringify([path, campaign, limit, cursor]),
          load: async () => {
            const options = { type, campaign, limit, cursor }
            const { value, matches, expires } = await listDocuments(core, options)
            const body = JSON.stringify({ data: value.data, page: { next: value.next } })
            return { body, matches, expires }
          },
        })
      },
    )

    app.get<{ Params: { slug: string }; Querystring: { campaign?: string } }>(
      `${path}/:slug`,
      {
        schema: {
          operationId: one.operationId,
          tags: [tag],
          summary: one.summary,
          querystring: parameters(type === 'track' ? { campaign: trackCampaign } : {}),
          params: {
            type: 'object',
            required: ['slug'],
            properties: { slug: { type: 'string', description: '标识 / Its name' } },
          },
          response: { 200: { $ref: `${one.schema}#` }, ...problemResponses },
        } as object,
      },
      (request, reply) => {
        const wanted = request.params.slug
        const { campaign } = request.query
        if (wanted.length > slugParameter.maxLength || !slug.test(wanted)) throw notFound()
        return core.answers.answer(request, reply, {
          key: JSON.stringify([path, wanted, campaign]),
          load: async () => {
            const { value, ...rest } = await oneDocument(core, type, wanted, campaign)
            if (value === undefined) throw notFound()
            return { body: JSON.stringify(value), ...rest }
          },
        })
      },
    )
  }
}
