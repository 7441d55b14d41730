import { cacheUntilChanged } from '../cache.ts'
import type { Change, Changes } from '../changes.ts'
import type { Database } from '../database.ts'

export type TrackPlace = { id: number; slug: string; campaign: string; kind: string }

export type TrackDirectory = {
  /** Every track there is, those of the newest campaign first. */
  all: () => Promise<TrackPlace[]>
}

const text = `
  select t.source_id as id, t.slug, t.campaign, t.document ->> 'kind' as kind
  from showcase_documents t
  left join showcase_documents c on c.type = 'campaign' and c.slug = t.campaign
  where t.type = 'track'
  order by c.sort_at desc nulls last, c.source_id desc, t.source_id`

/** Which tracks there are: few, asked for by nearly every list, and kept until one changes. */
export function trackDirectory(database: Database, changes: Changes): TrackDirectory {
  const cache = cacheUntilChanged<TrackPlace[]>({
    maxBytes: 2 ** 20,
    bytesOf: (tracks) => tracks.length * 200,
    changes,
  })
  return {
    all: () =>
      cache.through('all', async () => ({
        value: await database.read<TrackPlace>('tracks', text),
        matches: isAboutTracks,
      })),
  }
}

export function isAboutTracks(change: Change): boolean {
  return 'document' in change && (change.document === 'track' || change.document === 'campaign')
}
