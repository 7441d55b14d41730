import type { PayloadRequest } from 'payload'
import { isTelling } from '../../domain/likeness/picture-print.ts'
import { enqueueJob } from '../jobs/enqueue.ts'
import { query, sql } from '../sql.ts'
import { isEntryKind } from '../../domain/kinds.ts'
import { likenessJob } from './job.ts'

/** The print of a picture (`frame` 0) or of a key frame of a film. `hash`: signed 64-bit, as text. */
export type PicturePrint = { frame: number; hash: string }

type Req = Pick<PayloadRequest, 'payload' | 'transactionID'>

/**
 * Keeps the perceptual hashes of a file in place of those it had, in the request's transaction, and
 * has the work that uses the file compared with the others again. Prints of flat pictures, which all
 * look alike, are left out.
 *
 * @throws RangeError for a frame or hash that is no number
 */
export async function storePrints(
  req: Req,
  { mediaId, prints }: { mediaId: number; prints: readonly PicturePrint[] },
): Promise<void> {
  const telling = prints.filter(({ hash }) => isTelling(asHash(hash)))
  await query(req, sql`delete from picture_prints where media_id = ${mediaId}`)
  if (telling.length > 0) {
    const rows = telling.map(
      ({ frame, hash }) => sql`(${mediaId}::int, ${frame}::int, ${String(asHash(hash))}::bigint)`,
    )
    // A file that was deleted meanwhile has no prints.
    await query(
      req,
      sql`insert into picture_prints (media_id, frame, hash)
        select media_id, frame, hash from (values ${sql.join(rows, sql`, `)}) as given (media_id, frame, hash)
        where exists (select from media where media.id = given.media_id)
        on conflict (media_id, frame) do update set hash = excluded.hash`,
    )
  }
  const [use] = await query<{ kind: string; id: number }>(
    req,
    sql`select entry_kind as kind, entry_id::int as id from media
      where id = ${mediaId} and entry_id is not null and status <> 'draft'`,
  )
  // Pictures of articles have prints too; nobody compares articles.
  if (use && isEntryKind(use.kind)) await enqueueJob(req, likenessJob(use))
}

function asHash(text: string): bigint {
  if (!/^-?\d{1,20}$/.test(text)) throw new RangeError(`Not a hash: ${text.slice(0, 40)}`)
  return BigInt.asIntN(64, BigInt(text))
}
