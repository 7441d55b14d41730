import type { CollectionBeforeDeleteHook } from 'payload'
import { enqueueJob } from '../../database/jobs/enqueue.ts'
import { renditionNames } from '../../database/media/processing.ts'

/**
 * With a file's row go the rows of what was made of it; their files go by a job that is written in the
 * same transaction: a deletion that is undone loses none.
 */
export const removeRenditions: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const media = await renditionNames(req, [Number(id)])
  if (media.length === 0) return
  const data = { media, uploads: [] }
  await enqueueJob(req, { kind: 'remove-files', key: `media:${id}`, data, mostAttempts: 5 })
}
