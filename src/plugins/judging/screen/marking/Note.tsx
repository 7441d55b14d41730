'use client'
import { useEffect, useId, useRef, useState } from 'react'
import { useScreenWords } from '../use-words.ts'

type Props = { work: string; note: string; isFixed: boolean; onNote: (note: string) => void }

const rest = 800
const most = 1000

/** A judge's own words on a work, kept while they are written. */
export function Note({ work, note, isFixed, onNote }: Props) {
  const { say } = useScreenWords()
  const id = useId()
  const [text, setText] = useState(note)
  const box = useRef<HTMLTextAreaElement>(null)
  const put = useRef(onNote)
  useEffect(() => {
    put.current = onNote
  })
  // What was saved elsewhere shows, unless somebody is writing here.
  useEffect(() => {
    if (document.activeElement !== box.current) setText(note)
  }, [note, work])
  useEffect(() => {
    if (text === note) return
    const timer = setTimeout(() => put.current(text), rest)
    return () => clearTimeout(timer)
  }, [text, note])
  return (
    <div className="judging-note">
      <label htmlFor={id}>{say('note')}</label>
      <textarea
        disabled={isFixed}
        id={id}
        maxLength={most}
        onBlur={() => text !== note && onNote(text)}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && box.current?.blur()}
        ref={box}
        rows={2}
        value={text}
      />
    </div>
  )
}
