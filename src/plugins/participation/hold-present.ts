import type { PayloadRequest } from 'payload'
import { query, sql } from '../../database/sql.ts'
import { DeskRefusal } from '../../domain/participation/desk-refusal.ts'

/**
 * Refuses whoever was merged into somebody else, or left: a node knows sessions as they were a moment
 * ago, and nobody would find again what is begun then. Held until the transaction ends, and taken before
 * any entry, as merging and leaving do; noting a visit waits for nobody.
 *
 * @throws DeskRefusal 401 `not-signed-in`
 */
export async function holdPresent(req: PayloadRequest, participant: number): Promise<void> {
  const present = await query(
    req,
    sql`select id from participants
      where id = ${participant} and merged_into is null and erased_at is null for key share`,
  )
  if (present.length > 0) return
  throw new DeskRefusal(401, 'not-signed-in', {
    zh: '会话已失效，请重新登录',
    en: 'The session is over: sign in again',
  })
}
