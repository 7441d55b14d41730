import { createHash } from 'node:crypto'
import { mediaFiles } from '../../database/files/media-files.ts'
import { JobRefused } from '../../hooks/job-handlers.ts'
import { refusal } from '../../hooks/refuse.ts'
import { sealOf } from './make-files.ts'

/**
 * A copy of a template's seal that belongs to certificates alone: whatever becomes of the uploaded picture,
 * batches that wait and certificates that are replaced years later have theirs. Not for a transaction.
 *
 * @returns the copy's name, the same for the same picture; null without a seal
 * @throws 409 `seal-unreadable`
 */
export async function keepSeal(name: string | null): Promise<string | null> {
  if (name === null) return null
  const files = await mediaFiles()
  const picture = await sealOf(files, name).catch((error: unknown) => {
    if (!(error instanceof JobRefused)) throw error
    throw refusal(409, error.words, { code: error.code, path: 'seal' })
  })
  const kept = `seal-${createHash('sha256').update(picture).digest('hex')}.png`
  if (!(await files.stat(kept))) await files.put(kept, picture, { type: 'image/png' })
  return kept
}
