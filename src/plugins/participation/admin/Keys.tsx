'use client'
import { Button, useModal } from '@payloadcms/ui'
import { useState } from 'react'
import { beijingTime } from '../../../domain/beijing-time.ts'
import { Dialog } from '../../../admin/elements/Dialog.tsx'
import { keyStateWords } from '../../../domain/participation/client-keys.ts'
import type { ShownKey } from '../keys.ts'
import { MakeSecret, PastePublicKey, RevokeKey } from './KeyDialogs.tsx'
import { useKeys, useKeyWords } from './use-keys.ts'
import './keys.scss'

const dialogs = { secret: 'client-secret', publicKey: 'client-public-key', revoke: 'client-revoke' }

/** The keys of a client: what there is, since when, and what the province may do with it. */
export function Keys() {
  const { say } = useKeyWords()
  const { openModal } = useModal()
  const { address, keys, failed } = useKeys()
  const [chosen, setChosen] = useState<ShownKey | null>(null)

  if (!address) return <p className="client-keys__hint">{say('saveFirst')}</p>
  return (
    <section className="client-keys">
      <h3>{say('title')}</h3>
      <p className="client-keys__hint">{say('hint')}</p>
      {failed && <p role="alert">{say('notLoaded')}</p>}
      {keys?.length === 0 && <p>{say('none')}</p>}
      <ul className="client-keys__list">
        {keys?.map((key) => (
          <KeyRow
            key={key.id}
            onRevoke={() => {
              setChosen(key)
              openModal(dialogs.revoke)
            }}
            shown={key}
          />
        ))}
      </ul>
      <div className="client-keys__acts">
        <Button onClick={() => openModal(dialogs.secret)} size="small" type="button">
          {say('makeSecret')}
        </Button>
        <Button
          buttonStyle="secondary"
          onClick={() => openModal(dialogs.publicKey)}
          size="small"
          type="button"
        >
          {say('addPublic')}
        </Button>
      </div>
      <Dialog slug={dialogs.secret} title={say('secretTitle')}>
        <MakeSecret slug={dialogs.secret} />
      </Dialog>
      <Dialog slug={dialogs.publicKey} title={say('publicTitle')}>
        <PastePublicKey slug={dialogs.publicKey} />
      </Dialog>
      <Dialog slug={dialogs.revoke} title={say('revokeTitle')}>
        {chosen && <RevokeKey shown={chosen} slug={dialogs.revoke} />}
      </Dialog>
    </section>
  )
}

function KeyRow({ shown, onRevoke }: { shown: ShownKey; onRevoke: () => void }) {
  const { say, pick } = useKeyWords()
  const { kid, algorithm, state, notAfter, createdAt, createdBy } = shown
  const { revokedAt, revokedBy, lastUsedAt } = shown
  return (
    <li className={`client-keys__key client-keys__key--${state}`}>
      <div className="client-keys__names">
        <code>{kid}</code>
        <span>{algorithm}</span>
        <strong>{pick(keyStateWords[state])}</strong>
        {notAfter && <span>{say('until', { at: beijingTime(notAfter) })}</span>}
      </div>
      <div className="client-keys__facts">
        <span>{say('made', { at: beijingTime(createdAt), by: createdBy })}</span>
        {revokedAt && (
          <span>{say('revoked', { at: beijingTime(revokedAt), by: revokedBy ?? '' })}</span>
        )}
        <span>{lastUsedAt ? say('used', { at: beijingTime(lastUsedAt) }) : say('unused')}</span>
      </div>
      {state === 'valid' && (
        <Button
          buttonStyle="secondary"
          margin={false}
          onClick={onRevoke}
          size="small"
          type="button"
        >
          {say('revoke')}
        </Button>
      )}
    </li>
  )
}
