'use client'
import { beijingTime } from '../../../domain/beijing-time.ts'
import type { ShownLine } from '../../../database/notices/list.ts'
import type { NoticeKey } from '../translations.ts'
import { useNoticeWords } from './use-notices.ts'

const known: Record<string, NoticeKey> = {
  release: 'actionRelease',
  stop: 'actionStop',
  resend: 'actionResend',
  'add-endpoint': 'actionAdd',
  'edit-endpoint': 'actionEdit',
  'rotate-endpoint': 'actionRotate',
  'enable-endpoint': 'actionEnable',
  'remove-endpoint': 'actionRemove',
  'test-endpoint': 'actionTest',
  disable: 'actionDisable',
}

/** Who released, stopped and changed what. */
export function NoticeLog({ lines }: { lines: ShownLine[] }) {
  const { say } = useNoticeWords()
  if (lines.length === 0) return null
  return (
    <details className="notice-desk__log">
      <summary>{say('log')}</summary>
      <ul className="notice-desk__list">
        {lines.map(({ id, at, actor, action, batch }) => (
          <li key={id}>
            <div>
              <small>{beijingTime(at)}</small> {actor || say('system')}{' '}
              {say(known[action] ?? 'actionOther', { action, batch: batch ?? '' })}
            </div>
          </li>
        ))}
      </ul>
    </details>
  )
}
