import { createHash } from 'node:crypto'
import { noticeEvents, withoutSecrets, type NoticeEvent } from '../../domain/results/notices.ts'
import type { Words } from '../../domain/words.ts'
import type { RunIn } from '../run-in.ts'
import { decideBatch } from './decide.ts'
import { logNotice, type Actor } from './log.ts'
import { templatesNow, textOf, type NoticeText } from './templates.ts'

export type ShownBatch = {
  id: number
  event: NoticeEvent
  name: Words
  size: number
  mails: number
  webhooks: number
  createdAt: string
  by: string | null
  state: 'held' | 'released' | 'stopped'
}

/** A message as it would go out. `problem`: it cannot be made. */
export type ShownMessage = {
  id: string
  channel: 'mail' | 'webhook'
  to: string
  subject: string
  body: string
  problem: string | null
}

export type BatchLook = {
  batch: ShownBatch
  /** The first of them; `total` says how many there are. */
  messages: ShownMessage[]
  total: number
  /** Of all that waits, texts and addresses: a release names it. */
  sha256: string
}

/** Who objected is known to those who rule on it, not to whoever sends mails. */
export const objector = '异议人 / the objector'

const columns = `b.id, b.event, b.size, b.created_at as "createdAt", u.name as by,
  case when b.stopped_at is not null then 'stopped' when b.goes then 'released' else 'held' end as state,
  (select count(*)::int from notices n where n.batch_id = b.id and n.channel = 'mail') as mails,
  (select count(*)::int from notices n where n.batch_id = b.id and n.channel = 'webhook') as webhooks`

/** Batches that wait for a person, the oldest first. */
export async function heldBatches(run: RunIn): Promise<ShownBatch[]> {
  const rows = await run<ShownBatch>(
    `select ${columns} from notice_batches b left join users u on u.id = b.by_id
     where not b.goes and b.stopped_at is null and b.size > 1 order by b.id limit 100`,
    [],
  )
  return rows.map(shown)
}

/** A batch with what it would say now; undefined: there is none. */
export async function lookAtBatch(
  run: RunIn,
  id: number,
  most = 50,
): Promise<BatchLook | undefined> {
  const [row] = await run<ShownBatch>(
    `select ${columns} from notice_batches b left join users u on u.id = b.by_id where b.id = $1`,
    [id],
  )
  if (!row) return undefined
  const messages = await messagesOf(run, id)
  return {
    ...{ batch: shown(row), total: messages.length, sha256: digestOf(messages) },
    messages: messages.slice(0, most).map(({ event, values, ...message }) => ({
      ...message,
      subject: withoutSecrets(event, values, message.subject),
      body: withoutSecrets(event, values, message.body),
    })),
  }
}

/**
 * Lets a batch go as it was looked at, and keeps its texts so.
 *
 * @returns `changed`: by now it says something else, or to others; `unfit`: one of its messages cannot be made
 */
export async function releaseBatch(
  run: RunIn,
  { id, sha256, actor }: { id: number; sha256: string; actor: NonNullable<Actor> },
): Promise<'released' | 'changed' | 'unfit' | 'not-held' | 'not-found'> {
  const [row] = await run<{ held: boolean }>(
    `select not goes and stopped_at is null as held from notice_batches where id = $1 for update`,
    [id],
  )
  if (!row) return 'not-found'
  if (!row.held) return 'not-held'
  const messages = await messagesOf(run, id)
  if (digestOf(messages) !== sha256) return 'changed'
  if (messages.some(({ problem }) => problem !== null)) return 'unfit'
  await run(
    `update notices n set subject = m.subject, body = m.body
     from jsonb_to_recordset($2::jsonb) as m (id uuid, subject text, body text)
     where n.id = m.id and n.batch_id = $1 and n.state = 'waiting'`,
    [id, JSON.stringify(messages)],
  )
  const { size } = await decideBatch(run, id)
  await run(
    `update notice_batches set released_at = clock_timestamp(), released_by = $2::int, released_size = $3::int,
       released_sha256 = $4 where id = $1`,
    [id, actor.id, size, sha256],
  )
  await decideBatch(run, id)
  const detail = { size, messages: messages.length, sha256 }
  await logNotice(run, { action: 'release', actor, batch: id, detail })
  return 'released'
}

/** Keeps what of a batch has not gone out from going out, for good. */
export async function stopBatch(
  run: RunIn,
  { id, actor }: { id: number; actor: NonNullable<Actor> },
): Promise<'stopped' | 'not-found'> {
  const rows = await run(
    `update notice_batches set stopped_at = clock_timestamp(), stopped_by = $2::int, goes = false
     where id = $1 and stopped_at is null returning id`,
    [id, actor.id],
  )
  if (rows.length === 0) return 'not-found'
  const stopped = await run(
    `update notices set state = 'stopped', ended_at = clock_timestamp()
     where batch_id = $1 and state = 'waiting' returning id`,
    [id],
  )
  await logNotice(run, { action: 'stop', actor, batch: id, detail: { messages: stopped.length } })
  return 'stopped'
}

type Message = ShownMessage & Pick<NoticeText, 'event' | 'values'>

async function messagesOf(run: RunIn, id: number): Promise<Message[]> {
  const rows = await run<NoticeText & { id: string; to: string | null }>(
    `select n.id, n.channel, n.event, n."values", n.ids, n.created_at as "createdAt",
       case when n.channel = 'webhook' then c.name || ' ' || e.url
         when n.kind = 'objector' then '${objector}'
         when n.user_id is null then n.email when u.active is not false then u.name || ' <' || u.email || '>' end as "to"
     from notices n left join users u on u.id = n.user_id left join webhook_endpoints e on e.id = n.endpoint_id
       left join api_clients c on c.id = e.client_id
     where n.batch_id = $1 and n.state = 'waiting' order by n.seq`,
    [id],
  )
  const templates = await templatesNow(run)
  return rows.map((row) => {
    const { channel, event, values } = row
    const place = { id: row.id, to: row.to ?? '', channel, event, values }
    try {
      return { ...place, ...textOf(row, templates), problem: null }
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      return { ...place, subject: '', body: '', problem: error.message }
    }
  })
}

function digestOf(messages: readonly ShownMessage[]): string {
  const parts = messages.map(({ id, to, subject, body }) => [id, to, subject, body])
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

function shown(row: ShownBatch): ShownBatch {
  const name = noticeEvents[row.event]?.name ?? { zh: row.event, en: row.event }
  return { ...row, name, createdAt: new Date(row.createdAt).toISOString() }
}
