import { randomBytes } from 'node:crypto'
import { createReadStream, type ReadStream } from 'node:fs'
import { copyFile, mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { isFileName, type FileFacts, type FileStore } from './store.ts'

const aside = '.part-'

/** Files in a folder of this machine, or of one that several share. */
export function localFiles(folder: string): FileStore {
  const at = (name: string) => path.join(folder, name)

  async function factsOf(name: string): Promise<FileFacts | null> {
    if (!isFileName(name)) return null
    try {
      const found = await stat(at(name))
      return found.isFile() ? { size: found.size, modified: found.mtime } : null
    } catch (error) {
      if (isMissing(error)) return null
      throw error
    }
  }

  return {
    folder,
    async put(name, source, { move = false }) {
      if (!isFileName(name)) throw new Error(`Not a file's name: ${JSON.stringify(name)}`)
      await mkdir(folder, { recursive: true })
      // Written aside and renamed: nobody ever reads half of it.
      const part = at(`${aside}${randomBytes(8).toString('hex')}`)
      try {
        if (typeof source !== 'string') await writeFile(part, source)
        else if (!(move && (await renamed(source, part)))) await copyFile(source, part)
        await rename(part, at(name))
        if (typeof source === 'string' && move) await rm(source, { force: true })
      } catch (error) {
        await rm(part, { force: true })
        throw error
      }
    },
    async stat(name) {
      const facts = await factsOf(name)
      return facts && { ...facts, sha256: undefined }
    },
    async read(name, range) {
      const facts = await factsOf(name)
      if (!facts) return null
      const stream = await opened(at(name), range)
      return stream && { stream, facts }
    },
    async remove(names) {
      await Promise.all(names.filter(isFileName).map((name) => rm(at(name), { force: true })))
    },
    async *list(prefix) {
      for (const name of await namesIn(folder)) {
        if (name.startsWith(prefix) && isFileName(name)) yield name
      }
    },
    async storedAt(name) {
      if (!isFileName(name)) return null
      // Of any change: a second name keeps the time of the last writing.
      const found = await stat(at(name)).catch(() => null)
      return found?.isFile() ? found.ctime : null
    },
    async sweep(before) {
      let removed = 0
      for (const name of await namesIn(folder)) {
        if (!name.startsWith(aside)) continue
        const found = await stat(at(name)).catch(() => undefined)
        if (!found || found.mtime >= before) continue
        await rm(at(name), { force: true })
        removed += 1
      }
      return removed
    },
    reach: async () => void (await mkdir(folder, { recursive: true })),
  }
}

async function opened(file: string, range?: { start: number; end: number }) {
  try {
    const handle = await open(file)
    return createReadStream(file, { ...range, fd: handle }) satisfies ReadStream
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** False across disks. */
async function renamed(from: string, to: string): Promise<boolean> {
  return rename(from, to).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EXDEV') return false
      throw error
    },
  )
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
}

function isMissing(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG'
}
