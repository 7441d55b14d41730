'use client'
import { Button, toast, useAuth } from '@payloadcms/ui'
import { useState } from 'react'
import { refresh } from '../../../admin/elements/remote.ts'
import { send } from '../../../admin/elements/send.ts'
import type { ShownCertificate } from '../show.ts'
import { useCertificateWords } from './use-certificate-words.ts'
import './certificates.scss'

const mostShown = 100

type Props = { address: string; certificates: readonly ShownCertificate[] }
type Asked = { number: string; step: 'revoke' | 'reissue' }

/** All certificates of a list, to be found by what stands on them, downloaded, replaced, revoked. */
export function CertificateTable({ address, certificates }: Props) {
  const { say, pick } = useCertificateWords()
  const { user } = useAuth()
  const [sought, setSought] = useState('')
  const [asked, setAsked] = useState<Asked | null>(null)
  if (certificates.length === 0) return <p className="certificates__hint">{say('none')}</p>
  const word = sought.trim().toUpperCase()
  const found = certificates.filter(({ number, name, work }) =>
    `${number} ${name} ${work}`.toUpperCase().includes(word),
  )
  const mayChange = user?.role === 'province'
  return (
    <>
      <input
        aria-label={say('search')}
        className="certificates__search"
        onChange={(event) => setSought(event.target.value)}
        placeholder={say('search')}
        type="search"
        value={sought}
      />
      <div className="certificates__wide">
        <table>
          <thead>
            <tr>
              {(['number', 'name', 'work', 'level', 'state'] as const).map((key) => (
                <th key={key} scope="col">
                  {say(key)}
                </th>
              ))}
              <th />
            </tr>
          </thead>
          <tbody>
            {found.slice(0, mostShown).map((one) => (
              <tr key={one.number}>
                <td>
                  <code>{one.number}</code>
                </td>
                <td>{one.name}</td>
                <td>{one.work}</td>
                <td>{pick(one.level)}</td>
                <td>
                  <span className={`certificates__state certificates__state--${one.state}`}>
                    {say(`state_${one.state}`)}
                  </span>
                  {one.revokedReason && <small>{one.revokedReason}</small>}
                  {one.replacedBy && <small>→ {one.replacedBy}</small>}
                </td>
                <td className="certificates__acts">
                  {one.madeAt && <a href={`/api/certificates/${one.number}/file`}>{say('file')}</a>}
                  {mayChange &&
                    one.state !== 'revoked' &&
                    (['reissue', 'revoke'] as const).map(
                      (step) =>
                        (step === 'revoke' || !one.replacedBy) && (
                          <button
                            key={step}
                            onClick={() => setAsked({ number: one.number, step })}
                            type="button"
                          >
                            {say(step)}
                          </button>
                        ),
                    )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {found.length > mostShown && (
        <p className="certificates__hint">{say('more', { count: found.length - mostShown })}</p>
      )}
      {asked && (
        <Change
          {...asked}
          address={address}
          close={() => setAsked(null)}
          key={asked.number + asked.step}
        />
      )}
    </>
  )
}

function Change({ number, step, address, close }: Asked & { address: string; close: () => void }) {
  const { say, language } = useCertificateWords()
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)

  async function confirm() {
    setBusy(true)
    const answer = await send(`/api/certificates/${number}/${step}`, { reason }, language)
    setBusy(false)
    if (!answer.ok) return void toast.error(answer.message || say('noAnswer'))
    toast.success(say('done'))
    close()
    await refresh(address)
  }

  return (
    <div className="certificates__change">
      <label>
        <strong>
          {say(step)} {number}
        </strong>
        {say('reason')}
        {/* The first thing to do once it is there. */}
        <input
          autoFocus
          maxLength={500}
          onChange={(event) => setReason(event.target.value)}
          type="text"
          value={reason}
        />
      </label>
      <Button
        disabled={busy || reason.trim() === ''}
        margin={false}
        onClick={() => void confirm()}
        size="small"
        type="button"
      >
        {say('confirm')}
      </Button>
      <Button buttonStyle="secondary" margin={false} onClick={close} size="small" type="button">
        {say('cancel')}
      </Button>
    </div>
  )
}
