'use client'
import { Button, useConfig, useTranslation } from '@payloadcms/ui'
import Link from 'next/link'
import { useState } from 'react'
import type { BackgroundJobs } from '../../database/jobs/about.ts'
import { jobKindWords } from '../../domain/job-kinds.ts'
import { beijingTime } from '../../domain/beijing-time.ts'
import { ProgressBar } from '../elements/ProgressBar.tsx'
import { refresh } from '../elements/remote.ts'
import { send } from '../elements/send.ts'
import { inLanguage, speaker } from '../elements/translate.ts'
import type { AdminKey } from '../translations.ts'

type Job = BackgroundJobs['jobs'][number]

/** A job that is being done, with how far it is. */
export function WorkingJob({ job }: { job: Job }) {
  const { t } = useTranslation()
  const say = speaker<AdminKey>('house', t)
  const percent = Math.round((job.progress ?? 0) * 100)
  return (
    <li className="jobs__item">
      <div className="jobs__what">
        <What job={job} />
        <ProgressBar label={say('jobsWorking')} share={percent > 0 ? job.progress : null} />
      </div>
      <span className="jobs__percent">{percent > 0 && `${percent}%`}</span>
    </li>
  )
}

/** A job that failed for good: what it was about, why, and the way to try it once more. */
export function FailedJob({ job, address }: { job: Job; address: string }) {
  const { t, i18n } = useTranslation()
  const say = speaker<AdminKey>('house', t)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState('')
  const retry = async () => {
    setBusy(true)
    const sent = await send(`${address}/${job.id}/retry`, {}, i18n.language)
    // Somebody else tried it again meanwhile: the list shows it.
    if (sent.ok || sent.status === 404) return refresh(address)
    setRefused(sent.message || say('noAnswer'))
    setBusy(false)
  }
  return (
    <li className="jobs__item">
      <div className="jobs__what">
        <What job={job} />
        <span>{job.words ? inLanguage(job.words, i18n.language) : say('jobFault')}</span>
        <small>
          {job.finishedAt && beijingTime(job.finishedAt)}
          {' · '}
          {say('jobTries', { count: job.attempts })}
        </small>
        {job.error && !job.words && (
          <details>
            <summary>{say('jobDetails')}</summary>
            <code>{job.error}</code>
          </details>
        )}
        {refused && <p role="alert">{refused}</p>}
      </div>
      <Button
        buttonStyle="secondary"
        disabled={busy}
        margin={false}
        onClick={() => void retry()}
        size="small"
        type="button"
      >
        {say('jobRetry')}
      </Button>
    </li>
  )
}

function What({ job: { kind, key, about } }: { job: Job }) {
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const name = jobKindWords[kind] ? inLanguage(jobKindWords[kind], i18n.language) : kind
  const title = about?.title || key
  return (
    <span className="jobs__name">
      <b>{name}</b>{' '}
      {about?.collection ? (
        <Link
          href={`${config.routes.admin}/collections/${about.collection}/${about.id}`}
          prefetch={false}
        >
          {title}
        </Link>
      ) : (
        title
      )}
    </span>
  )
}
