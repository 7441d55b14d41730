import { entryKinds, type EntryKind } from '../../domain/kinds.ts'
import type { RunIn } from '../run-in.ts'
import { iso } from './iso.ts'

type Place = { round: number; kind: EntryKind; judge: number }

/** A work as it was assigned to a judge, and what the judge gave; `names`: whom it must not name when blind. */
export type OwnWork = {
  entry: string
  number: number
  title: string
  theme: string | null
  subtype: string | null
  names: string[]
  isGone: boolean
  marks: Record<string, number> | null
  passes: boolean | null
  note: string | null
  skippedAt: string | null
  savedAt: string | null
  handedInAt: string | null
  version: number
}

/**
 * Authors and their workplaces, the unit and all above it but the province itself, and a platform's
 * operator: of the entry `e`.
 */
const namesOf = (kind: EntryKind): string => `array(
  select a.name from ${kind}_authors a where a._parent_id = e.id and a.name is not null
  union select a.workplace from ${kind}_authors a where a._parent_id = e.id and a.workplace is not null
  union select u.name from units u where u.parent_id is not null and e.unit_path like u.path || '%'
  ${kind === 'platforms' ? 'union select e.operator where e.operator is not null' : ''})`

const subtypeOf = (kind: EntryKind): string =>
  entryKinds[kind].subtypes.length > 0 ? 'e.subtype::text' : 'null::text'

/** The works of a judge in a round, by number; with `number` only that one. */
export function readOwnWorks(
  run: RunIn,
  { round, kind, judge }: Place,
  number?: number,
): Promise<OwnWork[]> {
  return run<OwnWork>(
    `select w.entry, w.number, e.title, e.theme, ${subtypeOf(kind)} as subtype, ${namesOf(kind)} as names,
        w.gone_at is not null as "isGone", p.marks, p.passes, p.note, ${iso('p.skipped_at')} as "skippedAt",
        ${iso('p.saved_at')} as "savedAt", ${iso('p.handed_in_at')} as "handedInAt", p.version
      from judging_pairs p join judging_works w on w.round_id = p.round_id and w.entry = p.entry
        join ${kind} e on e.id = w.entry_id
      where p.round_id = $1 and p.judge_id = $2 and p.dropped_at is null
        and ($3::int is null or w.number = $3) order by w.number`,
    [round, judge, number ?? null],
  )
}

export type Progress = { total: number; handedIn: number; started: number; skipped: number }

/** How far a judge is, by round; works that are gone do not count. */
export async function readProgress(
  run: RunIn,
  judge: number,
  rounds: readonly number[],
): Promise<Map<number, Progress>> {
  const rows = await run<Progress & { round: number }>(
    `select p.round_id::int as round, count(*)::int as total, count(p.handed_in_at)::int as "handedIn",
        count(*) filter (where p.handed_in_at is null and p.skipped_at is null and p.saved_at is not null)::int as started,
        count(*) filter (where p.handed_in_at is null and p.skipped_at is not null)::int as skipped
      from judging_pairs p join judging_works w on w.round_id = p.round_id and w.entry = p.entry
      where p.judge_id = $1 and p.round_id = any($2::int[]) and p.dropped_at is null and w.gone_at is null
      group by p.round_id`,
    [judge, rounds],
  )
  const found = new Map(rows.map(({ round, ...progress }) => [round, progress]))
  const none = { total: 0, handedIn: 0, started: 0, skipped: 0 }
  return new Map(rounds.map((round) => [round, found.get(round) ?? none]))
}

/** What the other judges handed in for a work. */
export function readOthers(
  run: RunIn,
  { round, entry, judge }: { round: number; entry: string; judge: number },
): Promise<{ judge: number; marks: Record<string, number> | null; passes: boolean | null }[]> {
  return run(
    `select judge_id::int as judge, marks, passes from judging_pairs
      where round_id = $1 and entry = $2 and judge_id <> $3 and dropped_at is null
        and handed_in_at is not null`,
    [round, entry, judge],
  )
}

/** All who are or were in the panel, for their numbers towards each other. */
export async function readPanelIds(run: RunIn, round: number): Promise<number[]> {
  const rows = await run<{ judge: number }>(
    `select judge_id::int as judge from judging_panel where round_id = $1 order by judge_id`,
    [round],
  )
  return rows.map(({ judge }) => judge)
}
