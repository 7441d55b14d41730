import { decideSend, type SendQuestion } from '../../domain/results/notices.ts'
import type { RunIn } from '../run-in.ts'

/**
 * How much a batch tells, in SQL over its `notices`: what is told to whom counts once, however many
 * addresses that has; a webhook of something that a mail tells as well does not count besides.
 */
export const sizeOf = `greatest(
  count(distinct (event, about, told)) filter (where channel = 'mail'),
  count(distinct (event, about)) filter (where channel = 'webhook'))::int`

/** Counts a batch anew and asks the rule whether it may go. Its row must be locked, or just made. */
export async function decideBatch(run: RunIn, batch: number): Promise<SendQuestion> {
  const [row] = await run<SendQuestion>(
    `select (select ${sizeOf} from notices where batch_id = $1) as size, released_by as "releasedBy",
       released_size as "releasedSize", stopped_at is not null as "isStopped"
     from notice_batches where id = $1`,
    [batch],
  )
  const decision = decideSend(row!)
  await run(`update notice_batches set size = $2, goes = $3 where id = $1`, [
    batch,
    row!.size,
    decision.send,
  ])
  return row!
}
