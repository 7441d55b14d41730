import type { CollectionConfig, PayloadRequest } from 'payload'
import { renameCampaign } from '../../database/showcase/names.ts'
import { refreshDocuments } from '../../database/showcase/refresh.ts'
import { query, sql } from '../../database/sql.ts'
import { holdNamesFirst } from './hold-names.ts'

/** A campaign's slug stands on all that is in it, its phases on its tracks. */
export const campaignHooks: NonNullable<CollectionConfig['hooks']> = {
  beforeOperation: [holdNamesFirst],
  afterChange: [
    async ({ data, doc, operation, previousDoc, req }) => {
      const id = Number(doc.id)
      await refreshDocuments(req, 'campaign', [id])
      if (operation === 'create') return doc
      await refreshDocuments(req, 'track', await idsIn(req, 'tracks', id))
      if (data.slug !== previousDoc?.slug) {
        await refreshDocuments(req, 'article', await idsIn(req, 'articles', id))
        await renameCampaign(req, id)
      }
      return doc
    },
  ],
  afterDelete: [
    async ({ id, req }) => {
      await refreshDocuments(req, 'campaign', [Number(id)])
    },
  ],
}

async function idsIn(
  req: PayloadRequest,
  table: 'tracks' | 'articles',
  campaign: number,
): Promise<number[]> {
  const rows = await query<{ id: number }>(
    req,
    sql`select id from ${sql.identifier(table)} where campaign_id = ${campaign}`,
  )
  return rows.map(({ id }) => id)
}
