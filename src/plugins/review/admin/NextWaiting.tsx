'use client'
import { Link, useConfig, useDocumentInfo } from '@payloadcms/ui'
import type { Where } from 'payload'
import * as qs from 'qs-esm'
import { useRemote } from '../../../admin/elements/remote.ts'
import { useEntry } from './use-desk.ts'
import { useReviewWords } from './use-review-words.ts'

type Counts = { waiting: { count: number; where: Where } | null }

/** The way to the entry of this kind that has waited longest, other than the open one. */
export function NextWaiting() {
  const { config } = useConfig()
  const { kind, id } = useEntry()
  const { data } = useDocumentInfo()
  const { say } = useReviewWords()
  const { api, admin } = config.routes
  const version = `${id} ${data?.status}`
  const waiting = useRemote<Counts>(kind && `${api}/${kind}/counts`, version).data?.waiting
  const where = waiting && { and: [waiting.where, { id: { not_equals: id } }] }
  const query = qs.stringify({
    where,
    sort: 'updatedAt',
    limit: 1,
    depth: 0,
    select: { status: true },
  })
  const next = useRemote<{ docs: { id: number }[]; totalDocs: number }>(
    waiting && waiting.count > 0 ? `${api}/${kind}?${query}` : null,
    version,
  ).data
  const [first] = next?.docs ?? []
  if (!first || !next) return null
  return (
    <Link className="desk-next" href={`${admin}/collections/${kind}/${first.id}`}>
      {say('nextWaiting', { count: next.totalDocs })} →
    </Link>
  )
}
