import type { CollectionConfig, PayloadRequest } from 'payload'
import { isEntryKind } from '../../domain/kinds.ts'
import { refreshDocuments, refreshEntries } from '../../database/showcase/refresh.ts'

/** What a file says of itself is shown with what uses it. The file's row is locked by its own change. */
export const mediaHooks: NonNullable<CollectionConfig['hooks']> = {
  afterChange: [
    async ({ data, doc, operation, previousDoc, req }) => {
      if (operation === 'update' && data.alt !== previousDoc?.alt) await showUse(req, data)
      return doc
    },
  ],
  afterDelete: [
    async ({ doc, req }) => {
      await showUse(req, doc)
      return doc
    },
  ],
}

async function showUse(
  req: PayloadRequest,
  { entryKind, entryId, status }: Record<string, unknown>,
): Promise<void> {
  if (status !== 'published' || typeof entryId !== 'number') return
  if (isEntryKind(entryKind)) await refreshEntries(req, entryKind, [entryId])
  if (entryKind === 'articles') await refreshDocuments(req, 'article', [entryId])
}
