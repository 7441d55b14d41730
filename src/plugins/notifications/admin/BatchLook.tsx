'use client'
import { Button, toast, useConfig, useModal } from '@payloadcms/ui'
import { useState } from 'react'
import { refresh, useRemote } from '../../../admin/elements/remote.ts'
import type { BatchLook as Look, ShownMessage } from '../../../database/notices/batches.ts'
import { useNoticePost, useNoticeWords } from './use-notices.ts'

type Props = { id: number; slug: string; mayAct: boolean; onDone: () => Promise<unknown> }

/** Who gets what; what is released is exactly what is shown here. */
export function BatchLook({ id, slug, mayAct, onDone }: Props) {
  const { say } = useNoticeWords()
  const { config } = useConfig()
  const { closeModal } = useModal()
  const post = useNoticePost()
  const address = `${config.routes.api}/notice-batches/${id}`
  // Looked at anew whenever the dialog opens.
  const [opened] = useState(() => Symbol(address))
  const { data, failed, loading } = useRemote<Look>(address, opened)
  const [refused, setRefused] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const act = async (step: 'release' | 'stop') => {
    setBusy(true)
    const body = step === 'release' ? { sha256: data?.sha256 } : {}
    const sent = await post(`/notice-batches/${id}/${step}`, body)
    setBusy(false)
    if ('refused' in sent) {
      setRefused(sent.refused)
      void refresh(address, opened)
      return
    }
    toast.success(say(step === 'release' ? 'released' : 'stopped'))
    closeModal(slug)
    void onDone()
  }
  if (!data) return <p className="house-dialog__hint">{say(failed ? 'notLoaded' : 'loading')}</p>
  return (
    <>
      {refused && (
        <p className="house-dialog__refusal" role="alert">
          {refused}
        </p>
      )}
      <p className="house-dialog__hint">
        {say('showing', { total: data.total, shown: data.messages.length })}
      </p>
      <ol className="notice-look">
        {data.messages.map((message) => (
          <Message key={message.id} message={message} />
        ))}
      </ol>
      {mayAct && <p className="house-dialog__hint">{say('releaseNote')}</p>}
      <div className="house-dialog__actions">
        <Button buttonStyle="secondary" onClick={() => closeModal(slug)} type="button">
          {say('cancel')}
        </Button>
        {mayAct && (
          <>
            <Button
              buttonStyle="secondary"
              disabled={busy}
              id="stop-batch"
              onClick={() => void act('stop')}
              type="button"
            >
              {say('stop')}
            </Button>
            <Button
              disabled={busy || loading}
              id="release-batch"
              onClick={() => void act('release')}
              type="button"
            >
              {say('release')}
            </Button>
          </>
        )}
      </div>
    </>
  )
}

function Message({ message }: { message: ShownMessage }) {
  const { say } = useNoticeWords()
  const { channel, to, subject, body, problem } = message
  return (
    <li>
      <details>
        <summary>
          <span>{say(channel)}</span> {to}
          {channel === 'mail' && <strong>{subject}</strong>}
        </summary>
        {problem ? <p role="alert">{say('problem', { why: problem })}</p> : <pre>{body}</pre>}
      </details>
    </li>
  )
}
