import { createHash } from 'node:crypto'
import { noticeEvents, type NoticeEvent } from '../../domain/results/notices.ts'
import type { RunIn } from '../run-in.ts'
import { addressesOf, type Asked } from './addresses.ts'
import { decideBatch } from './decide.ts'

export type Outgoing = {
  event: NoticeEvent
  about?: string
  batch: string
  ids?: Record<string, string>
  to: readonly (Asked & { values: Readonly<Record<string, string>> })[]
  /** The account of whoever did it; null: nobody, or nobody of the staff. */
  by: number | null
}

/**
 * Adds notices to a batch, which stays locked until the transaction ends: nobody releases it meanwhile.
 *
 * @returns how many rows were added: an address that was told the same in this batch is not told again
 * @throws RangeError for a value that a placeholder of the event needs and is missing
 */
export async function writeNotices(
  run: RunIn,
  { event, about, batch, ids = {}, to, by }: Outgoing,
): Promise<number> {
  for (const { values } of to) expectValues(event, values)
  const addressed = await addressesOf(run, event, to.map(asked), by)
  if (addressed.length === 0) return 0
  const [held] = await run<{ id: number; stopped: boolean }>(
    `insert into notice_batches as b (key, event, by_id) values ($1, $2, $3)
     on conflict (key) do update set key = b.key returning id, stopped_at is not null as stopped`,
    [batch, event, by],
  )
  const rows = addressed.map(({ turn, ...address }) => {
    const { kind, values } = to[turn]!
    return { ...address, kind, values, about: subjectOf(about, values) }
  })
  const added = await run(
    `insert into notices (batch_id, event, about, kind, told, channel, user_id, email, endpoint_id, "values", ids, state, ended_at)
     select $1, $2, about, kind, told, channel, "userId", email, "endpointId", "values", $4::jsonb,
       case when $5 then 'stopped' else 'waiting' end, case when $5 then clock_timestamp() end
     from jsonb_to_recordset($3::jsonb) as r (about text, kind text, told text, channel text, "userId" int,
       email text, "endpointId" int, "values" jsonb)
     on conflict do nothing returning id`,
    [held!.id, event, JSON.stringify(rows), JSON.stringify(ids), held!.stopped],
  )
  if (added.length > 0) await decideBatch(run, held!.id)
  return added.length
}

function expectValues(event: NoticeEvent, values: Readonly<Record<string, string>>): void {
  for (const name of Object.keys(noticeEvents[event].placeholders)) {
    if (typeof values[name] !== 'string') {
      throw new RangeError(`The notice “${event}” lacks a value for “${name}”`)
    }
  }
}

function asked({ kind, userId, unitId, participantId, clientId, email }: Asked): Asked {
  return { kind, userId, unitId, participantId, clientId, email }
}

// What tells of a work is about that work, whatever else it belongs to.
function subjectOf(about: string | undefined, values: Readonly<Record<string, string>>): string {
  const named = [about, values.entryId].filter((name) => name !== undefined)
  return named.length === 0 ? digestOf(values) : [...new Set(named)].join('/')
}

function digestOf(values: Readonly<Record<string, string>>): string {
  const entries = Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(entries)).digest('hex').slice(0, 16)
}
