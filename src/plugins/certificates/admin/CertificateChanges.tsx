'use client'
import { Button, toast, useAuth } from '@payloadcms/ui'
import { useState } from 'react'
import { refresh } from '../../../admin/elements/remote.ts'
import { send } from '../../../admin/elements/send.ts'
import type { ChangeShown } from '../plan-batch.ts'
import type { CertificatesShown } from './types.ts'
import { useCertificateWords } from './use-certificate-words.ts'

const mostShown = 100

type Props = { address: string; base: string; data: CertificatesShown }

/** Who loses, changes and gains by the newest final list; and, once asked for, the second person's step. */
export function CertificateChanges({ address, base, data: { plan, asked } }: Props) {
  const { say, language } = useCertificateWords()
  const { user } = useAuth()
  const [busy, setBusy] = useState(false)
  if (!plan || (plan.replace + plan.revoke + plan.again === 0 && !asked)) return null
  const isStale = asked !== null && asked.sha256 !== plan.sha256

  async function press(step: 'confirm' | 'withdraw') {
    setBusy(true)
    const body = step === 'confirm' ? { sha256: asked?.sha256 } : {}
    const answer = await send(`${base}/${step}`, body, language)
    setBusy(false)
    if (answer.ok) toast.success(say('done'))
    else toast.error(answer.message || say('noAnswer'))
    await refresh(address)
  }

  const buttons = (['confirm', 'withdraw'] as const).filter(
    (step) => step === 'withdraw' || (!isStale && String(asked?.by) !== String(user?.id)),
  )
  return (
    <div className="certificates__changes">
      {asked && (
        <p className="certificates__hint" role="status">
          {isStale ? say('askedStale') : say('askedBy', { name: asked.byName })}
        </p>
      )}
      <Changes changes={plan.changes} />
      {asked && user?.role === 'province' && (
        <div className="certificates__steps">
          {buttons.map((step) => (
            <Button
              buttonStyle={step === 'confirm' ? 'primary' : 'secondary'}
              disabled={busy}
              id={`certificates-${step}`}
              key={step}
              margin={false}
              onClick={() => void press(step)}
              size="small"
              type="button"
            >
              {say(step === 'confirm' ? 'confirmAsk' : 'withdraw')}
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}

function Changes({ changes }: { changes: readonly ChangeShown[] }) {
  const { say, pick } = useCertificateWords()
  const said = (one: ChangeShown['before']) =>
    one ? `${one.name}《${one.work}》${pick(one.level)}` : '—'
  return (
    <div className="certificates__wide">
      <table aria-label={say('changes')}>
        <thead>
          <tr>
            <th scope="col">{say('changes')}</th>
            <th scope="col">{say('before')}</th>
            <th scope="col">{say('after')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.slice(0, mostShown).map(({ kind, number, before, after }, index) => (
            <tr key={number ?? index}>
              <td>{say(`change_${kind}`)}</td>
              <td>
                {number && <code>{number}</code>} {said(before)}
              </td>
              <td>{said(after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {changes.length > mostShown && <p>… {changes.length - mostShown}</p>}
    </div>
  )
}
