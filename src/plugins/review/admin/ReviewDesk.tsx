'use client'
import { Button, useDocumentInfo, useDocumentTitle } from '@payloadcms/ui'
import type { UIFieldClientComponent } from 'payload'
import { beijingTime } from '../../../domain/beijing-time.ts'
import { StatusChip } from '../../../admin/elements/StatusChip.tsx'
import { CallParts } from './CallPanel.tsx'
import { Contacts } from './Contacts.tsx'
import type { Desk } from './desk-types.ts'
import { Findings } from './Findings.tsx'
import { Lock } from './Lock.tsx'
import { NextWaiting } from './NextWaiting.tsx'
import { Steps } from './Steps.tsx'
import { useCall, useDesk, useEntry } from './use-desk.ts'
import { useFindings } from './use-findings.ts'
import { useReviewWords } from './use-review-words.ts'
import './review-desk.scss'

/** Beside an entry: where it stands, what may be done, what is missing, what the track asks. */
export const ReviewDesk: UIFieldClientComponent = () => {
  const { id } = useEntry()
  return id === null ? <NewDesk /> : <SavedDesk />
}

function NewDesk() {
  const { say } = useReviewWords()
  const call = useCall()
  const { findings } = useFindings(call, null)
  return (
    <div className="desk">
      <p className="desk-part__hint">{say(call ? 'saveFirst' : 'chooseTrack')}</p>
      {call && findings && <Findings findings={findings} live />}
      {call && <CallParts call={call} open />}
    </div>
  )
}

function SavedDesk() {
  const { say } = useReviewWords()
  const { data: desk, failed, reload } = useDesk()
  const call = useCall()
  const { title } = useDocumentTitle()
  const { findings, live } = useFindings(call, desk?.findings ?? null)
  if (!desk) {
    return (
      <div className="desk" aria-busy={!failed}>
        <p className="desk-part__hint">{say(failed ? 'notLoaded' : 'loading')}</p>
        {failed && (
          <Button buttonStyle="secondary" onClick={() => void reload()} size="small" type="button">
            {say('retry')}
          </Button>
        )}
      </div>
    )
  }
  const checked = desk.actions.some(({ checksRules }) => checksRules) || live
  const shown = findings ?? desk.findings
  return (
    <div className="desk">
      <Standing desk={desk} />
      <Steps desk={desk} findings={shown} title={title} />
      <NextWaiting />
      <Lock status={desk.status.value} />
      {(checked || shown.length > 0) && <Findings findings={shown} live={live} />}
      <CallParts call={call ?? desk} open={false} quotas={desk.quotas} />
      {desk.contacts && <Contacts />}
    </div>
  )
}

function Standing({ desk }: { desk: Desk }) {
  const { say } = useReviewWords()
  const { data } = useDocumentInfo()
  const facts = [
    [say('number'), data?.publicId ?? say('noNumber')],
    [say('submittedAt'), data?.submittedAt && beijingTime(data.submittedAt)],
    [say('publishedAt'), data?.publishedAt && beijingTime(data.publishedAt)],
  ].filter(([, value]) => value)
  return (
    <section className="desk-part desk-standing">
      <StatusChip size="large" status={desk.status.value} />
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
