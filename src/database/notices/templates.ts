import {
  defaultTemplates,
  render,
  webhookPayload,
  type NoticeEvent,
  type Template,
} from '../../domain/results/notices.ts'
import type { RunIn } from '../run-in.ts'

export type Templates = (event: NoticeEvent) => Template

/** The templates that hold now: the province's own where one is active, else those of the house. */
export async function templatesNow(run: RunIn): Promise<Templates> {
  const rows = await run<Template & { event: string }>(
    `select event, subject, body from notice_templates where active`,
    [],
  )
  const own = new Map(rows.map(({ event, ...template }) => [event, template]))
  return (event) => own.get(event) ?? defaultTemplates[event]
}

/** What a notice is made of, as its row has it. */
export type NoticeText = {
  channel: 'mail' | 'webhook'
  event: NoticeEvent
  values: Record<string, string>
  ids: Record<string, string>
  createdAt: string | Date
}

/**
 * What goes out: a mail by its template, a webhook as JSON.
 *
 * @throws RangeError for a template that names what the notice does not have
 */
export function textOf(
  { channel, event, values, ids, createdAt }: NoticeText,
  templates: Templates,
): Template {
  if (channel === 'mail') return render(templates(event), values)
  const at = new Date(createdAt).toISOString()
  return { subject: event, body: JSON.stringify(webhookPayload({ event, at, values, ids })) }
}
