import type { Matches } from '../cache.ts'
import { isAboutTracks, type TrackDirectory } from './tracks.ts'
import type { Question } from './question.ts'

/** What of all entries a list is about, in the terms of the tables. */
export type Scope = {
  /** Ids; null: of every track. */
  tracks: number[] | null
  unit: number | undefined
  theme: string | undefined
  award: string | undefined
}

/** Campaign, track and kind are all said by tracks: each has one kind and stands in one campaign. */
export async function scopeOf(
  directory: TrackDirectory,
  { campaign, track, kind, unit, theme, award }: Question,
): Promise<Scope> {
  const rest = { unit, theme, award }
  if (campaign === undefined && track === undefined && kind === undefined) {
    return { tracks: null, ...rest }
  }
  let found = await directory.all()
  if (campaign !== undefined) found = found.filter((one) => one.campaign === campaign)
  if (track !== undefined) {
    found = found.filter((one) => one.slug === track)
    // Without a campaign the track of the newest one is meant.
    if (campaign === undefined) found = found.slice(0, 1)
  }
  if (kind !== undefined) found = found.filter((one) => one.kind === kind)
  return { tracks: found.map(({ id }) => id), ...rest }
}

/** Which changes may change a list of this scope. */
export function matchesOf({ campaign, track, kind }: Question, scope: Scope): Matches {
  const asksTracks = campaign !== undefined || track !== undefined || kind !== undefined
  const unit = scope.unit === undefined ? undefined : String(scope.unit).padStart(6, '0')
  return (change) => {
    if ('all' in change) return true
    if ('document' in change) return asksTracks && isAboutTracks(change)
    if (scope.tracks !== null && !scope.tracks.includes(change.track)) return false
    if (scope.theme !== undefined && change.theme !== scope.theme) return false
    return unit === undefined || isUnder(change.unitPath, unit)
  }
}

function isUnder(unitPath: string, unit: string): boolean {
  for (let at = 0; at < unitPath.length; at += 6) if (unitPath.startsWith(unit, at)) return true
  return false
}
