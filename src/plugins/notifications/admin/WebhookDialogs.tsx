'use client'
import { Button, useModal } from '@payloadcms/ui'
import { useId, useState } from 'react'
import type { ShownEndpoint } from '../../../database/notices/client-endpoints.ts'
import { noticeEventWords, webhookEvents } from '../../../domain/results/notices.ts'
import { useNoticePost, useNoticeWords } from './use-notices.ts'
import { useWebhooks } from './use-webhooks.ts'

/** Adds an endpoint, or changes where it is and what it hears. A new one's secret is shown, this once. */
export function EndpointForm({ endpoint, slug }: { endpoint: ShownEndpoint | null; slug: string }) {
  const { say, pick } = useNoticeWords()
  const { closeModal } = useModal()
  const { path, reload } = useWebhooks()
  const post = useNoticePost()
  const [url, setUrl] = useState(endpoint?.url ?? 'https://')
  const [events, setEvents] = useState<string[]>(endpoint?.events ?? webhookEvents)
  const [secret, setSecret] = useState<string | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const id = useId()
  const save = async () => {
    setBusy(true)
    const where = endpoint ? `${path}/${endpoint.id}/edit` : path!
    const sent = await post<{ secret?: string }>(where, { url: url.trim(), events })
    setBusy(false)
    if ('refused' in sent) return setRefused(sent.refused)
    void reload()
    if (sent.body.secret) setSecret(sent.body.secret)
    else closeModal(slug)
  }
  if (secret) return <Secret secret={secret} slug={slug} />
  return (
    <>
      <Refused text={refused} />
      <div className="client-hooks__field">
        <label htmlFor={id}>{say('url')}</label>
        <input
          data-autofocus
          id={id}
          maxLength={500}
          onChange={(event) => setUrl(event.target.value)}
          spellCheck={false}
          type="url"
          value={url}
        />
      </div>
      <fieldset className="client-hooks__events">
        <legend>{say('events')}</legend>
        {webhookEvents.map((event) => (
          <label key={event}>
            <input
              checked={events.includes(event)}
              onChange={({ target }) =>
                setEvents(
                  target.checked ? [...events, event] : events.filter((one) => one !== event),
                )
              }
              type="checkbox"
            />
            {pick(noticeEventWords[event])}
          </label>
        ))}
      </fieldset>
      <Actions busy={busy} label={say('save')} onGo={save} slug={slug} />
    </>
  )
}

type ConfirmProps = { change: 'rotate' | 'remove'; endpoint: ShownEndpoint; slug: string }

/** Changes the secret or removes the endpoint, after one more question. */
export function ConfirmChange({ change, endpoint, slug }: ConfirmProps) {
  const { say } = useNoticeWords()
  const { closeModal } = useModal()
  const { path, reload } = useWebhooks()
  const post = useNoticePost()
  const [secret, setSecret] = useState<string | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const go = async () => {
    setBusy(true)
    const sent = await post<{ secret?: string }>(`${path}/${endpoint.id}/${change}`, {})
    setBusy(false)
    if ('refused' in sent) return setRefused(sent.refused)
    void reload()
    if (sent.body.secret) setSecret(sent.body.secret)
    else closeModal(slug)
  }
  if (secret) return <Secret secret={secret} slug={slug} />
  return (
    <>
      <Refused text={refused} />
      <p>
        <code>{endpoint.url}</code>
      </p>
      <p className="house-dialog__hint">{say(change === 'rotate' ? 'rotateNote' : 'removeNote')}</p>
      <Actions busy={busy} label={say(change)} onGo={go} slug={slug} />
    </>
  )
}

function Secret({ secret, slug }: { secret: string; slug: string }) {
  const { say } = useNoticeWords()
  const { closeModal } = useModal()
  return (
    <>
      <p>{say('secretOnce')}</p>
      <code className="client-hooks__secret" id="webhook-secret">
        {secret}
      </code>
      <div className="house-dialog__actions">
        <Button onClick={() => closeModal(slug)} type="button">
          {say('close')}
        </Button>
      </div>
    </>
  )
}

function Refused({ text }: { text: string | null }) {
  return text ? (
    <p className="house-dialog__refusal" role="alert">
      {text}
    </p>
  ) : null
}

type ActionsProps = { busy: boolean; label: string; onGo: () => Promise<unknown>; slug: string }

function Actions({ busy, label, onGo, slug }: ActionsProps) {
  const { say } = useNoticeWords()
  const { closeModal } = useModal()
  return (
    <div className="house-dialog__actions">
      <Button buttonStyle="secondary" onClick={() => closeModal(slug)} type="button">
        {say('cancel')}
      </Button>
      <Button disabled={busy} id={`${slug}-go`} onClick={() => void onGo()} type="button">
        {label}
      </Button>
    </div>
  )
}
