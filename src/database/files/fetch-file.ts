import { createWriteStream } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { FileStore } from './store.ts'

/**
 * Where a stored file can be opened on this machine: where it lies, or a copy in `folder`, which is
 * the caller's to remove. Null: there is no such file.
 *
 * @throws FilesAway
 */
export async function fetchFile(
  files: FileStore,
  name: string,
  { folder, signal }: { folder: string; signal?: AbortSignal },
): Promise<string | null> {
  if (files.folder !== undefined) {
    return (await files.stat(name)) && path.join(files.folder, name)
  }
  const found = await files.read(name)
  if (!found) return null
  const copy = path.join(folder, name)
  await pipeline(found.stream, createWriteStream(copy), { signal })
  return copy
}
