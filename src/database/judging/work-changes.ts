import { judgedPaths } from '../../domain/judging/shown-fields.ts'
import type { EntryKind } from '../../domain/kinds.ts'
import type { RunIn } from '../run-in.ts'
import { iso } from './iso.ts'

/**
 * A work of which something that judges see was changed after the round had taken it in: when last, and
 * how many of the marks that count were given before that.
 */
export type WorkChange = { entry: string; at: string; marksBefore: number }

type Place = { round: number; kind: EntryKind; blind: boolean }

/** By the log of edits, which holds every change of a work with a number. */
export async function readWorkChanges(
  run: RunIn,
  { round, kind, blind }: Place,
  work: string | null = null,
): Promise<Map<string, WorkChange>> {
  const rows = await run<WorkChange>(
    `select x.entry, ${iso('x.at')} as at,
        (select count(*)::int from judging_pairs p where p.round_id = $1 and p.entry = x.entry
          and p.dropped_at is null and p.handed_in_at is not null and p.saved_at < x.at) as "marksBefore"
      from (select w.entry, max(l.created_at) as at from judging_works w
        join review_logs l on l.kind = '${kind}' and l.entry_id = w.entry_id and l.action = 'edit'
          and l.created_at > w.added_at
        where w.round_id = $1 and ($3::text is null or w.entry = $3) and exists (
          select from jsonb_array_elements(case when jsonb_typeof(l.changes) = 'array' then l.changes end) c
            where split_part(c ->> 'path', '.', 1) = any($2::text[]))
        group by w.entry) x order by x.at desc, x.entry`,
    [round, [...judgedPaths(kind, blind)], work],
  )
  return new Map(rows.map((row) => [row.entry, row]))
}
