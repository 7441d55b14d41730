import { link } from 'node:fs/promises'
import path from 'node:path'
import type { CollectionBeforeChangeHook } from 'payload'
import { environment } from '../../environment.ts'

/**
 * A large file that already lies on the disk is not copied: it is given its stored name as a second
 * one, and Payload's copy of a file onto itself then does nothing. On another disk it is copied. Only
 * for files that nobody writes to any more.
 */
export const linkFile: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
  const { linkFrom } = req.context
  const isPicture = typeof data.mimeType === 'string' && data.mimeType.startsWith('image/')
  if (operation !== 'create' || typeof linkFrom !== 'string' || isPicture) return data
  if (environment().s3) return data
  const stored = path.join(environment().mediaDir, String(data.filename))
  await link(linkFrom, stored).catch(() => undefined)
  return data
}
