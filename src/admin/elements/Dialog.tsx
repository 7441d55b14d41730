'use client'
import { Modal, useEditDepth, useModal } from '@payloadcms/ui'
import { useEffect, useId, type ReactNode } from 'react'
import './dialog.scss'

type Props = {
  slug: string
  title: ReactNode
  children: ReactNode
}

// One object for all: the modal lays its trap anew whenever this changes. Nothing that could be
// clicked by accident gets the focus first.
const focusTrapOptions = {
  initialFocus: () =>
    document.querySelector<HTMLElement>('.house-dialog [data-autofocus]') ??
    document.querySelector<HTMLElement>('.house-dialog button') ??
    false,
  returnFocusOnDeactivate: false,
}

/**
 * A dialog over the page, in Payload's modal (which keeps the focus inside and closes on Escape). Its
 * content exists only while it is open, so every opening starts afresh. What is marked
 * `data-autofocus` gets the focus.
 */
export function Dialog({ slug, title, children }: Props) {
  const { isModalOpen } = useModal()
  const depth = useEditDepth()
  const titleId = useId()
  useReturn(isModalOpen(slug))
  if (!isModalOpen(slug)) return null
  return (
    <Modal
      aria-labelledby={titleId}
      className="house-dialog"
      closeOnBlur={false}
      focusTrapOptions={focusTrapOptions}
      slug={slug}
      style={{ zIndex: `calc(100 + ${depth} + 1)` }}
    >
      <div className="house-dialog__box">
        <h2 className="house-dialog__title" id={titleId}>
          {title}
        </h2>
        <div className="house-dialog__body">{children}</div>
      </div>
    </Modal>
  )
}

// The focus goes back to what opened the dialog, unless closing it led elsewhere on purpose.
function useReturn(open: boolean): void {
  useEffect(() => {
    if (!open) return
    const opener = document.activeElement
    return () => {
      requestAnimationFrame(() => {
        const lost = !document.activeElement || document.activeElement === document.body
        if (lost && opener instanceof HTMLElement) opener.focus()
      })
    }
  }, [open])
}
