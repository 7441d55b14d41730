import type { Payload, Where } from 'payload'
import type { EntryKind } from '../../../src/domain/kinds.ts'
import type { User } from '../../../src/payload-types.ts'
import type { PlannedEntry } from '../plan.ts'
import type { DemoTracks } from './tracks.ts'

const withQuota: readonly EntryKind[] = ['photos', 'videos', 'commentaries']

/**
 * Gives every city a quota in three tracks: with room for what the plan sends in from the city and the
 * units below it, and none to three places to spare.
 */
export async function loadQuotas(
  payload: Payload,
  {
    user,
    units,
    tracks,
    entries,
  }: {
    user: User
    units: ReadonlyMap<string, number>
    tracks: DemoTracks
    entries: readonly PlannedEntry[]
  },
): Promise<void> {
  const cities = [...units].filter(([code]) => /^32\d\d00$/.test(code) && code !== '320000')
  for (const kind of withQuota) {
    const track = tracks.byKind.get(kind)!.id
    for (const [index, [code, unit]] of cities.entries()) {
      const where: Where = { and: [{ track: { equals: track } }, { unit: { equals: unit } }] }
      const { totalDocs } = await payload.count({ collection: 'quotas', where })
      if (totalDocs > 0) continue
      const sent = entries.filter(
        (entry) =>
          entry.kind === kind && entry.steps.length > 0 && entry.unit.startsWith(code.slice(0, 4)),
      ).length
      await payload.create({
        collection: 'quotas',
        data: {
          track,
          unit,
          minimum: 3,
          maximum: Math.max(sent, 3) + (index % 4),
          countsFrom: 'submit',
        },
        depth: 0,
        overrideAccess: false,
        user,
      })
    }
  }
}
