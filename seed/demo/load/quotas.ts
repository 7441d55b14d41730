import type { Payload, Where } from 'payload'
import type { EntryKind } from '../../../src/domain/kinds.ts'
import type { User } from '../../../src/payload-types.ts'
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
    sent,
  }: {
    user: User
    units: ReadonlyMap<string, number>
    tracks: DemoTracks
    /** Everything that is to be sent in, by units and workers; what has no steps stays a draft. */
    sent: readonly { kind: EntryKind; unit: string; steps: readonly unknown[] }[]
  },
): Promise<void> {
  const cities = [...units].filter(([code]) => /^32\d\d00$/.test(code) && code !== '320000')
  for (const kind of withQuota) {
    const track = tracks.byKind.get(kind)!.id
    for (const [index, [code, unit]] of cities.entries()) {
      const where: Where = { and: [{ track: { equals: track } }, { unit: { equals: unit } }] }
      const { totalDocs } = await payload.count({ collection: 'quotas', where })
      if (totalDocs > 0) continue
      const count = sent.filter(
        (one) => one.kind === kind && one.steps.length > 0 && one.unit.startsWith(code.slice(0, 4)),
      ).length
      await payload.create({
        collection: 'quotas',
        data: {
          track,
          unit,
          minimum: 3,
          maximum: Math.max(count, 3) + (index % 4),
          countsFrom: 'submit',
        },
        depth: 0,
        overrideAccess: false,
        user,
      })
    }
  }
}
