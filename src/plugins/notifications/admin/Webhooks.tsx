'use client'
import { Button, toast, useModal } from '@payloadcms/ui'
import { useState } from 'react'
import { beijingTime } from '../../../domain/beijing-time.ts'
import { Dialog } from '../../../admin/elements/Dialog.tsx'
import { signsOf } from '../../../admin/elements/signs.ts'
import type { ShownEndpoint } from '../../../database/notices/client-endpoints.ts'
import { noticeEventWords, whyWords } from '../../../domain/results/notices.ts'
import { useNoticePost, useNoticeWords } from './use-notices.ts'
import { useWebhooks } from './use-webhooks.ts'
import { ConfirmChange, EndpointForm } from './WebhookDialogs.tsx'
import { useTest, type TestState } from './use-test.ts'
import './webhooks.scss'

const slugs = {
  form: 'client-webhook',
  rotate: 'client-webhook-rotate',
  remove: 'client-webhook-remove',
}

/** Where a client is told of what happened, on its page. */
export function Webhooks() {
  const { say } = useNoticeWords()
  const { openModal } = useModal()
  const { path, endpoints, failed, reload } = useWebhooks()
  const post = useNoticePost()
  const { tests, test } = useTest(path)
  const [chosen, setChosen] = useState<ShownEndpoint | null>(null)
  if (!path) return <p className="client-hooks__hint">{say('hooksSaveFirst')}</p>
  const open = (slug: string, endpoint: ShownEndpoint | null) => {
    setChosen(endpoint)
    openModal(slug)
  }
  const enable = async ({ id }: ShownEndpoint) => {
    const sent = await post(`${path}/${id}/enable`, {})
    if ('refused' in sent) toast.error(sent.refused)
    void reload()
  }
  return (
    <section className="client-hooks">
      <h3>{say('hooksTitle')}</h3>
      <p className="client-hooks__hint">{say('hooksHint')}</p>
      {failed && <p role="alert">{say('notLoaded')}</p>}
      {endpoints?.length === 0 && <p>{say('noHooks')}</p>}
      <ul className="client-hooks__list">
        {endpoints?.map((endpoint) => (
          <li key={endpoint.id}>
            <Facts endpoint={endpoint} />
            <Tested test={tests[endpoint.id]} />
            <div className="client-hooks__acts">
              <Act
                act={() => void test(endpoint.id)}
                disabled={tests[endpoint.id] === 'running'}
                label={say('test')}
              />
              {endpoint.state === 'disabled' && (
                <Act act={() => void enable(endpoint)} label={say('enable')} />
              )}
              <Act act={() => open(slugs.form, endpoint)} label={say('editHook')} />
              <Act act={() => open(slugs.rotate, endpoint)} label={say('rotate')} />
              <Act act={() => open(slugs.remove, endpoint)} label={say('remove')} />
            </div>
          </li>
        ))}
      </ul>
      <Button id="add-webhook" onClick={() => open(slugs.form, null)} size="small" type="button">
        {say('addHook')}
      </Button>
      <Dialog slug={slugs.form} title={say(chosen ? 'editHook' : 'addHook')}>
        <EndpointForm endpoint={chosen} slug={slugs.form} />
      </Dialog>
      <Dialog slug={slugs.rotate} title={say('rotate')}>
        {chosen && <ConfirmChange change="rotate" endpoint={chosen} slug={slugs.rotate} />}
      </Dialog>
      <Dialog slug={slugs.remove} title={say('remove')}>
        {chosen && <ConfirmChange change="remove" endpoint={chosen} slug={slugs.remove} />}
      </Dialog>
    </section>
  )
}

type ActProps = { act: () => void; label: string; disabled?: boolean }

function Act({ act, label, disabled = false }: ActProps) {
  return (
    <Button
      buttonStyle="secondary"
      disabled={disabled}
      margin={false}
      onClick={act}
      size="small"
      type="button"
    >
      {label}
    </Button>
  )
}

// Always there, so that what comes into it is read out.
function Tested({ test }: { test: TestState | undefined }) {
  const { say, pick } = useNoticeWords()
  const told = () => {
    if (!test) return null
    if (test === 'running') return say('testing')
    if ('refused' in test) return test.refused
    const seconds = Math.max(0.1, test.ms / 1000).toFixed(1)
    if (test.ok) return say('testOk', { seconds, status: test.status ?? '' })
    return say('testFailed', { why: test.why ? pick(test.why) : '' })
  }
  const isGood = typeof test === 'object' && 'ok' in test && test.ok
  const kind = isGood ? 'ok' : test === 'running' ? 'running' : 'failed'
  return (
    <p className={`client-hooks__test client-hooks__test--${kind}`} role="status">
      {told()}
    </p>
  )
}

function Facts({ endpoint }: { endpoint: ShownEndpoint }) {
  const { say, pick, language } = useNoticeWords()
  const { state, url, events, why, failingSince, lastOkAt, oldUntil, waiting, dead } = endpoint
  const told = {
    well: () => say('well'),
    failing: () => say('failing', { at: beijingTime(failingSince ?? '') }),
    disabled: () => say('disabled', { why: pick(whyWords(why ?? '')) }),
  }
  return (
    <div className="client-hooks__facts">
      <code>{url}</code>
      <span className={`client-hooks__state client-hooks__state--${state}`}>{told[state]()}</span>
      <small>
        {events.map((event) => pick(noticeEventWords[event])).join(signsOf(language).and)}
      </small>
      <small>
        {lastOkAt ? say('lastOk', { at: beijingTime(lastOkAt) }) : say('neverOk')}
        {(waiting > 0 || dead > 0) && ` · ${say('queue', { waiting, dead })}`}
        {oldUntil && ` · ${say('oldUntil', { at: beijingTime(oldUntil) })}`}
      </small>
    </div>
  )
}
