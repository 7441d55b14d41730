import { mkdir, statfs } from 'node:fs/promises'
import { words } from '../../../domain/words.ts'
import { Problem } from '../../problem.ts'

/**
 * Looks whether so many bytes go on the disk and leave what the rest of the house needs of it.
 *
 * @throws Problem 507 `storage-full`
 */
export async function expectRoom(folder: string, bytes: number, reserve: number): Promise<void> {
  await mkdir(folder, { recursive: true })
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize - bytes < reserve) throw storageFull()
}

const looksEvery = 1_000

/**
 * The same for chunks of files that were announced, and looked at once a second at most: what comes in
 * meanwhile is little beside the reserve.
 */
export function roomForChunks(folder: string, reserve: number): () => Promise<void> {
  let lookedAt = -Infinity
  return async () => {
    const now = performance.now()
    if (now - lookedAt < looksEvery) return
    await expectRoom(folder, 0, reserve)
    lookedAt = now
  }
}

export function storageFull(): Problem {
  return new Problem(
    'storage-full',
    words('存储空间不足，请稍后重新上传', 'There is no room on the disk, try again later'),
  )
}
