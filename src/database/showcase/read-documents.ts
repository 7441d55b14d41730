import type { CollectionSlug, Where } from 'payload'
import {
  articleDocument,
  campaignDocument,
  trackDocument,
  type CampaignSource,
  type DocumentRow,
  type TrackSource,
} from '../../domain/showcase/documents.ts'
import { idsOf } from '../../domain/showcase/values.ts'
import { ruleChangesOf } from '../rule-changes.ts'
import { list, query, sql } from '../sql.ts'
import { articleBody, filesIn, type Lexical } from './article-body.ts'
import type { Lock, Req } from './request.ts'
import { filesById } from './stored-files.ts'

export type DocumentType = DocumentRow['type']

/** The rows of campaigns, tracks or articles; of all of them without `ids`. */
export async function readDocumentRows(
  req: Req,
  type: DocumentType,
  ids: readonly number[] | null,
  lock: Lock,
): Promise<DocumentRow[]> {
  return readers[type](req, ids, lock)
}

type Reader = (req: Req, ids: readonly number[] | null, lock: Lock) => Promise<DocumentRow[]>

const readers: Record<DocumentType, Reader> = {
  campaign: async (req, ids) =>
    (await stored<CampaignSource>(req, 'campaigns', ids)).map(campaignDocument),

  track: async (req, ids) => {
    const tracks = await stored<TrackSource['track']>(req, 'tracks', ids)
    const campaigns = await stored<CampaignSource>(
      req,
      'campaigns',
      tracks.flatMap(({ campaign }) => idsOf(campaign)),
    )
    const hosts = tracks.flatMap(({ host, coHosts }) => [...idsOf(host), ...idsOf(coHosts)])
    const units = await query<{ id: number; name: string }>(
      req,
      sql`select id, name from units where id in ${list(hosts)}`,
    )
    const unitNames = new Map(units.map(({ id, name }) => [id, name]))
    const changes = await ruleChangesOf(
      req,
      tracks.map(({ id }) => id),
    )
    return tracks.map((track) => {
      const campaign = campaigns.find(({ id }) => id === track.campaign)!
      return trackDocument({ track, campaign, unitNames, changes: changes.get(track.id) ?? [] })
    })
  },

  article: async (req, ids, lock) => {
    const all = await stored<Article>(req, 'articles', ids)
    const articles = all.filter(({ _status }) => _status === 'published')
    const slugs = await campaignSlugs(
      req,
      articles.flatMap(({ campaign }) => idsOf(campaign)),
    )
    const rows: DocumentRow[] = []
    for (const article of articles) {
      const inText = filesIn(article.body)
      const files = await filesById(req, [...idsOf(article.cover), ...inText], lock)
      const campaign = article.campaign ? (slugs.get(article.campaign) ?? null) : null
      const body = await articleBody(article.body, files)
      const cover = article.cover ? (files.get(article.cover) ?? null) : null
      const shown = inText.flatMap((id) => files.get(id) ?? [])
      rows.push(articleDocument({ article, campaign, body, cover, inText: shown }))
    }
    return rows
  },
}

type Article = Readonly<Record<string, unknown>> & {
  id: number
  _status?: string
  campaign?: number | null
  cover?: number | null
  body?: Lexical
}

async function stored<T extends { id: number }>(
  req: Req,
  collection: CollectionSlug,
  ids: readonly number[] | null,
): Promise<T[]> {
  if (ids?.length === 0) return []
  const where: Where = ids ? { id: { in: [...new Set(ids)] } } : {}
  const { docs } = await req.payload.db.find<T>({
    collection,
    where,
    sort: 'id',
    limit: 0,
    pagination: false,
    req,
  })
  return docs
}

async function campaignSlugs(req: Req, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const rows = await query<{ id: number; slug: string }>(
    req,
    sql`select id, slug from campaigns where id in ${list([...new Set(ids)])}`,
  )
  return new Map(rows.map(({ id, slug }) => [id, slug]))
}
