import type { RuleChange } from '../domain/participation/rule-changes.ts'
import { list, query, sql } from './sql.ts'

type Req = Parameters<typeof query>[0]

/** The notes on changed calls of these tracks, by track, the oldest first; `since`: only later ones. */
export async function ruleChangesOf(
  req: Req,
  tracks: readonly number[],
  since: string | null = null,
): Promise<Map<number, RuleChange[]>> {
  const rows = await query<RuleChange & { track: number }>(
    req,
    sql`select track_id as track, at, removed, added from rule_changes
      where track_id in ${list(tracks)} and (${since}::timestamptz is null or at > ${since}::timestamptz)
      order by at, id`,
  )
  const changes = new Map<number, RuleChange[]>(tracks.map((track) => [track, []]))
  for (const { track, at, removed, added } of rows) {
    changes.get(track)!.push({ at: new Date(at).toISOString(), removed, added })
  }
  return changes
}
