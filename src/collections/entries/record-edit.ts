import type { CollectionBeforeChangeHook } from 'payload'
import { fieldDiff } from '../../domain/diff.ts'
import { stepBack, type Status } from '../../domain/workflow.ts'
import { writeLog } from '../../hooks/write-log.ts'

const ignored = [
  'id',
  'createdAt',
  'updatedAt',
  'status',
  'publicId',
  'submittedAt',
  'publishedAt',
  'campaign',
  'unitPath',
  'createdBy',
  'participantId',
  'cameFrom',
  'authors.*.id',
  'selfAssessment.*.id',
]

/**
 * What changes once an entry has its number is written down field by field, and a change after a
 * review sends the entry back to the step before it, to be looked at again.
 */
export const recordEdit: CollectionBeforeChangeHook = async ({
  data,
  originalDoc,
  operation,
  collection,
  req,
}) => {
  if (operation !== 'update' || !originalDoc?.publicId) return data
  const changes = fieldDiff({
    before: withoutEmpty(originalDoc) as Record<string, unknown>,
    after: withoutEmpty(data) as Record<string, unknown>,
    ignore: ignored,
    secretPaths: ['authors.*.phone'],
  })
  if (changes.length === 0) return data
  const from = originalDoc.status as Status
  const to = stepBack(from) ?? from
  await writeLog(req, {
    kind: collection.slug,
    entry: { ...originalDoc, ...data },
    action: 'edit',
    from,
    to,
    changes,
  })
  return { ...data, status: to, publishedAt: to === 'published' ? originalDoc.publishedAt : null }
}

// Forms send null, '' and [] for what clients leave out; that is no change.
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty)
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  const kept = Object.entries(value).filter(([, inner]) => !isEmpty(inner))
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutEmpty(inner)]))
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    value === false ||
    (Array.isArray(value) && value.length === 0)
  )
}
