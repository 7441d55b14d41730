import type { CollectionConfig } from 'payload'
import { refreshDocuments } from '../../database/showcase/refresh.ts'
import { holdNamesFirst } from './hold-names.ts'

/** Of an article the published version is shown: saving a draft over it changes nothing outside. */
export const articleHooks: NonNullable<CollectionConfig['hooks']> = {
  beforeOperation: [holdNamesFirst],
  afterChange: [
    async ({ doc, req }) => {
      await refreshDocuments(req, 'article', [Number(doc.id)])
      return doc
    },
  ],
  afterDelete: [
    async ({ id, req }) => {
      await refreshDocuments(req, 'article', [Number(id)])
    },
  ],
}
