import type { CollectionConfig } from 'payload'
import type { EntryKind } from '../../domain/kinds.ts'
import { refreshEntries } from '../../database/showcase/refresh.ts'
import { removeEntries } from '../../database/showcase/write-entries.ts'
import type { AfterStep } from '../../hooks/after-step.ts'

/** Publishing shows an entry, taking it down removes it; no other step is seen outside. */
export const showStep: AfterStep = async ({ req, kind, id, from, to }) => {
  if (from === 'published' || to === 'published') await refreshEntries(req, kind, [id])
}

/** An edit of a published entry sends it one step back, so that its row goes; a deletion as well. */
export function entryHooks(kind: EntryKind): NonNullable<CollectionConfig['hooks']> {
  return {
    afterChange: [
      async ({ data, doc, previousDoc, req }) => {
        if (data.status === 'published' || previousDoc?.status === 'published') {
          await refreshEntries(req, kind, [Number(doc.id)])
        }
        return doc
      },
    ],
    afterDelete: [
      async ({ doc, req }) => {
        if (doc.status === 'published') await removeEntries(req, kind, [Number(doc.id)])
        return doc
      },
    ],
  }
}
