import type { KeptPair, PanelJudge } from '../../domain/judging/assignment.ts'
import type { WorkTies } from '../../domain/judging/recusal.ts'
import type { EntryKind } from '../../domain/kinds.ts'
import type { RunIn } from '../run-in.ts'

type Ties = { id: string; unitPaths: string[] }
type Place = { round: number; kind: EntryKind }

/**
 * The units behind works: the one that sent it in, those that its authors name as their workplace, and a
 * platform's operator, wherever the text is a unit's name.
 */
const behind = (kind: EntryKind): string => `
  select e.id, coalesce(e.unit_path, '') as path from ${kind} e
  union select a._parent_id, u.path from ${kind}_authors a join units u on u.name = btrim(a.workplace)
  ${kind === 'platforms' ? `union select e.id, u.path from platforms e join units u on u.name = btrim(e.operator)` : ''}`

/** The same of the one work `w`, for a question about it alone. */
export const behindOne = (kind: EntryKind): string => `
  select coalesce(e.unit_path, '') as path from ${kind} e where e.id = w.entry_id
  union select u.path from ${kind}_authors a join units u on u.name = btrim(a.workplace)
    where a._parent_id = w.entry_id
  ${
    kind === 'platforms'
      ? `union select u.path from platforms e join units u on u.name = btrim(e.operator) where e.id = w.entry_id`
      : ''
  }`

/** The works that stand in a round, with the units behind each. */
export function readTies(run: RunIn, { round, kind }: Place, work?: string): Promise<WorkTies[]> {
  return run<Ties>(
    `select w.entry as id, array_agg(b.path order by b.path) as "unitPaths"
      from judging_works w join (${behind(kind)}) b on b.id = w.entry_id
      where w.round_id = $1 and w.gone_at is null and ($2::text is null or w.entry = $2)
      group by w.entry`,
    [round, work ?? null],
  )
}

type PanelRow = {
  id: string
  isActive: boolean
  unitPath: string
  conflicts: Record<string, 'declared' | 'knows-author'>
}

/** The panel of a round; whoever left, was switched off or is no judge any more is not active. */
export async function readPanel(run: RunIn, round: number): Promise<PanelJudge[]> {
  const rows = await run<PanelRow>(
    `select p.judge_id::text as id, coalesce(u.unit_path, '') as "unitPath",
        p.left_at is null and u.active is not false and u.role = 'judge' as "isActive",
        (select coalesce(jsonb_object_agg(c.entry, c.kind), '{}') from judging_conflicts c
          where c.judge_id = p.judge_id) as conflicts
      from judging_panel p join users u on u.id = p.judge_id where p.round_id = $1 order by p.judge_id`,
    [round],
  )
  return rows.map(({ conflicts, ...judge }) => ({
    ...judge,
    conflicts: new Map(Object.entries(conflicts)),
  }))
}

/**
 * The pairs that stand, of works that stand. Marked: something was given that counts; of one who left,
 * what was handed in.
 */
export function readKept(run: RunIn, round: number): Promise<KeptPair[]> {
  return run<KeptPair>(
    `select p.entry as work, p.judge_id::text as judge,
        p.handed_in_at is not null or (p.saved_at is not null and q.left_at is null) as "isMarked"
      from judging_pairs p join judging_works w on w.round_id = p.round_id and w.entry = p.entry
        join judging_panel q on q.round_id = p.round_id and q.judge_id = p.judge_id
      where p.round_id = $1 and p.dropped_at is null and w.gone_at is null`,
    [round],
  )
}
