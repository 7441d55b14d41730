import type { CollectionBeforeChangeHook } from 'payload'
import { personOf } from '../../access/person.ts'
import { query, sql } from '../../database/sql.ts'
import { isEntryKind } from '../../domain/kinds.ts'
import { changedSentences, type CallSource } from '../../domain/participation/rule-changes.ts'
import { windowsOf } from '../../domain/phases.ts'
import type { TrackRule } from '../../domain/rules/index.ts'
import { idOf } from '../../fields/id-of.ts'
import type { Track } from '../../payload-types.ts'

/**
 * Notes in the same transaction what changed in a call that is open or over: people may have sent in
 * by what it said before. Before the write, so that what is shown of the track has the note in it.
 */
export const noteRuleChange: CollectionBeforeChangeHook<Track> = async ({
  data,
  originalDoc,
  operation,
  req,
}) => {
  if (operation !== 'update' || !originalDoc || !isEntryKind(originalDoc.kind)) return data
  const before = callSource(originalDoc)
  const after = callSource({ ...originalDoc, ...data })
  const changed = changedSentences(before, after)
  if (!changed || !(await hasOpened(req, originalDoc))) return data
  await query(
    req,
    sql`insert into rule_changes (track_id, actor_id, removed, added, before, after)
      values (${originalDoc.id}, ${personOf(req)?.id ?? null}, ${JSON.stringify(changed.removed)}::jsonb,
        ${JSON.stringify(changed.added)}::jsonb, ${JSON.stringify(before)}::jsonb, ${JSON.stringify(after)}::jsonb)`,
  )
  return data
}

function callSource({ kind, rules, perPersonLimit }: Partial<Track>): CallSource {
  return {
    kind: kind!,
    rules: (rules ?? []).map(({ id: _, ...rule }) => rule as TrackRule),
    perPersonLimit: perPersonLimit ?? null,
  }
}

async function hasOpened(
  req: Parameters<CollectionBeforeChangeHook>[0]['req'],
  track: Track,
): Promise<boolean> {
  const campaign = await req.payload.findByID({
    ...{ collection: 'campaigns', id: idOf(track.campaign)!, depth: 0, disableErrors: true, req },
  })
  const windows = windowsOf({
    campaignPhases: campaign?.phases ?? [],
    trackWindows: track.windows,
  })
  return windows.collect !== null && windows.collect.from.getTime() <= Date.now()
}
