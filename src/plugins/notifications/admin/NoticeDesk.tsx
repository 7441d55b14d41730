'use client'
import { Button, useAuth, useConfig } from '@payloadcms/ui'
import { usePoll } from '../../../admin/elements/poll.ts'
import { refresh, useRemote } from '../../../admin/elements/remote.ts'
import type { ShownBatch } from '../../../database/notices/batches.ts'
import type { NoticeState, ShownLine } from '../../../database/notices/list.ts'
import { HeldBatches } from './HeldBatches.tsx'
import { NoticeLog } from './NoticeLog.tsx'
import { NoticeStates } from './NoticeStates.tsx'
import { useNoticeWords } from './use-notices.ts'
import './notices.scss'

export type Overview = {
  counts: Record<NoticeState, number>
  lateSeconds: number
  hasMail: boolean
  batches: ShownBatch[]
  log: ShownLine[]
}

/** What waits for release, what was sent and what could not be, above the templates. */
export function NoticeDesk() {
  const { say } = useNoticeWords()
  const { config } = useConfig()
  const { user } = useAuth()
  const address = `${config.routes.api}/notices`
  const { data, failed } = useRemote<Overview>(address)
  usePoll(address, 10)
  const reload = () => refresh(address)
  if (!data) {
    return (
      <section aria-busy={!failed} className="notice-desk">
        <p className="notice-desk__hint">{say(failed ? 'notLoaded' : 'loading')}</p>
        {failed && (
          <Button buttonStyle="secondary" onClick={() => void reload()} size="small" type="button">
            {say('retry')}
          </Button>
        )}
      </section>
    )
  }
  const mayAct = user?.role === 'province'
  return (
    <section className="notice-desk">
      {!data.hasMail && (
        <p className="notice-desk__warning" role="status">
          {say('noMail')}
        </p>
      )}
      <HeldBatches batches={data.batches} mayAct={mayAct} onDone={reload} />
      <NoticeStates counts={data.counts} mayAct={mayAct} onDone={reload} />
      <NoticeLog lines={data.log} />
      <h3>{say('templates')}</h3>
      <p className="notice-desk__hint">{say('templatesHint')}</p>
    </section>
  )
}
