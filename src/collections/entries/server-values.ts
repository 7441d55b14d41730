import type { CollectionBeforeChangeHook } from 'payload'

const owned = [
  'status',
  'publicId',
  'submittedAt',
  'publishedAt',
  'campaign',
  'unitPath',
  'createdBy',
  'participantId',
  'cameFrom',
] as const

/**
 * The workflow's own fields keep their stored values whatever a write carries, even one that
 * overrides access: only the transition, which writes them by SQL, and an edit's step back change
 * them. A new entry is a draft.
 */
export const keepServerValues: CollectionBeforeChangeHook = ({ data, operation, originalDoc }) => {
  const kept = Object.fromEntries(
    owned.map((name) => [name, operation === 'create' ? null : (originalDoc?.[name] ?? null)]),
  )
  if (operation === 'create') kept.status = 'draft'
  return { ...data, ...kept }
}
