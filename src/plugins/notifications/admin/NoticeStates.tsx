'use client'
import { Button, toast, useConfig } from '@payloadcms/ui'
import { useState } from 'react'
import { beijingTime } from '../../../domain/beijing-time.ts'
import { refresh, useRemote } from '../../../admin/elements/remote.ts'
import type { NoticeState, ShownNotice } from '../../../database/notices/list.ts'
import { whyWords } from '../../../domain/results/notices.ts'
import type { NoticeKey } from '../translations.ts'
import { useNoticePost, useNoticeWords } from './use-notices.ts'

type Props = {
  counts: Record<NoticeState, number>
  mayAct: boolean
  onDone: () => Promise<unknown>
}

const states = ['waiting', 'sending', 'sent', 'dead', 'expired', 'stopped'] as const
const named: Record<NoticeState, NoticeKey> = {
  waiting: 'waiting',
  sending: 'sending',
  sent: 'sent',
  dead: 'dead',
  expired: 'expired',
  stopped: 'stoppedState',
}

/** How many notices are in each state; one of them opened to look at. */
export function NoticeStates({ counts, mayAct, onDone }: Props) {
  const { say } = useNoticeWords()
  const [chosen, setChosen] = useState<NoticeState | null>(null)
  return (
    <div>
      <div className="notice-desk__states" role="group">
        {states.map((state) => (
          <button
            aria-pressed={state === chosen}
            className={`notice-state notice-state--${state}`}
            disabled={counts[state] === 0 && state !== chosen}
            id={`notices-${state}`}
            key={state}
            onClick={() => setChosen(state === chosen ? null : state)}
            type="button"
          >
            <span>{say(named[state])}</span>
            <b>{counts[state]}</b>
          </button>
        ))}
      </div>
      {chosen && <InState key={chosen} mayAct={mayAct} onDone={onDone} state={chosen} />}
    </div>
  )
}

type InStateProps = { state: NoticeState; mayAct: boolean; onDone: () => Promise<unknown> }

function InState({ state, mayAct, onDone }: InStateProps) {
  const { say, pick } = useNoticeWords()
  const { config } = useConfig()
  const post = useNoticePost()
  const address = `${config.routes.api}/notices/in/${state}`
  const [opened] = useState(() => Symbol(address))
  const { data, failed } = useRemote<{ notices: ShownNotice[] }>(address, opened)
  const resend = async (id: string) => {
    const sent = await post(`/notices/${id}/resend`, {})
    if ('refused' in sent) toast.error(sent.refused)
    else toast.success(say('resent'))
    void refresh(address, opened)
    void onDone()
  }
  if (!data) return <p className="notice-desk__hint">{say(failed ? 'notLoaded' : 'loading')}</p>
  const canResend = mayAct && (state === 'dead' || state === 'expired')
  return (
    <ul className="notice-desk__list">
      {data.notices.length === 0 && <li>{say('none')}</li>}
      {data.notices.map((notice) => (
        <li key={notice.id}>
          <div>
            <strong>{pick(notice.name)}</strong> {notice.about}
            <small>
              {say(notice.channel)} {notice.to} · {beijingTime(notice.endedAt ?? notice.createdAt)}
              {notice.attempts > 0 && ` · ${say('attempts', { count: notice.attempts })}`}
            </small>
            {notice.error && (
              <small className="notice-desk__error">{pick(whyWords(notice.error))}</small>
            )}
          </div>
          {canResend && (
            <Button
              buttonStyle="secondary"
              margin={false}
              onClick={() => void resend(notice.id)}
              size="small"
              type="button"
            >
              {say('resend')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
