'use client'
import { useField } from '@payloadcms/ui'
import { useEffect } from 'react'
import { idOf } from '../../../fields/id-of.ts'

type Place = { track: number | null; unit: number | null }

/** Fills in what is still empty, once: whoever empties a field means it. */
export function FillPlace({ track, unit }: Place) {
  useFill('track', track)
  useFill('unit', unit)
  return null
}

function useFill(path: keyof Place, id: number | null): void {
  const { value, setValue } = useField<number | null>({ path })
  useEffect(() => {
    if (id !== null && idOf(value) === null) setValue(id, true)
  }, [])
}
