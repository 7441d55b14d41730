import type { Payload, PayloadRequest } from 'payload'
import { countNotices } from '../database/notices/list.ts'
import { runIn } from '../database/run-in.ts'
import type { Log } from '../door/log.ts'
import type { NoticeStats } from '../door/metrics.ts'
import type { Environment } from '../environment.ts'
import { allowedFor } from '../outgoing/endpoint-address.ts'
import { openSender, type Sender } from '../outgoing/sender.ts'

/** Sends mails and webhooks; on nodes that do jobs. */
export function openNoticeSender(settings: Environment, log: Log): Sender {
  const { databaseUrl, smtpUrl, publicUrl, fieldKey, fieldKeyId, checkLoopback } = settings
  return openSender({
    ...{ databaseUrl, smtpUrl, host: new URL(publicUrl).hostname },
    keys: [{ id: fieldKeyId, key: fieldKey }],
    allowed: allowedFor({ loopback: checkLoopback }),
    log: log.child({ from: 'notices' }),
  })
}

/** For the metrics: what is not through yet. */
export const noticeStatsOf =
  (payload: Payload): NoticeStats =>
  () =>
    countNotices(runIn({ payload } as PayloadRequest))
