'use client'
import { useConfig, useListQuery } from '@payloadcms/ui'
import type { Where } from 'payload'
import { useRemote } from '../../../admin/elements/remote.ts'
import { isEntryKind } from '../../../domain/kinds.ts'
import { statuses, statusWords, type Status } from '../../../domain/workflow.ts'
import { useReviewWords } from './use-review-words.ts'
import './status-tabs.scss'

type Counts = {
  all: number
  statuses: Record<Status, number>
  waiting: { count: number; where: Where } | null
}

type Tab = { key: string; label: string; count: number | undefined; where: Where }

/** Above a list of entries: one press for what waits for the reader and for every state, with counts. */
export function StatusTabs() {
  const { config } = useConfig()
  const { collectionSlug, data, query, refineListData } = useListQuery()
  const { say, pick } = useReviewWords()
  const address = isEntryKind(collectionSlug)
    ? `${config.routes.api}/${collectionSlug}/counts`
    : null
  const counts = useRemote<Counts>(address, data).data
  const tabs: Tab[] = [
    { key: 'all', label: say('tabAll'), count: counts?.all, where: {} },
    ...(counts?.waiting ? [{ key: 'mine', label: say('tabMine'), ...counts.waiting }] : []),
    ...statuses
      .filter((status) => !counts || counts.statuses[status] > 0)
      .map((status) => ({
        key: status,
        label: pick(statusWords[status]),
        count: counts?.statuses[status],
        where: { or: [{ and: [{ status: { equals: status } }] }] },
      })),
  ]
  const current = plain(query?.where ?? {})
  return (
    <nav aria-label={say('listTabs')} className="status-tabs">
      {tabs.map(({ key, label, count, where }) => (
        <button
          aria-pressed={plain(where) === current}
          className={`status-tabs__tab status-tabs__tab--${key}`}
          key={key}
          onClick={() => void refineListData({ where, page: 1 })}
          type="button"
        >
          {label}
          {count !== undefined && <span className="status-tabs__count">{count}</span>}
        </button>
      ))}
    </nav>
  )
}

// What came through the address is text throughout.
function plain(where: Where): string {
  return JSON.stringify(where, (_, value: unknown) =>
    typeof value === 'number' ? String(value) : value,
  )
}
