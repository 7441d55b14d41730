'use client'
import { useState } from 'react'
import { beijingTime } from '../../../../domain/beijing-time.ts'
import type { WorkDetail, WorkItem } from '../api-types.ts'
import { Facts } from '../media/Reading.tsx'
import { useScreenWords } from '../use-words.ts'

type Props = { item: WorkItem; detail: WorkDetail | undefined }

/** What a work is called and says of itself; where the work is text, the text says it. */
export function WorkHead({ item, detail }: Props) {
  const { say, pick } = useScreenWords()
  const [isOpen, setOpen] = useState(false)
  const chips = [pick(item.theme), pick(item.subtype)].filter(Boolean)
  const isRead = detail && (detail.text !== null || detail.media.length === 0)
  const about = detail && !isRead && (detail.description || detail.fields?.length > 0)
  const files = detail && [
    detail.pending > 0 && say('pending', { count: detail.pending }),
    detail.withheld > 0 && say('withheld', { count: detail.withheld }),
  ]
  return (
    <header className="judging-head">
      <p className="judging-head__line">
        <b className="judging-head__number">{say('number', { number: item.work })}</b>
        {chips.map((chip) => (
          <span key={chip}>{chip}</span>
        ))}
        {item.calibrates && <em>{say('calibrates')}</em>}
      </p>
      <h2>{item.title}</h2>
      {detail?.authors && detail.authors.length > 0 && (
        <p className="judging-head__why judging-head__authors">{detail.authors.join('；')}</p>
      )}
      {files && files.some(Boolean) && (
        <p className="judging-head__why">{files.filter(Boolean).join(' ')}</p>
      )}
      {item.changedAt && (
        <p className="judging-head__why" role="note">
          {say('changed', { at: beijingTime(item.changedAt) })}
        </p>
      )}
      {item.calibrates && <p className="judging-head__why">{say('calibratesNote')}</p>}
      {about && (
        <div className={`judging-head__about ${isOpen ? 'judging-head__about--open' : ''}`}>
          <div>
            {detail.description && <p>{detail.description}</p>}
            {isOpen && <Facts detail={detail} />}
          </div>
          <button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)} type="button">
            {say(isOpen ? 'less' : 'more')}
          </button>
        </div>
      )}
    </header>
  )
}
