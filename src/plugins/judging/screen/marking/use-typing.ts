'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ScreenCriterion } from '../api-types.ts'
import { markOf, typed } from '../rules/typing.ts'

type Typing = { work: string; key: string; text: string; isSet: boolean }

const idle = 1_500

/**
 * The mark that is being typed. It is set when it is confirmed, left, or let be for a moment, so that
 * the “1” of “18” is never saved; and before the page goes away.
 *
 * @param setMark sets a mark of the work at hand
 */
export function useTyping(
  work: string | null,
  setMark: (work: string, criterion: string, mark: number | null) => void,
) {
  const [typing, show] = useState<Typing | null>(null)
  const [isRefused, setRefused] = useState(false)
  const now = useRef<Typing | null>(null)
  const put = (next: Typing | null) => {
    now.current = next
    show(next)
  }
  const set = useCallback(() => {
    const one = now.current
    if (!one || one.isSet) return
    now.current = { ...one, isSet: true }
    setMark(one.work, one.key, markOf(one.text))
  }, [setMark])
  const end = useCallback(() => {
    set()
    put(null)
    setRefused(false)
  }, [set])

  useEffect(() => {
    const timer = setTimeout(set, idle)
    return () => clearTimeout(timer)
  }, [typing, set])
  useEffect(() => {
    const leave = () => set()
    const events = ['pagehide', 'visibilitychange'] as const
    events.forEach((event) => window.addEventListener(event, leave))
    return () => {
      events.forEach((event) => window.removeEventListener(event, leave))
      set()
    }
  }, [set])

  return {
    /** The text of a criterion while it is typed; null: none is. */
    textOf: (key: string) => (typing?.key === key && typing.work === work ? typing.text : null),
    isRefused,
    type(sign: string, { key, full }: ScreenCriterion, mark: number | null) {
      if (work === null) return
      const isSame = now.current?.key === key && now.current.work === work
      if (!isSame) end()
      const before = isSame ? now.current!.text : sign === 'Backspace' ? String(mark ?? '') : ''
      const text = typed(before, sign, full)
      setRefused(text === null)
      if (text !== null) put({ work, key, text, isSet: false })
    },
    /** Sets what was typed; the next sign begins a new mark. */
    end,
    /** Forgets what was typed and not set. @returns was there any? */
    drop(): boolean {
      const wasOpen = now.current !== null && !now.current.isSet
      put(null)
      setRefused(false)
      return wasOpen
    },
  }
}

export type TypingNow = ReturnType<typeof useTyping>
