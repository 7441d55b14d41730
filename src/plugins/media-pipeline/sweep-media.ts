import type { Payload } from 'payload'
import { mediaFiles } from '../../database/files/media-files.ts'
import type { FileStore } from '../../database/files/store.ts'
import { query, sql } from '../../database/sql.ts'
import type { JobHandler } from '../../hooks/job-handlers.ts'
import { dropStrayPieces } from './sweep-pieces.ts'

const day = 86_400_000

/** The job that looks through the bucket. */
export const sweepBucket: JobHandler = async ({ payload, log }) => {
  const count = (await dropStrayMedia(payload, day)) + (await dropStrayPieces(payload, day))
  if (count > 0) log.info({ count }, 'swept the bucket')
}

const manyAtOnce = 1_000
const random = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/

/**
 * Removes the files that no row names, which are written before their row and may be left without it,
 * and what interrupted writing left. Says how many.
 *
 * @param settledAfter what lies there for less is left alone, in milliseconds
 */
export async function dropStrayMedia(payload: Payload, settledAfter: number): Promise<number> {
  const files = await mediaFiles()
  const before = new Date(Date.now() - settledAfter)
  let count = 0
  let some: string[] = []
  for await (const name of files.list('')) {
    if (random.test(name)) some.push(name)
    if (some.length < manyAtOnce) continue
    count += await dropStray(payload, { files, some, before })
    some = []
  }
  count += await dropStray(payload, { files, some, before })
  // Last: not every service can say which uploads in parts were never finished.
  return count + (await files.sweep(before))
}

type Some = { files: FileStore; some: string[]; before: Date }

async function dropStray(payload: Payload, { files, some, before }: Some): Promise<number> {
  const stems = JSON.stringify([...new Set(some.map((name) => random.exec(name)![0]))])
  const rows = await query<{ stem: string }>(
    { payload },
    sql`select stem from jsonb_array_elements_text(${stems}::jsonb) as stem
      where exists (select from media where filename >= stem and filename < stem || '~')
        or exists (select from media_renditions where file_name >= stem and file_name < stem || '~')`,
  )
  const known = new Set(rows.map(({ stem }) => stem))
  let count = 0
  for (const name of some) {
    if (known.has(random.exec(name)![0])) continue
    const since = await files.storedAt(name)
    if (!since || since >= before) continue
    await files.remove([name])
    count += 1
  }
  return count
}
