import type { Payload } from 'payload'
import { uploadOfPiece } from '../../database/files/pieces.ts'
import type { FileStore } from '../../database/files/store.ts'
import { query, sql } from '../../database/sql.ts'
import { uploadPieces } from '../../database/upload-files.ts'

const manyAtOnce = 1_000

/**
 * Removes the pieces of uploads that ended or are gone, and those that never counted: their writer
 * ended before it noted them, or another was faster. Says how many.
 *
 * @param settledAfter what lies there for less is left alone, in milliseconds: somebody may be about to
 *   note it
 */
export async function dropStrayPieces(payload: Payload, settledAfter: number): Promise<number> {
  const pieces = await uploadPieces()
  if (!pieces) return 0
  const before = new Date(Date.now() - settledAfter)
  let count = 0
  let some: string[] = []
  for await (const name of pieces.list('')) {
    if (uploadOfPiece(name) !== undefined) some.push(name)
    if (some.length < manyAtOnce) continue
    count += await dropStray(payload, { pieces, some, before })
    some = []
  }
  count += await dropStray(payload, { pieces, some, before })
  await query(
    { payload },
    sql`delete from upload_pieces using uploads where uploads.id = upload_id
      and state in ('ready', 'refused') and ended_at < ${before.toISOString()}`,
  )
  return count
}

type Some = { pieces: FileStore; some: string[]; before: Date }

async function dropStray(payload: Payload, { pieces, some, before }: Some): Promise<number> {
  const rows = await query<{ name: string }>(
    { payload },
    sql`select name from upload_pieces join uploads on uploads.id = upload_id
      where name in (select jsonb_array_elements_text(${JSON.stringify(some)}::jsonb))
        and state in ('receiving', 'received', 'examining')`,
  )
  const needed = new Set(rows.map(({ name }) => name))
  let count = 0
  for (const name of some) {
    if (needed.has(name)) continue
    const since = await pieces.storedAt(name)
    if (!since || since >= before) continue
    await pieces.remove([name])
    count += 1
  }
  return count
}
