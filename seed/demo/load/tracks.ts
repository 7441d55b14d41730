import type { Payload } from 'payload'
import type { EntryKind } from '../../../src/domain/kinds.ts'
import { openPhases, phaseKeys, windowsOf } from '../../../src/domain/phases.ts'
import type { Campaign, Track, User } from '../../../src/payload-types.ts'

export type DemoTracks = { campaign: Campaign; byKind: ReadonlyMap<EntryKind, Track> }

const opensFor = 60 * 86_400_000

/**
 * Opens all phases of the 2022 campaign's tracks until 60 days from now, so that the steps of the demo
 * can be taken, and further ones by whoever tries it. What is open already stays as it is.
 */
export async function openTracks(
  payload: Payload,
  { user, now }: { user: User; now: Date },
): Promise<DemoTracks> {
  const campaigns = await payload.find({
    collection: 'campaigns',
    where: { slug: { equals: '2022' } },
    limit: 1,
    depth: 0,
  })
  const campaign = campaigns.docs[0]
  if (!campaign) throw new Error('The 2022 campaign is not in this database.')
  const { docs } = await payload.find({
    collection: 'tracks',
    where: { campaign: { equals: campaign.id } },
    pagination: false,
    depth: 0,
  })
  const byKind = new Map<EntryKind, Track>()
  for (const track of docs) {
    const windows = windowsOf({
      campaignPhases: campaign.phases ?? [],
      trackWindows: track.windows,
    })
    const isOpen = openPhases(windows, now).size === phaseKeys.length
    byKind.set(track.kind, isOpen ? track : await opened(payload, { track, user, now }))
  }
  return { campaign, byKind }
}

async function opened(
  payload: Payload,
  { track, user, now }: { track: Track; user: User; now: Date },
): Promise<Track> {
  const window = {
    from: '2022-06-06T16:00:00.000Z',
    to: new Date(now.getTime() + opensFor).toISOString(),
  }
  return payload.update({
    collection: 'tracks',
    id: track.id,
    data: { windows: Object.fromEntries(phaseKeys.map((key) => [key, window])) },
    depth: 0,
    overrideAccess: false,
    user,
  })
}
