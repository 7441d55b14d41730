'use client'
import { useField, useFormInitializing } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { idOf } from '../../../fields/id-of.ts'

type Place = { track: number | null; unit: number | null }

/** Fills in what is still empty, once: whoever empties a field means it. */
export function FillPlace({ track, unit }: Place) {
  const isInitializing = useFormInitializing()
  const [isMounted, setMounted] = useState(false)
  // The form puts its first state in place when it is mounted, over whatever was set before.
  useEffect(() => setMounted(true), [])
  const isReady = isMounted && !isInitializing
  useFill('track', track, isReady)
  useFill('unit', unit, isReady)
  return null
}

function useFill(path: keyof Place, id: number | null, isReady: boolean): void {
  const { value, setValue } = useField<number | null>({ path })
  useEffect(() => {
    if (isReady && id !== null && idOf(value) === null) setValue(id, true)
  }, [isReady])
}
