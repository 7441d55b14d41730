import type { SanitizedCollectionConfig } from 'payload'
import { idOf } from './id-of.ts'

/** A file of an entry, and the field that holds it. */
export type Use = { id: number; field: string; open: boolean }

/** Which files an entry uses, by field. `open`: strangers may fetch it once the entry is published. */
export function usesOf(
  doc: Record<string, unknown>,
  collection: Pick<SanitizedCollectionConfig, 'flattenedFields'>,
): Use[] {
  return collection.flattenedFields.flatMap((field) => {
    if (field.type !== 'upload') return []
    const value = doc[field.name]
    const values = Array.isArray(value) ? value : [value]
    const open = !field.access?.read
    return values.flatMap((one) => {
      const id = idOf(one)
      return id === null ? [] : [{ id, field: field.name, open }]
    })
  })
}
