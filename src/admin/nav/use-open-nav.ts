'use client'
import { useNav, usePreferences, useWindowInfo } from '@payloadcms/ui'
import { useEffect } from 'react'

/**
 * Keeps the side bar open from 1024 to 1440 pixels too, where Payload would close it: it says what
 * waits. Whoever closed it finds it closed.
 */
export function useOpenNav(): void {
  const { setNavOpen } = useNav()
  const { getPreference } = usePreferences()
  const { breakpoints } = useWindowInfo()
  const between = breakpoints.l === true && breakpoints.m === false
  useEffect(() => {
    if (!between) return
    void getPreference<{ open?: boolean }>('nav').then((nav) => setNavOpen(nav?.open ?? true))
  }, [between, getPreference, setNavOpen])
}
