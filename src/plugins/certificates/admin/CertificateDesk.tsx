'use client'
import { Button, toast, useAuth, useDocumentInfo } from '@payloadcms/ui'
import { useState } from 'react'
import { usePoll } from '../../../admin/elements/poll.ts'
import { ProgressBar } from '../../../admin/elements/ProgressBar.tsx'
import { refresh, useRemote } from '../../../admin/elements/remote.ts'
import { send } from '../../../admin/elements/send.ts'
import { signsOf } from '../../../admin/elements/signs.ts'
import { CertificateChanges } from './CertificateChanges.tsx'
import { CertificateTable } from './CertificateTable.tsx'
import { DrawnNames } from './DrawnNames.tsx'
import type { CertificatesShown } from './types.ts'
import { useCertificateWords } from './use-certificate-words.ts'
import './certificates.scss'

/** Under a list of results: its certificates, who cannot be printed, how far a batch is, and the evidence. */
export function CertificateDesk() {
  const { say } = useCertificateWords()
  const { id } = useDocumentInfo()
  const [template, setTemplate] = useState<number | null>(null)
  const base = id ? `/api/results/${id}/certificates` : null
  const address = base && (template === null ? base : `${base}?template=${template}`)
  const { data, failed } = useRemote<CertificatesShown>(address)
  const isBusy = data?.batches.some(({ state }) => state === 'waiting' || state === 'working')
  usePoll(isBusy ? address : null, 2)
  if (!base || !address) return null
  if (!data) {
    return <p className="certificates__hint">{say(failed ? 'notLoaded' : 'loading')}</p>
  }
  return (
    <section className="certificates" id="certificates">
      <h3>{say('heading')}</h3>
      {data.final ? (
        <>
          <Issue address={address} base={base} choose={setTemplate} data={data} />
          <Batches data={data} />
          <CertificateTable address={address} certificates={data.certificates} />
        </>
      ) : (
        <p className="certificates__hint">{say('notFinal')}</p>
      )}
      <div className="certificates__steps">
        {data.certificates.some(({ state }) => state === 'valid') && (
          <Link id="certificates-zip" label={say('zip')} url={`${base}/zip`} />
        )}
        {data.final && (
          <Link id="evidence-zip" label={say('evidence')} url={`/api/results/${id}/evidence`} />
        )}
      </div>
    </section>
  )
}

function Link({ id, label, url }: { id: string; label: string; url: string }) {
  return (
    <Button
      buttonStyle="secondary"
      el="anchor"
      id={id}
      margin={false}
      newTab
      size="small"
      url={url}
    >
      {label}
    </Button>
  )
}

type IssueProps = {
  address: string
  base: string
  data: CertificatesShown
  choose: (template: number) => void
}

function Issue({ address, base, data, choose }: IssueProps) {
  const { say, pick, language } = useCertificateWords()
  const { user } = useAuth()
  const [busy, setBusy] = useState(false)
  const { plan, templates, template, final } = data
  if (templates.length === 0) {
    return (
      <p className="certificates__hint">
        {say('noTemplate')}{' '}
        <a href="/admin/collections/certificate-templates/create">{say('newTemplate')}</a>
      </p>
    )
  }
  const parts = plan
    ? ([
        ['planMake', plan.make],
        ['planReplace', plan.replace],
        ['planRevoke', plan.revoke],
        ['planKeep', plan.keep],
      ] as const)
    : []
  const count = plan ? plan.make + plan.replace + plan.revoke : 0
  const needsTwo = plan ? plan.replace + plan.revoke + plan.again > 0 : false

  async function issue(withoutUnfit: boolean) {
    if (
      !window.confirm(
        say(needsTwo ? 'askConfirm' : 'issueConfirm', { version: final?.version ?? 0 }),
      )
    )
      return
    setBusy(true)
    const answer = await send(base, { template, withoutUnfit }, language)
    setBusy(false)
    if (answer.ok) toast.success(say('done'))
    else toast.error(answer.message || say('noAnswer'))
    await refresh(address)
  }

  return (
    <div className="certificates__issue">
      <label>
        {say('template')}
        <select
          onChange={(event) => choose(Number(event.target.value))}
          value={template ?? undefined}
        >
          {templates.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <p className="certificates__hint">
        {parts
          .filter(([key, number]) => number > 0 || key === 'planMake')
          .map(([key, number]) => say(key, { count: number }))
          .join(' · ')}
      </p>
      {plan && plan.unfit.length > 0 && (
        <div className="certificates__unfit" role="alert">
          <strong>{say('unfit')}</strong>
          <ul>
            {plan.unfit.map(({ id, field, message }) => (
              <li key={`${id} ${field}`}>
                <code>{id}</code> {field}
                {signsOf(language).colon}
                {pick(message)}
              </li>
            ))}
          </ul>
        </div>
      )}
      {plan && <CertificateChanges address={address} base={base} data={data} />}
      {plan && <DrawnNames address={address} base={base} data={data} />}
      {user?.role === 'province' && count > 0 && !data.asked && (
        <Button
          disabled={busy}
          id="certificates-issue"
          margin={false}
          onClick={() => void issue((plan?.unfit.length ?? 0) > 0)}
          size="small"
          type="button"
        >
          {say(needsTwo ? 'ask' : plan && plan.unfit.length > 0 ? 'withoutUnfit' : 'issue')}
        </Button>
      )}
    </div>
  )
}

function Batches({ data }: { data: CertificatesShown }) {
  const { say } = useCertificateWords()
  const shown = data.batches.filter(({ made, total, state }, index) => {
    return index === 0 || made < total || state === 'failed'
  })
  return shown.map(({ id, made, total, state }) => (
    <div className="certificates__batch" key={id}>
      <span>{say('batch', { id })}</span>
      <ProgressBar label={say('batch', { id })} share={total === 0 ? 1 : made / total} />
      <span aria-live="polite">
        {state === 'failed' ? say('batchFailed') : say('batchDone', { made, total })}
      </span>
    </div>
  ))
}
