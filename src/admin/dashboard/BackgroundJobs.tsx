'use client'
import { useConfig, useTranslation } from '@payloadcms/ui'
import type { BackgroundJobs as Answer } from '../../database/jobs/about.ts'
import { usePoll } from '../elements/poll.ts'
import { useRemote } from '../elements/remote.ts'
import { speaker } from '../elements/translate.ts'
import type { AdminKey } from '../translations.ts'
import { FailedJob, WorkingJob } from './JobItems.tsx'

const shownFailed = 10
const shownWorking = 5

/** What is done apart from requests: how much waits and runs, and what failed, each to be tried again. */
export function BackgroundJobs() {
  const { t } = useTranslation()
  const { config } = useConfig()
  const say = speaker<AdminKey>('house', t)
  const address = `${config.routes.api}/background-jobs`
  const { data, failed } = useRemote<Answer>(address)
  const isBusy = data !== null && data.counts.waiting + data.counts.working > 0
  usePoll(address, isBusy ? 3 : 30)
  if (!data) return failed ? <p className="start__hint">{say('jobsNotLoaded')}</p> : null
  const { counts, jobs } = data
  if (!isBusy && counts.failed === 0) {
    return <p className="jobs jobs--quiet">{say('jobsQuiet')}</p>
  }
  const of = (state: string) => jobs.filter((job) => job.state === state)
  const rest = counts.failed - shownFailed
  return (
    <section className="start__panel jobs">
      <h2>{say('jobs')}</h2>
      <dl aria-live="polite" className="jobs__counts">
        <Count label={say('jobsWaiting')} value={counts.waiting} />
        <Count label={say('jobsWorking')} value={counts.working} />
        <Count label={say('jobsFailed')} tone="bad" value={counts.failed} />
      </dl>
      <ul className="jobs__list">
        {of('working')
          .slice(0, shownWorking)
          .map((job) => (
            <WorkingJob job={job} key={job.id} />
          ))}
        {of('failed')
          .slice(0, shownFailed)
          .map((job) => (
            <FailedJob address={address} job={job} key={job.id} />
          ))}
      </ul>
      {rest > 0 && <p className="start__hint">{say('jobsMore', { count: rest })}</p>}
    </section>
  )
}

function Count({ label, value, tone = '' }: { label: string; value: number; tone?: string }) {
  return (
    <div className={value > 0 ? `jobs__count jobs__count--${tone}` : 'jobs__count'}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}
