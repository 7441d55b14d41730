import type { CollectionConfig, PayloadRequest } from 'payload'
import { moveUnits, renameUnit } from '../../database/showcase/names.ts'
import { refreshDocuments } from '../../database/showcase/refresh.ts'
import { query, sql } from '../../database/sql.ts'
import { idOf } from '../../fields/id-of.ts'
import { holdNamesFirst } from './hold-names.ts'

/** A unit's name stands on its entries and on the tracks that it holds, its place in the tree on all below. */
export const unitHooks: NonNullable<CollectionConfig['hooks']> = {
  beforeOperation: [holdNamesFirst],
  afterChange: [
    async ({ data, doc, operation, previousDoc, req }) => {
      if (operation === 'create') return doc
      const id = Number(doc.id)
      if (data.name !== previousDoc?.name) {
        await renameUnit(req, id)
        await refreshDocuments(req, 'track', await tracksHeldBy(req, id))
      }
      if (idOf(data.parent) !== idOf(previousDoc?.parent)) {
        const [unit] = await query<{ path: string }>(
          req,
          sql`select path from units where id = ${id}`,
        )
        await moveUnits(req, unit!.path)
      }
      return doc
    },
  ],
}

async function tracksHeldBy(req: PayloadRequest, unit: number): Promise<number[]> {
  const rows = await query<{ id: number }>(
    req,
    sql`select id from tracks where host_id = ${unit}
      union select parent_id from tracks_rels where units_id = ${unit}`,
  )
  return rows.map(({ id }) => id)
}
