import type { CollectionBeforeChangeHook } from 'payload'
import { participantOf, personOf } from '../../access/person.ts'

const owned = [
  'entryKind',
  'entryId',
  'entryField',
  'track',
  'unitPath',
  'status',
  'open',
  'createdBy',
  'originalName',
  'participantId',
  'processing',
  'progress',
  'durationSeconds',
  'facts',
  'problem',
] as const

/** Whose a file is and what uses it is this program's to write: a new one belongs to who brought it. */
export const keepFileValues: CollectionBeforeChangeHook = ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation === 'update') {
    return {
      ...data,
      ...Object.fromEntries(owned.map((name) => [name, originalDoc?.[name] ?? null])),
    }
  }
  const person = personOf(req)
  return {
    ...data,
    ...Object.fromEntries(owned.map((name) => [name, null])),
    open: false,
    originalName: req.context.originalName ?? '',
    createdBy: person?.id ?? null,
    participantId: participantOf(req)?.id ?? null,
    processing: 'waiting',
    unitPath: person?.unitPath || null,
  }
}
