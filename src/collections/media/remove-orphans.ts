import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { CollectionAfterErrorHook } from 'payload'
import { queryAlone, sql } from '../../database/sql.ts'
import { environment } from '../../environment.ts'

/**
 * Payload writes a file and its copies before the row that names them; when the row then cannot be
 * written they would lie on the disk for ever, with nobody to see or delete them.
 */
export const removeOrphans: CollectionAfterErrorHook = async ({ req }) => {
  const stored = req.context.storedName
  if (typeof stored !== 'string') return
  const [row] = await queryAlone(req.payload, sql`select id from media where filename = ${stored}`)
  if (row) return
  const { mediaDir } = environment()
  // The copies are called after the original: <random>-2560x1707.webp.
  const random = path.parse(stored).name
  const names = await readdir(mediaDir).catch(() => [])
  const left = names.filter((name) => name.startsWith(random))
  await Promise.all(left.map((name) => rm(path.join(mediaDir, name), { force: true })))
}
