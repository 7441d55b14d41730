import path from 'node:path'
import type { CollectionAfterErrorHook } from 'payload'
import { mediaFiles } from '../../database/files/media-files.ts'
import { queryAlone, sql } from '../../database/sql.ts'

/**
 * A file and its copies are written before the row that names them; when the row then cannot be
 * written they would lie there for ever, with nobody to see or delete them.
 */
export const removeOrphans: CollectionAfterErrorHook = async ({ req }) => {
  const stored = req.context.storedName
  if (typeof stored !== 'string') return
  const [row] = await queryAlone(req.payload, sql`select id from media where filename = ${stored}`)
  if (row) return
  const files = await mediaFiles()
  // The copies are called after the original: <random>-2560x1707.webp.
  const left: string[] = []
  try {
    for await (const name of files.list(path.parse(stored).name)) left.push(name)
    await files.remove(left)
  } catch (err) {
    // The first error is the one to tell; the sweeper comes by later.
    req.payload.logger.warn({ err, msg: 'What an upload left behind could not be removed' })
  }
}
