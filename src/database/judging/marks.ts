import type { RecusalReason, WorkTies } from '../../domain/judging/recusal.ts'
import { recusalOf } from '../../domain/judging/recusal.ts'
import type { EntryKind } from '../../domain/kinds.ts'
import type { RunIn } from '../run-in.ts'
import { iso } from './iso.ts'
import { behindOne } from './facts.ts'

export type Given = {
  marks: Record<string, number> | null
  passes: boolean | null
  note: string | null
  handedIn: boolean
}

/** How a judge stands to a work of a round, and what stands of theirs. */
export type PairFacts = {
  /** In the panel and not gone from it. */
  isActive: boolean
  entry: string | null
  isAssigned: boolean
  isGone: boolean
  recusal: RecusalReason | null
  given: Given
  savedAt: string | null
  handedInAt: string | null
  version: number
  /** Why the round is paused; null: it is not. */
  pausedFor: string | null
}

type Row = {
  isActive: boolean
  unitPath: string
  entry: string | null
  isGone: boolean
  isAssigned: boolean
  conflict: 'declared' | 'knows-author' | null
  unitPaths: string[]
  marks: Record<string, number> | null
  passes: boolean | null
  note: string | null
  savedAt: string | null
  handedInAt: string | null
  version: number | null
  pausedFor: string | null
}

/** Null: this judge never was in the round’s panel. In one statement: it is asked with every mark. */
export async function readPair(
  run: RunIn,
  asked: { round: number; kind: EntryKind; judge: number; number: number },
): Promise<PairFacts | null> {
  const { round, kind, judge, number } = asked
  const [row] = await run<Row>(
    `select q.left_at is null and u.active is not false and u.role = 'judge' as "isActive",
        coalesce(u.unit_path, '') as "unitPath", w.entry, w.gone_at is not null as "isGone",
        p.judge_id is not null as "isAssigned", p.marks, p.passes, p.note, ${iso('p.saved_at')} as "savedAt",
        ${iso('p.handed_in_at')} as "handedInAt", p.version,
        (select c.kind from judging_conflicts c where c.judge_id = q.judge_id and c.entry = w.entry) as conflict,
        array(select b.path from (${behindOne(kind)}) b) as "unitPaths",
        (select s.reason from judging_pauses s where s.round_id = $1 and s.to_at is null) as "pausedFor"
      from judging_panel q join users u on u.id = q.judge_id
        left join judging_works w on w.round_id = q.round_id and w.number = $3
        left join judging_pairs p on p.round_id = w.round_id and p.entry = w.entry
          and p.judge_id = q.judge_id and p.dropped_at is null
      where q.round_id = $1 and q.judge_id = $2`,
    [round, judge, number],
  )
  if (!row) return null
  const { isActive, entry, isAssigned, isGone, marks, passes, note, savedAt, handedInAt } = row
  return {
    ...{ isActive, entry, isAssigned, isGone, savedAt, handedInAt, version: row.version ?? 0 },
    pausedFor: row.pausedFor,
    recusal: isAssigned ? recusalIn(row) : null,
    given: { marks, passes, note, handedIn: handedInAt !== null },
  }
}

function recusalIn({ unitPath, entry, conflict, unitPaths }: Row): RecusalReason | null {
  const work: WorkTies = { id: entry!, unitPaths }
  return recusalOf({ unitPath, conflicts: new Map(conflict ? [[entry!, conflict]] : []) }, work)
}

export type SavedPair = { savedAt: string; handedInAt: string | null; version: number }

/**
 * Writes what a judge gave, and its row of the history, if what stands is still of that version; null:
 * somebody was faster.
 */
export async function savePair(
  run: RunIn,
  asked: { round: number; entry: string; judge: number; version: number; given: Given },
): Promise<SavedPair | null> {
  const { round, entry, judge, version, given } = asked
  const { marks, passes, note, handedIn } = given
  const [saved] = await run<SavedPair>(
    `with saved as (
      update judging_pairs set marks = $5::jsonb, passes = $6, note = $7, skipped_at = null,
        saved_at = clock_timestamp(), version = version + 1,
        handed_in_at = case when $8::boolean then coalesce(handed_in_at, clock_timestamp()) end
      where round_id = $1 and entry = $2 and judge_id = $3 and version = $4 and dropped_at is null
      returning round_id, entry, judge_id, saved_at, handed_in_at, version
    ), noted as (
      insert into judging_history (round_id, entry, judge_id, given)
      select round_id, entry, judge_id, $9::jsonb || jsonb_build_object('version', version) from saved
    )
    select ${iso('saved_at')} as "savedAt", ${iso('handed_in_at')} as "handedInAt", version from saved`,
    [
      ...[round, entry, judge, version, marks && JSON.stringify(marks), passes, note, handedIn],
      JSON.stringify(given),
    ],
  )
  return saved ?? null
}

/** Puts a work aside, or back. False: it is not the judge's, or was handed in. */
export async function skipPair(
  run: RunIn,
  asked: { round: number; entry: string; judge: number; isSkipped: boolean },
): Promise<boolean> {
  const { round, entry, judge, isSkipped } = asked
  const rows = await run(
    `update judging_pairs set skipped_at = case when $4::boolean then coalesce(skipped_at, clock_timestamp()) end
      where round_id = $1 and entry = $2 and judge_id = $3 and dropped_at is null and handed_in_at is null
      returning entry`,
    [round, entry, judge, isSkipped],
  )
  return rows.length > 0
}
