'use client'
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import type { ScreenRound, WorkItem } from '../api-types.ts'
import { browserStore } from '../session/keep.ts'
import { openOrder, type OrderSession, type OrderSnapshot } from '../session/order-session.ts'
import type { Talk } from '../session/talk.ts'

type Options = { round: ScreenRound; judge: number; items: WorkItem[]; talk: Talk }

/** The judge's order as it stands now, and what can be done to it. */
export function useOrder({ round, judge, items, talk }: Options): [OrderSession, OrderSnapshot] {
  const works = useRef<string[]>([])
  works.current = items.filter(({ state }) => state !== 'withdrawn').map(({ work }) => work)
  const session = useMemo(
    () => openOrder({ round, judge, talk, store: browserStore(), works: () => works.current }),
    // The round is the same as long as its id is.
    [round.id, judge, talk],
  )
  useEffect(() => {
    const wake = () => session.sendNow()
    const events = ['online', 'focus'] as const
    events.forEach((event) => window.addEventListener(event, wake))
    return () => {
      events.forEach((event) => window.removeEventListener(event, wake))
      session.stop()
    }
  }, [session])
  return [session, useSyncExternalStore(session.subscribe, session.snapshot, session.snapshot)]
}
