import type { UploadField } from 'payload'
import { staffOrOwner } from '../../../access/entries.ts'
import { readableFor } from '../../../fields/server-owned.ts'
import { mediaGroups, type MediaGroup } from '../../../domain/media-types.ts'

type MediaFieldOptions = {
  name: string
  label: Record<string, string>
  accepts: MediaGroup[]
  description?: Record<string, string>
  /** Evidence for the reviewers: strangers never see it, not even beside a published work. */
  staffOnly?: boolean
  condition?: (data: Record<string, unknown>) => boolean
}

/** One file of an entry. Which files it offers and takes is decided by the type of their content. */
export function mediaField(options: MediaFieldOptions & { many?: { max: number } }): UploadField {
  const { name, label, accepts, description, staffOnly, many, condition } = options
  const mimeTypes = accepts.flatMap((group) => mediaGroups[group].mimeTypes)
  const field = {
    name,
    type: 'upload',
    relationTo: 'media',
    label,
    ...(many ? { hasMany: true, maxRows: many.max } : {}),
    filterOptions: { mimeType: { in: mimeTypes } },
    admin: { description, allowCreate: true, ...(condition ? { condition } : {}) },
    custom: { mimeTypes },
  } as UploadField
  return staffOnly ? readableFor(staffOrOwner, field) : field
}
