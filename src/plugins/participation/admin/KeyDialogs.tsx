'use client'
import { Button, useModal } from '@payloadcms/ui'
import { useId, useState, type ReactNode } from 'react'
import type { ShownKey } from '../keys.ts'
import { post, useKeys, useKeyWords } from './use-keys.ts'

type Slug = { slug: string }

/** Makes a shared secret and shows it, this once. */
export function MakeSecret({ slug }: Slug) {
  const words = useKeyWords()
  const { say } = words
  const { address, reload } = useKeys()
  const [made, setMade] = useState<{ kid: string; secret: string } | null>(null)
  const make = async () => {
    const sent = await post<{ kid: string; secret: string }>(address!, {}, words)
    if ('refused' in sent) return sent.refused
    setMade(sent.body)
    void reload()
  }
  if (!made) {
    return (
      <Asking act={make} label={say('makeSecret')} slug={slug}>
        <p className="house-dialog__hint">{say('secretNote')}</p>
      </Asking>
    )
  }
  return (
    <>
      <p className="house-dialog__hint">{say('secretNote')}</p>
      <Copied label={say('kid')} text={made.kid} />
      <Copied label={say('secret')} text={made.secret} />
      <Close slug={slug} />
    </>
  )
}

/** Takes a public key as people have it. */
export function PastePublicKey({ slug }: Slug) {
  const words = useKeyWords()
  const { say } = words
  const { closeModal } = useModal()
  const { address, reload } = useKeys()
  const [publicKey, setPublicKey] = useState('')
  const id = useId()
  const add = async () => {
    const sent = await post(address!, { publicKey }, words)
    if ('refused' in sent) return sent.refused
    void reload()
    closeModal(slug)
  }
  return (
    <Asking act={add} label={say('add')} slug={slug}>
      <p className="house-dialog__hint">{say('publicNote')}</p>
      <label htmlFor={id}>{say('publicKey')}</label>
      <textarea
        data-autofocus
        id={id}
        maxLength={20_000}
        onChange={(event) => setPublicKey(event.target.value)}
        rows={8}
        spellCheck={false}
        value={publicKey}
      />
    </Asking>
  )
}

/** Shuts a key out, after one more question. */
export function RevokeKey({ slug, shown }: Slug & { shown: ShownKey }) {
  const words = useKeyWords()
  const { say } = words
  const { closeModal } = useModal()
  const { address, reload } = useKeys()
  const revoke = async () => {
    const sent = await post(`${address}/${shown.id}/revoke`, {}, words)
    if ('refused' in sent) return sent.refused
    void reload()
    closeModal(slug)
  }
  return (
    <Asking act={revoke} label={say('revoke')} slug={slug}>
      <p>{say('revokeNote', { kid: shown.kid })}</p>
    </Asking>
  )
}

type AskingProps = Slug & {
  label: string
  /** Gives back why it was refused. */
  act: () => Promise<string | undefined>
  children: ReactNode
}

function Asking({ slug, label, act, children }: AskingProps) {
  const { say } = useKeyWords()
  const { closeModal } = useModal()
  const [refused, setRefused] = useState<string>()
  const [busy, setBusy] = useState(false)
  const go = async () => {
    setBusy(true)
    setRefused(await act())
    setBusy(false)
  }
  return (
    <>
      {refused && (
        <p className="house-dialog__refusal" role="alert">
          {refused}
        </p>
      )}
      {children}
      <div className="house-dialog__actions">
        <Button buttonStyle="secondary" onClick={() => closeModal(slug)} type="button">
          {say('cancel')}
        </Button>
        <Button disabled={busy} onClick={() => void go()} type="button">
          {label}
        </Button>
      </div>
    </>
  )
}

function Copied({ label, text }: { label: string; text: string }) {
  const { say } = useKeyWords()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    // Browsers have no clipboard on plain http; there the text is selected by a click.
    if (!navigator.clipboard) return
    await navigator.clipboard.writeText(text)
    setCopied(true)
  }
  return (
    <div className="client-keys__copied">
      <span>{label}</span>
      <code>{text}</code>
      <Button margin={false} onClick={() => void copy()} size="small" type="button">
        {say(copied ? 'copied' : 'copy')}
      </Button>
    </div>
  )
}

function Close({ slug }: Slug) {
  const { say } = useKeyWords()
  const { closeModal } = useModal()
  return (
    <div className="house-dialog__actions">
      <Button onClick={() => closeModal(slug)} type="button">
        {say('close')}
      </Button>
    </div>
  )
}
