import type { PayloadRequest } from 'payload'
import { personOf } from '../access/person.ts'
import { writeNotices } from '../database/notices/write.ts'
import { runIn } from '../database/run-in.ts'
import { inTransaction } from '../database/sql.ts'
import type { NoticeEvent, RecipientOf, ValuesOf } from '../domain/results/notices.ts'

/** Somebody who is told; which of the ids is given follows from the kind (docs/notices.md). */
export type Recipient<E extends NoticeEvent = NoticeEvent> = {
  kind: RecipientOf<E>
  /** An account: a judge, an objector. */
  userId?: number
  /** A unit: every active editor of it gets the mail. */
  unitId?: number
  /** A participant: no address is known, the clients that brought them are told. */
  participantId?: number
  /** One client; `client` without it: every client that asked for the event. */
  clientId?: number
  email?: string
  /** A value for every placeholder of the event. */
  values: ValuesOf<E>
}

export type Notice<E extends NoticeEvent> = {
  event: E
  /**
   * What it tells of (`2022-PHO-000123`, `round:3`): in one batch the same recipient is told the same
   * event of the same thing once. Unless given: what the values say.
   */
  about?: string
  /** One change of state or one person's doing; unless given, that of the request's transaction. */
  batch?: string
  /** Ids for programs, in webhooks only: no personal data, no free text. */
  ids?: Record<string, string>
  to: readonly Recipient<E>[]
}

/**
 * Writes notices into the outbox, in the transaction of `req`: undone with it, nobody is told. Nothing is
 * sent here. A batch of one goes by itself afterwards, a larger one waits for somebody who releases it.
 * Nothing is written where `req.context.tellsNobody` says so: demos and imports.
 *
 * @throws RangeError, which undoes the change, for a value that the event's placeholders need and is missing
 */
export async function notify<E extends NoticeEvent>(
  req: PayloadRequest,
  { event, about, batch, ids, to }: Notice<E>,
): Promise<void> {
  if (to.length === 0 || req.context.tellsNobody) return
  await inTransaction(req, async () => {
    await writeNotices(runIn(req), {
      ...{ event, about, ids, to },
      batch: batch ?? `tx:${await req.transactionID}`,
      by: personOf(req)?.id ?? null,
    })
  })
}
