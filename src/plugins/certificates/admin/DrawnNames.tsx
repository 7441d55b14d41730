'use client'
import { Button, toast, useAuth } from '@payloadcms/ui'
import { useState } from 'react'
import { refresh } from '../../../admin/elements/remote.ts'
import { send } from '../../../admin/elements/send.ts'
import type { CertificatesShown } from './types.ts'
import { useCertificateWords } from './use-certificate-words.ts'

type Props = { address: string; base: string; data: CertificatesShown }

/** Names that no typeface has, and how they are written instead. */
export function DrawnNames({ address, base, data: { plan, names } }: Props) {
  const { say } = useCertificateWords()
  const { user } = useAuth()
  const known = new Set(names.map(({ place }) => place))
  const unfit = (plan?.unfit ?? []).filter(({ id, field }) => field === '姓名' && !known.has(id))
  if (unfit.length + names.length === 0) return null
  return (
    <div className="certificates__names">
      <p className="certificates__hint">{say('drawnHint')}</p>
      {names.map((one) => (
        <p key={one.place}>
          <code>{one.place}</code> {say('drawnNow', { listed: one.listed, name: one.name })}
        </p>
      ))}
      {user?.role === 'province' &&
        [...names.map(({ place, name }) => ({ place, name })), ...unfit.map(blank)].map((one) => (
          <Name {...one} address={address} base={base} key={one.place} />
        ))}
    </div>
  )
}

const blank = ({ id }: { id: string }) => ({ place: id, name: '' })

type NameProps = { address: string; base: string; place: string; name: string }

function Name({ address, base, place, name: given }: NameProps) {
  const { say, language } = useCertificateWords()
  const [name, setName] = useState(given)
  const [busy, setBusy] = useState(false)

  async function save() {
    setBusy(true)
    const answer = await send(`${base}/names`, { place, name }, language)
    setBusy(false)
    if (answer.ok) toast.success(say('done'))
    else toast.error(answer.message || say('noAnswer'))
    await refresh(address)
  }

  return (
    <div className="certificates__change">
      <label>
        <code>{place}</code> {say('drawnAs')}
        <input
          maxLength={100}
          onChange={(event) => setName(event.target.value)}
          type="text"
          value={name}
        />
      </label>
      <Button
        disabled={busy || name.trim() === given}
        margin={false}
        onClick={() => void save()}
        size="small"
        type="button"
      >
        {say('save')}
      </Button>
    </div>
  )
}
