import type { PayloadRequest } from 'payload'
import { runIn } from '../../../database/run-in.ts'
import type { StoredRound } from '../../../database/judging/rounds.ts'

/** What staff see of a work beside its numbers. */
export type WorkName = { title: string; unit: string | null }

/** The works of a round by public id, with what they are called now. */
export async function workNames(
  req: PayloadRequest,
  { id, track }: Pick<StoredRound, 'id' | 'track'>,
): Promise<Map<string, WorkName>> {
  const rows = await runIn(req)<WorkName & { entry: string }>(
    `select w.entry, coalesce(e.title, w.entry) as title, n.name as unit from judging_works w
      left join ${track.kind} e on e.id = w.entry_id left join units n on n.id = e.unit_id
      where w.round_id = $1`,
    [id],
  )
  return new Map(rows.map(({ entry, title, unit }) => [entry, { title, unit }]))
}
