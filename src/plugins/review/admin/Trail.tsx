'use client'
import type { UIFieldClientComponent } from 'payload'
import { AddNote } from './AddNote.tsx'
import { TrailRowItem } from './TrailRowItem.tsx'
import { useDesk, useEntry } from './use-desk.ts'
import { useReviewWords } from './use-review-words.ts'
import './trail.scss'

/** Who did what to this entry, when and why, newest first; and a place to leave a note. */
export const Trail: UIFieldClientComponent = () => {
  const { say } = useReviewWords()
  const { id, kind } = useEntry()
  const { data: desk, failed } = useDesk()
  if (id === null) return <p className="desk-part__hint">{say('trailNew')}</p>
  if (!desk) return <p className="desk-part__hint">{say(failed ? 'notLoaded' : 'loading')}</p>
  const { trail } = desk
  return (
    <div className="trail">
      <AddNote />
      <p className="desk-part__hint">
        {trail.length === 0 ? say('trailEmpty') : say('trailOf', { count: trail.length })}
      </p>
      <ol className="trail__rows">
        {trail.map((row) => (
          <TrailRowItem key={row.id} kind={kind} row={row} />
        ))}
      </ol>
    </div>
  )
}
