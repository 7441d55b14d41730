import { judgedDocuments } from '../../domain/judging/shown-fields.ts'
import type { EntryKind } from '../../domain/kinds.ts'
import type { RunIn } from '../run-in.ts'

type Place = { id: number; track: { id: number; kind: EntryKind } }

/**
 * Works with documents that a blind round keeps back from its judges: of the round's works, and while it is a
 * draft of those that it could take in.
 */
export async function readWithheld(
  run: RunIn,
  { id, track: { id: track, kind } }: Place,
): Promise<{ entry: string; title: string }[]> {
  const fields = judgedDocuments(kind)
  if (fields.length === 0) return []
  return run(
    `select e.public_id as entry, e.title from ${kind} e
      left join judging_works w on w.round_id = $1 and w.entry_id = e.id
      where e.track_id = $2 and w.gone_at is null
        and (w.entry is not null or e.status in ('accepted', 'published') and exists (
          select from judging_rounds r where r.id = $1 and coalesce(r.state, 'draft') = 'draft'))
        and exists (select from ${kind}_rels f join media m on m.id = f.media_id
          where f.parent_id = e.id and f.path = any($3::text[]) and m.mime_type not like 'image/%')
      order by e.public_id`,
    [id, track, fields],
  )
}
