'use client'
import { useAuth, useConfig, useField } from '@payloadcms/ui'
import { useEffect } from 'react'
import { useRemote } from '../../../admin/elements/remote.ts'
import { idOf } from '../../../fields/id-of.ts'
import { useEntry } from './use-desk.ts'

type TrackRow = { id: number; campaign: { id: number; year: number } | number }

/**
 * On a new entry: fills in the track where the newest campaign has just one of this kind, and the
 * editor's own unit. Only what is still empty; both can be changed.
 */
export function usePlaceDefaults(): void {
  const { config } = useConfig()
  const { kind } = useEntry()
  const { user } = useAuth()
  const track = useField<number | null>({ path: 'track' })
  const unit = useField<number | null>({ path: 'unit' })
  const query = `where[kind][equals]=${kind}&depth=1&limit=20&sort=-id`
  const { data } = useRemote<{ docs: TrackRow[] }>(kind && `${config.routes.api}/tracks?${query}`)
  const only = data && onlyOfNewest(data.docs)
  const own = user?.role === 'editor' ? idOf(user.unit) : null

  useEffect(() => {
    if (only && idOf(track.value) === null) track.setValue(only, true)
    // Once: whoever empties the field means it.
  }, [only])
  useEffect(() => {
    if (own !== null && idOf(unit.value) === null) unit.setValue(own, true)
  }, [own])
}

function onlyOfNewest(tracks: TrackRow[]): number | null {
  const years = tracks.map(({ campaign }) => (typeof campaign === 'object' ? campaign.year : 0))
  const newest = Math.max(...years)
  const [first, ...others] = tracks.filter((_, index) => years[index] === newest)
  return first && others.length === 0 ? first.id : null
}
