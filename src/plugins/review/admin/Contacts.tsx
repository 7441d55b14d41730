'use client'
import { Button, useModal } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { Dialog } from '../../../admin/elements/Dialog.tsx'
import { send } from '../../../admin/elements/send.ts'
import { useDesk, useEntry } from './use-desk.ts'
import { useReviewWords } from './use-review-words.ts'

const slug = 'author-contacts'

type Contact = { id?: string | null; name?: string | null; phone: string | null }

/** The authors' phone numbers, shown once, for a reason that is logged. */
export function Contacts() {
  const { say } = useReviewWords()
  const { openModal } = useModal()
  return (
    <section className="desk-part">
      <Button
        buttonStyle="icon-label"
        className="desk-contacts"
        margin={false}
        onClick={() => openModal(slug)}
        size="small"
        type="button"
      >
        {say('contacts')}
      </Button>
      <Dialog slug={slug} title={say('contactsTitle')}>
        <ContactsForm />
      </Dialog>
    </section>
  )
}

function ContactsForm() {
  const { say, language } = useReviewWords()
  const { closeModal } = useModal()
  const { address } = useEntry()
  const { reload } = useDesk()
  const [reason, setReason] = useState('')
  const [refused, setRefused] = useState('')
  const [contacts, setContacts] = useState<Contact[] | null>(null)
  const id = useId()

  const show = async () => {
    if (reason.trim() === '') return setRefused(say('reasonMissing'))
    const body = { reason: reason.trim() }
    const sent = await send<{ contacts: Contact[] }>(`${address}/contacts`, body, language)
    if (!sent.ok) return setRefused(sent.status === 0 ? say('noAnswer') : sent.message)
    setContacts(sent.body.contacts)
    void reload()
  }

  if (contacts) {
    return (
      <>
        <ul className="desk-numbers">
          {contacts.map(({ id: row, name, phone }, index) => (
            <li key={row ?? index}>
              <span>{name || say('unnamedAuthor', { number: index + 1 })}</span>
              <strong>{phone ?? say('contactsNone')}</strong>
            </li>
          ))}
        </ul>
        {contacts.length === 0 && <p>{say('contactsEmpty')}</p>}
        <div className="house-dialog__actions">
          <Button onClick={() => closeModal(slug)} type="button">
            {say('close')}
          </Button>
        </div>
      </>
    )
  }
  return (
    <>
      <p className="house-dialog__hint">{say('contactsNote')}</p>
      {refused && (
        <p className="house-dialog__refusal" role="alert">
          {refused}
        </p>
      )}
      <div>
        <label htmlFor={id}>{say('contactsReason')}</label>
        <textarea
          aria-required
          data-autofocus
          id={id}
          maxLength={2000}
          onChange={(event) => setReason(event.target.value)}
          value={reason}
        />
      </div>
      <div className="house-dialog__actions">
        <Button buttonStyle="secondary" onClick={() => closeModal(slug)} type="button">
          {say('cancel')}
        </Button>
        <Button onClick={() => void show()} type="button">
          {say('contactsShow')}
        </Button>
      </div>
    </>
  )
}
