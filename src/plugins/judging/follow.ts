import type { CollectionConfig, PayloadRequest } from 'payload'
import { personOf } from '../../access/person.ts'
import { runIn } from '../../database/run-in.ts'
import { query, sql } from '../../database/sql.ts'
import { noteJudging } from '../../database/judging/log.ts'
import { readStoredRound } from '../../database/judging/rounds.ts'
import { takeOut } from '../../database/judging/works.ts'
import type { EntryKind } from '../../domain/kinds.ts'
import type { Status } from '../../domain/workflow.ts'
import type { AfterStep } from '../../hooks/after-step.ts'
import { refill } from './refill.ts'
import { opened } from './round-request.ts'

type Change = { kind: EntryKind; id: number; from: Status; to: Status; isStep: boolean }

const judged: readonly Status[] = ['accepted', 'published']

/** A work that is withdrawn, sent back or taken down leaves the rounds that run; one that returns is back. */
export const followStep: AfterStep = ({ req, kind, id, from, to }) =>
  follow(req, { kind, id, from, to, isStep: true })

/** The same for an edit, which sends a work back to the review before. */
export function followEntry(kind: EntryKind): NonNullable<CollectionConfig['hooks']> {
  return {
    afterChange: [
      async ({ doc, previousDoc, operation, req }) => {
        const [from, to] = [previousDoc?.status as Status, doc.status as Status]
        if (operation === 'update' && from !== to) {
          await follow(req, { kind, id: Number(doc.id), from, to, isStep: false })
        }
        return doc
      },
    ],
  }
}

async function follow(req: PayloadRequest, { kind, id, from, to, isStep }: Change): Promise<void> {
  // A take-down leads back to where a work waits for being published; an edit does, too, and stays in.
  const isTakenDown = isStep && from === 'published' && to === 'accepted'
  const stays = judged.includes(to) && !isTakenDown
  const rounds = await query<{ round: number; entry: string; isGone: boolean; why: string | null }>(
    req,
    sql`select w.round_id::int as round, w.entry, w.gone_at is not null as "isGone", w.gone_why as why
      from judging_works w join judging_rounds r on r.id = w.round_id
      where w.kind = ${kind} and w.entry_id = ${id} and coalesce(r.state, 'draft') <> 'locked'
      order by w.round_id`,
  )
  for (const { round: roundId, entry, isGone, why } of rounds) {
    if (stays !== isGone || why === 'by-hand') continue
    await move(req, { roundId, entry, gone: stays ? null : isTakenDown ? 'taken-down' : to })
  }
}

async function move(
  req: PayloadRequest,
  { roundId, entry, gone }: { roundId: number; entry: string; gone: string | null },
): Promise<void> {
  const run = runIn(req)
  const round = await readStoredRound(run, roundId, 'change')
  if (!round || round.state === 'locked') return
  if (gone) await takeOut(run, roundId, [entry], gone)
  else {
    await query(
      req,
      sql`update judging_works set gone_at = null, gone_why = null
        where round_id = ${roundId} and entry = ${entry}`,
    )
  }
  if (round.state === 'draft') return
  const filled = gone ? null : await refill(req, opened(round))
  const action = gone ? 'work-gone' : 'work-back'
  const by = personOf(req)?.id ?? null
  await noteJudging(run, { round: roundId, by, action, detail: { entry, why: gone, filled } })
}
