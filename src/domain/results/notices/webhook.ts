import { noticeEventList, noticeEvents, type NoticeEvent } from './events.ts'

const throughClients = ['client', 'participant', 'objector']

/** Events that a client may be told of. */
export const webhookEvents: NoticeEvent[] = noticeEventList.filter((event) =>
  noticeEvents[event].tells.some((kind) => throughClients.includes(kind)),
)

/** Ids, states and times: of all that a notice says, programs are told these alone. */
const carried: Readonly<Record<string, string>> = {
  entryId: 'entry',
  version: 'version',
  level: 'level',
  certificate: 'certificate',
  objection: 'objection',
}

export type WebhookPayload = {
  /** `entry.returned` */
  type: string
  /** When it happened, an ISO instant. */
  timestamp: string
  data: Record<string, string>
}

/** `entry-taken-down` → `entry.taken-down` */
export function webhookType(event: NoticeEvent): string {
  return event.replace('-', '.')
}

/** What a client is sent: no personal data and no free text, for it lies where we no longer see it. */
export function webhookPayload({
  event,
  at,
  values,
  ids = {},
}: {
  event: NoticeEvent
  at: string
  values: Readonly<Record<string, string>>
  ids?: Readonly<Record<string, string>>
}): WebhookPayload {
  const data: Record<string, string> = {}
  for (const [name, value] of Object.entries(values)) {
    if (Object.hasOwn(carried, name)) data[carried[name]!] = value
  }
  if (event.startsWith('entry-')) data.status = event.slice('entry-'.length)
  return { type: webhookType(event), timestamp: at, data: { ...data, ...ids } }
}
