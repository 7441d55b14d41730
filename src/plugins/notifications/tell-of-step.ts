import type { PayloadRequest } from 'payload'
import { query, sql } from '../../database/sql.ts'
import type { EntryKind } from '../../domain/kinds.ts'
import type { NoticeEvent } from '../../domain/results/notices.ts'
import type { Status } from '../../domain/workflow.ts'
import type { AfterStep } from '../../hooks/after-step.ts'
import { notify } from '../../hooks/notices.ts'

type EntryEvent = Extract<NoticeEvent, `entry-${string}`>

/** Whoever sent a work in hears what became of it. */
export const tellOfStep: AfterStep = async ({ req, kind, id, from, to, reason }) => {
  const event = eventOf(from, to)
  if (!event || req.context.tellsNobody) return
  const work = await workOf(req, kind, id)
  if (!work) return
  const { publicId, title, track, unit, participant } = work
  const values = { entryId: publicId, entryTitle: title, track, reason: reason ?? '—' }
  await notify(req, {
    event,
    about: publicId,
    ids: { kind },
    to: [
      ...(unit === null ? [] : [{ kind: 'submitting-unit' as const, unitId: unit, values }]),
      ...(participant === null
        ? []
        : [{ kind: 'participant' as const, participantId: participant, values }]),
      // What is public, or no longer, concerns every client; the rest is between it and its people.
      ...(isPublic(event) ? [{ kind: 'client' as const, values }] : []),
    ],
  })
}

function eventOf(from: Status, to: Status): EntryEvent | null {
  if (to === 'published') return 'entry-published'
  if (from === 'published') return 'entry-taken-down'
  if (to === 'returned') return 'entry-returned'
  return to === 'rejected' ? 'entry-rejected' : null
}

function isPublic(event: EntryEvent): boolean {
  return event === 'entry-published' || event === 'entry-taken-down'
}

type Work = {
  publicId: string
  title: string
  track: string
  unit: number | null
  participant: number | null
}

async function workOf(req: PayloadRequest, kind: EntryKind, id: number): Promise<Work | undefined> {
  const [row] = await query<Work>(
    req,
    sql`select e.public_id as "publicId", e.title, t.title as track, e.unit_id as unit,
        e.participant_id::int as participant
      from ${sql.identifier(kind)} e join tracks t on t.id = e.track_id
      where e.id = ${id} and e.public_id is not null`,
  )
  return row
}
