'use client'
import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import { isEntryKind, type EntryKind } from '../../domain/kinds.ts'
import { idOf } from '../../fields/id-of.ts'

/** The entry that is open in the edit view; `id` is null while it is being created. */
export function useEntry(): { kind: EntryKind | null; id: number | null; address: string | null } {
  const { id, collectionSlug } = useDocumentInfo()
  const { config } = useConfig()
  const kind = isEntryKind(collectionSlug) ? collectionSlug : null
  const number = idOf(id)
  const address = kind && number !== null ? `${config.routes.api}/${kind}/${number}` : null
  return { kind, id: number, address }
}
