'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { addressOf, readPlace, type Place } from './rules/place.ts'

/** Another round is a step that the browser's own “back” undoes; another work is none. */
export function usePlace(begin: Place): [Place, (next: Place) => void] {
  const [place, setPlace] = useState(begin)
  const now = useRef(place)
  useEffect(() => {
    const onBack = () => {
      now.current = readPlace(new URLSearchParams(window.location.search))
      setPlace(now.current)
    }
    window.addEventListener('popstate', onBack)
    return () => window.removeEventListener('popstate', onBack)
  }, [])
  const go = useCallback((next: Place) => {
    const { round, work } = now.current
    if (next.round === round && next.work === work) return
    const step = next.round === round ? 'replaceState' : 'pushState'
    now.current = next
    window.history[step](null, '', window.location.pathname + addressOf(next))
    setPlace(next)
  }, [])
  return [place, go]
}
