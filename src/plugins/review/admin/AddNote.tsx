'use client'
import { Button, toast } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { send } from '../../../admin/elements/send.ts'
import { useDesk, useEntry } from './use-desk.ts'
import { useReviewWords } from './use-review-words.ts'

/** A remark for the other reviewers; it goes straight into the trail. */
export function AddNote() {
  const { say, language } = useReviewWords()
  const { address } = useEntry()
  const { reload } = useDesk()
  const [text, setText] = useState('')
  const [refused, setRefused] = useState('')
  const [working, setWorking] = useState(false)
  const id = useId()

  const add = async () => {
    setWorking(true)
    const sent = await send(`${address}/notes`, { text: text.trim() }, language)
    setWorking(false)
    if (!sent.ok) return setRefused(sent.status === 0 ? say('noAnswer') : sent.message)
    setText('')
    setRefused('')
    toast.success(say('noteSaved'))
    void reload()
  }

  return (
    <div className="trail__note">
      <label htmlFor={id}>{say('addNote')}</label>
      <textarea
        aria-describedby={`${id}-hint`}
        id={id}
        maxLength={2000}
        onChange={(event) => setText(event.target.value)}
        rows={2}
        value={text}
      />
      {refused && (
        <p className="desk-part__refused" role="alert">
          {refused}
        </p>
      )}
      <div className="trail__note-foot">
        <span className="desk-part__hint" id={`${id}-hint`}>
          {say('noteHint')}
        </span>
        <Button
          buttonStyle="secondary"
          disabled={working || text.trim() === ''}
          margin={false}
          onClick={() => void add()}
          size="small"
          type="button"
        >
          {say('addNote')}
        </Button>
      </div>
    </div>
  )
}
