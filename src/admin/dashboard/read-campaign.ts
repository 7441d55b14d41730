import type { PayloadRequest } from 'payload'
import { entryKindList, type EntryKind } from '../../domain/kinds.ts'
import { phaseKeys, windowsOf, type PhaseKey, type Windows } from '../../domain/phases.ts'

export type TrackTimes = {
  id: number
  kind: EntryKind
  title: string
  windows: Windows
  /** The phases whose times this track has set for itself. */
  own: PhaseKey[]
}

export type CampaignTimes = {
  id: number
  title: string
  year: number
  windows: Windows
  tracks: TrackTimes[]
}

/** The newest campaign with its times and those of its tracks; null when there is none. */
export async function readCampaign(req: PayloadRequest): Promise<CampaignTimes | null> {
  const asked = { depth: 0, overrideAccess: false, user: req.user, req } as const
  const [campaign] = (
    await req.payload.find({ collection: 'campaigns', sort: '-year', limit: 1, ...asked })
  ).docs
  if (!campaign) return null
  const { docs } = await req.payload.find({
    collection: 'tracks',
    where: { campaign: { equals: campaign.id } },
    limit: 100,
    ...asked,
  })
  const campaignPhases = campaign.phases ?? []
  const tracks = docs.map(({ id, kind, title, windows: trackWindows }): TrackTimes => ({
    id,
    kind,
    title,
    windows: windowsOf({ campaignPhases, trackWindows }),
    own: phaseKeys.filter((key) => trackWindows?.[key]?.from || trackWindows?.[key]?.to),
  }))
  tracks.sort((a, b) => entryKindList.indexOf(a.kind) - entryKindList.indexOf(b.kind))
  const { id, title, year } = campaign
  return { id, title, year, windows: windowsOf({ campaignPhases }), tracks }
}
