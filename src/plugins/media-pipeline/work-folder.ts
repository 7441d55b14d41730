import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { environment } from '../../environment.ts'

/** The longest that may be worked on one file, in seconds. */
export const longestProcessing = 6 * 3600

/**
 * A new folder to work in, the caller's to remove.
 *
 * @param originals where originals lie: on their disk a finished file is put in its place by its name
 *   alone; undefined where they lie on none
 */
export async function workFolder(originals?: string): Promise<string> {
  const home = path.join(originals ?? environment().uploadDir, '.making')
  await mkdir(home, { recursive: true })
  await dropOldFolders(home)
  const folder = path.join(home, randomUUID())
  await mkdir(folder)
  return folder
}

/** What was left by a process that ended while it worked. */
async function dropOldFolders(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    const folder = path.join(home, name)
    const found = await stat(folder).catch(() => null)
    const isOld = found !== null && Date.now() - found.mtimeMs > 2 * longestProcessing * 1000
    if (isOld) await rm(folder, { recursive: true, force: true })
  }
}
