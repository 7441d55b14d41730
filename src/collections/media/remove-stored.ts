import type { CollectionAfterDeleteHook } from 'payload'
import { mediaFiles } from '../../database/files/media-files.ts'
import { enqueueJob } from '../../database/jobs/enqueue.ts'

type Row = { filename?: string | null; sizes?: Record<string, { filename?: string | null }> | null }

/**
 * Out of the bucket a file and its copies go by a job of the same transaction: nobody waits for the
 * bucket, and a deletion that is undone loses nothing. From a disk Payload itself removes them.
 */
export const removeStored: CollectionAfterDeleteHook = async ({ doc, id, req }) => {
  if ((await mediaFiles()).folder !== undefined) return
  const { filename, sizes } = doc as Row
  const all = [filename, ...Object.values(sizes ?? {}).map((size) => size.filename)]
  const media = all.filter((name) => typeof name === 'string' && name !== '')
  if (media.length === 0) return
  const data = { media, uploads: [] }
  await enqueueJob(req, { kind: 'remove-files', key: `stored:${id}`, data, mostAttempts: 5 })
}
