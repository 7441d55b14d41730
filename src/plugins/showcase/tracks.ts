import type { CollectionConfig } from 'payload'
import { renameTrack } from '../../database/showcase/names.ts'
import { refreshDocuments } from '../../database/showcase/refresh.ts'
import { idOf } from '../../fields/id-of.ts'
import { holdNamesFirst } from './hold-names.ts'

/** A track is shown with its call; its slug, title and campaign stand on its entries too. */
export const trackHooks: NonNullable<CollectionConfig['hooks']> = {
  beforeOperation: [holdNamesFirst],
  afterChange: [
    async ({ data, doc, operation, previousDoc, req }) => {
      const id = Number(doc.id)
      await refreshDocuments(req, 'track', [id])
      const renamed =
        data.slug !== previousDoc?.slug ||
        data.title !== previousDoc?.title ||
        idOf(data.campaign) !== idOf(previousDoc?.campaign)
      if (operation === 'update' && renamed) await renameTrack(req, id)
      return doc
    },
  ],
  afterDelete: [
    async ({ id, req }) => {
      await refreshDocuments(req, 'track', [Number(id)])
    },
  ],
}
