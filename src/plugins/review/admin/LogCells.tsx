'use client'
import { Link, useConfig } from '@payloadcms/ui'
import type { DefaultCellComponentProps } from 'payload'
import { StatusChip } from '../../../admin/elements/StatusChip.tsx'
import { entryKinds, isEntryKind } from '../../../domain/kinds.ts'
import { isStatus } from '../../../domain/workflow.ts'
import { roles, useStepWords } from './step-words.ts'
import { useReviewWords } from './use-review-words.ts'

/** A log row's title: the way to its page, where the whole row and the entry are. */
export function LogTitleCell({ cellData, rowData }: DefaultCellComponentProps) {
  const { config } = useConfig()
  const { pick } = useReviewWords()
  const { id, kind } = rowData as { id: number; kind: string }
  return (
    <Link href={`${config.routes.admin}/collections/review-logs/${id}`} prefetch={false}>
      {String(cellData || (isEntryKind(kind) ? pick(entryKinds[kind].label) : id))}
    </Link>
  )
}

/** A code of the log in words: a step, a state, a kind or a role. */
export function LogWordCell({ cellData }: DefaultCellComponentProps) {
  const { say, pick } = useReviewWords()
  const step = useStepWords()
  const code = String(cellData ?? '')
  if (isStatus(code)) return <StatusChip status={code} />
  if (isEntryKind(code)) return <span>{pick(entryKinds[code].label)}</span>
  const role = roles[code]
  return <span>{role ? say(role) : step(code)}</span>
}
