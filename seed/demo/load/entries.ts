import type { CollectionSlug, Payload } from 'payload'
import { personOf } from '../../../src/access/person.ts'
import { refreshEntries } from '../../../src/database/showcase/refresh.ts'
import { inTransaction, queryAlone, sql } from '../../../src/database/sql.ts'
import { writeLog } from '../../../src/hooks/write-log.ts'
import { takeStep } from '../../../src/hooks/steps/take-step.ts'
import type { EntryKind } from '../../../src/domain/kinds.ts'
import type { PlannedEntry, PlannedStep } from '../plan.ts'
import { backDate } from './back-date.ts'
import { stepTime } from './log-times.ts'
import { personNamed, requestOf, type People } from './request.ts'

type Placed = {
  entry: PlannedEntry
  people: People
  unit: number
  track: number
  /** Ids of the files that were uploaded for it, by field. */
  files: Record<string, number | number[]>
}

/**
 * Writes an entry and takes all its steps, each as the person of the plan, in one transaction: after a
 * run that was cut off it is there whole, or not at all.
 */
export async function loadEntry(payload: Payload, placed: Placed): Promise<number> {
  const { entry, people, unit, track, files } = placed
  const author = personNamed(people, entry.by)
  const req = await requestOf(payload, author)
  return inTransaction(req, async () => {
    const { id } = await payload.create({
      collection: entry.kind as CollectionSlug,
      data: { ...entry.data, ...files, unit, track } as never,
      depth: 0,
      overrideAccess: false,
      user: req.user!,
      req,
    })
    for (const step of entry.steps) {
      const by = await requestOf(payload, personNamed(people, step.by), req)
      by.context[stepTime] = step.at
      if (step.action === 'note') await note(by, { kind: entry.kind, id: Number(id), step })
      else {
        const { action, reason } = step
        await takeStep(by, personOf(by)!, { kind: entry.kind, id: Number(id), action, reason })
      }
    }
    await backDate(req, { id: Number(id), entry })
    await refreshEntries(req, entry.kind, [Number(id)])
    return Number(id)
  })
}

/** Kind, unit's id and title of an entry, by which it is known again. */
export function entryName(kind: EntryKind, unit: number, title: string): string {
  return `${kind}/${unit}/${title}`
}

/**
 * The names of the entries that a database has. Titles in the review log count too: whoever tries the
 * demo may have given an entry another title since.
 */
export async function knownEntries(
  payload: Payload,
  kinds: readonly EntryKind[],
): Promise<Set<string>> {
  const known = new Set<string>()
  for (const kind of kinds) {
    const rows = await queryAlone<{ unit_id: number; title: string }>(
      payload,
      sql`select unit_id, title from ${sql.identifier(kind)}
        union select unit_id, title from review_logs where kind = ${kind} and action = 'submit'`,
    )
    for (const { unit_id, title } of rows) known.add(entryName(kind, unit_id, title))
  }
  return known
}

async function note(
  req: Awaited<ReturnType<typeof requestOf>>,
  { kind, id, step }: { kind: EntryKind; id: number; step: PlannedStep },
): Promise<void> {
  const entry = await req.payload.findByID({
    collection: kind as 'videos',
    id,
    depth: 0,
    overrideAccess: false,
    user: req.user!,
    req,
  })
  const { status } = entry
  const work = entry as unknown as Record<string, unknown>
  const { reason } = step
  await writeLog(req, { kind, entry: work, action: 'note', from: status, to: status, reason })
}
