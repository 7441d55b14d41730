'use client'
import { Button, useModal } from '@payloadcms/ui'
import { useState } from 'react'
import { beijingTime } from '../../../domain/beijing-time.ts'
import { Dialog } from '../../../admin/elements/Dialog.tsx'
import { ProgressBar } from '../../../admin/elements/ProgressBar.tsx'
import type { JudgeProgress } from '../ranking/overview-rows.ts'
import type { RoundOverview } from '../ranking/overview.ts'
import { AddJudges } from './AddJudges.tsx'
import { Bars } from './Bars.tsx'
import { ReasonForm } from './ReasonForm.tsx'
import { Refused } from './Refused.tsx'
import { useAct } from './use-act.ts'
import { useJudgingWords } from './use-judging-words.ts'
import { useOverview } from './use-round.ts'

const dialog = 'judging-judge-leaves'
type Props = { panel: JudgeProgress[]; overview: RoundOverview }

/** The judges of a round with their progress, and what the province may do to the panel. */
export function Panel({ panel, overview: { may, shown } }: Props) {
  const { say } = useJudgingWords()
  const { openModal } = useModal()
  const { base, reload } = useOverview()
  const { act, busy, refused } = useAct({ base, reload })
  const [leaving, setLeaving] = useState<JudgeProgress | null>(null)
  const [told, setTold] = useState<string>()
  const isRunning = shown === 'open' || shown === 'waiting'
  const assign = async (even: boolean) => {
    const done = await act<{ added: number; dropped: number }>('assign', { even })
    setTold(done ? say('assigned', done) : undefined)
  }
  const leave = (judge: JudgeProgress) => {
    if (shown === 'draft') return void act('panel', { remove: [judge.judge] })
    setLeaving(judge)
    openModal(dialog)
  }
  return (
    <div className="judging-board__part">
      <h3>{say('panel')}</h3>
      <Refused>{refused}</Refused>
      {told && (
        <p className="judging-round-desk__hint" role="status">
          {told}
        </p>
      )}
      {panel.length === 0 && <p className="judging-round-desk__hint">{say('noPanel')}</p>}
      {panel.length > 0 && (
        <div className="judging-board__scroll">
          <table className="judging-board__table">
            <thead>
              <tr>
                <th scope="col">{say('judge')}</th>
                <th scope="col">{say('progress')}</th>
                <th scope="col">{say('mean')}</th>
                <th scope="col">{say('distribution')}</th>
                {may.change && <th aria-label={say('remove')} scope="col" />}
              </tr>
            </thead>
            <tbody>
              {panel.map((judge) => (
                <Row
                  busy={busy}
                  isDraft={shown === 'draft'}
                  judge={judge}
                  key={judge.judge}
                  onLeave={may.change && judge.leftReason === null ? () => leave(judge) : null}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {may.change && (
        <div className="judging-round-desk__steps">
          <Button
            buttonStyle="secondary"
            disabled={busy || panel.length === 0}
            margin={false}
            onClick={() => void act('invite', {}).then((done) => done && setTold(say('sentCount')))}
            size="small"
            type="button"
          >
            {say('invite')}
          </Button>
          {isRunning &&
            [
              ['remind', () => act('remind', {}).then((done) => done && setTold(say('sentCount')))],
              ['assign', () => assign(false)],
              ['even', () => assign(true)],
            ].map(([key, onClick]) => (
              <Button
                buttonStyle="secondary"
                disabled={busy}
                key={key as string}
                margin={false}
                onClick={() => void (onClick as () => Promise<unknown>)()}
                size="small"
                type="button"
              >
                {say(key as 'remind' | 'assign' | 'even')}
              </Button>
            ))}
        </div>
      )}
      {may.change && <AddJudges known={panel} onAdd={(id) => act('panel', { add: [id] })} />}
      <Dialog slug={dialog} title={leaving && say('removeTitle', { name: leaving.name })}>
        {leaving && (
          <ReasonForm
            body={{ remove: [leaving.judge] }}
            label="remove"
            note="removeNote"
            path="panel"
            slug={dialog}
          />
        )}
      </Dialog>
    </div>
  )
}

type RowProps = {
  judge: JudgeProgress
  isDraft: boolean
  busy: boolean
  onLeave: (() => void) | null
}

function Row({ judge, isDraft, busy, onLeave }: RowProps) {
  const { say } = useJudgingWords()
  const { code, name, unit, assigned, handedIn, started, skipped, lastAt, mean, counts } = judge
  const notes = [
    ...(started > 0 ? [say('startedCount', { count: started })] : []),
    ...(skipped > 0 ? [say('skippedCount', { count: skipped })] : []),
    lastAt ? say('lastAt', { at: beijingTime(lastAt) }) : isDraft ? '' : say('notYet'),
  ].filter(Boolean)
  const away =
    judge.leftReason !== null
      ? `${say('left')} ${judge.leftReason}`
      : judge.isActive
        ? ''
        : say('offline')
  return (
    <tr>
      <th scope="row">
        {code} {name}
        <small>{unit}</small>
        <small>
          {judge.invitedAt
            ? say('invited', { at: beijingTime(judge.invitedAt) })
            : say('notInvited')}
        </small>
        {away && <small className="judging-board__away">{away}</small>}
      </th>
      <td>
        {!isDraft && (
          <>
            <ProgressBar
              label={say('progressOf', { done: handedIn, all: assigned })}
              share={assigned === 0 ? 0 : handedIn / assigned}
            />
            <small>{say('progressOf', { done: handedIn, all: assigned })}</small>
            <small>{notes.join(' · ')}</small>
          </>
        )}
      </td>
      <td>{mean ?? say('none')}</td>
      <td>{mean === null ? say('none') : <Bars counts={counts} name={name} />}</td>
      {onLeave && (
        <td>
          <Button
            aria-label={say('removeTitle', { name })}
            buttonStyle="secondary"
            disabled={busy}
            margin={false}
            onClick={onLeave}
            size="small"
            type="button"
          >
            {say('remove')}
          </Button>
        </td>
      )}
    </tr>
  )
}
