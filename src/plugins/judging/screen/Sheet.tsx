'use client'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import { useScreenWords } from './use-words.ts'

type Props = { title: string; onClose: () => void; children: ReactNode; wide?: boolean }

/** A dialog over the screen; Escape, its button and a click beside it close it. */
export function Sheet({ title, onClose, children, wide = false }: Props) {
  const { say } = useScreenWords()
  const box = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const dialog = box.current
    const opener = document.activeElement
    dialog?.showModal()
    return () => {
      dialog?.close()
      if (opener instanceof HTMLElement) opener.focus({ preventScroll: true })
    }
  }, [])
  return (
    <dialog
      aria-labelledby={id}
      className={`judging-sheet ${wide ? 'judging-sheet--wide' : ''}`}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => event.target === event.currentTarget && onClose()}
      ref={box}
    >
      <div className="judging-sheet__box">
        <header>
          <h2 id={id}>{title}</h2>
          <button
            aria-label={say('close')}
            className="judging-button judging-button--icon"
            onClick={onClose}
            type="button"
          >
            <Icon name="cross" />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  )
}
