import type { UnitKind } from './unit-tree.ts'
import type { Words } from './words.ts'

export type TrackScope = 'province' | 'nationwide'

/** Why a unit may not enter a track, or null when it may. Only nationwide calls take units from outside. */
export function mayEnter({
  trackScope,
  unitKind,
}: {
  trackScope: TrackScope
  unitKind: UnitKind
}): Words | null {
  if (unitKind !== 'outside' || trackScope === 'nationwide') return null
  return {
    zh: '本项目只面向省内单位征集，省外单位不能报送',
    en: 'This track takes entries from units in Jiangsu only',
  }
}
