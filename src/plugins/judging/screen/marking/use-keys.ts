'use client'
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { ScreenRound } from '../api-types.ts'
import { commandOf, type Command } from '../rules/keys.ts'

/** Hands the keys of the whole window over as commands. Where somebody writes, keys are letters. */
export function useKeys(kind: ScreenRound['kind'], run: (command: Command) => void): void {
  const latest = useRef(run)
  // Before the next key can come.
  useLayoutEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isElsewhere(event)) return
      const { key, code, altKey, shiftKey, ctrlKey, metaKey } = event
      const pressed = { key, code, alt: altKey, shift: shiftKey, control: ctrlKey || metaKey }
      const command = commandOf(pressed, kind)
      if (!command) return
      event.preventDefault()
      latest.current(command)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [kind])
}

function isElsewhere({ target, key }: KeyboardEvent): boolean {
  const at = target as HTMLElement
  if (document.querySelector('dialog[open]')) return true
  if (at.closest('textarea, input, select, [contenteditable="true"]')) return true
  // Whoever came to a button by keys presses it by these; behind a click they go to the marks again.
  const presses = key === 'Enter' || key === ' '
  if (presses && at.closest('button, a')?.matches(':focus-visible')) return true
  if (at.closest('.judging-reading') && (key === 'ArrowUp' || key === 'ArrowDown')) return true
  return at.closest('video, audio') !== null && (key.startsWith('Arrow') || key === ' ')
}
