'use client'
import { useAuth, useDocumentInfo } from '@payloadcms/ui'
import { standingWords, statusWords, stepBack, type Status } from '../../../domain/workflow.ts'
import type { ReviewKey } from '../translations.ts'
import { useReviewWords } from './use-review-words.ts'

/** Why the content cannot be written now, or what a change would lead to. */
export function Lock({ status }: { status: Status }) {
  const { say, pick } = useReviewWords()
  const { hasSavePermission } = useDocumentInfo()
  const { user } = useAuth()
  if (hasSavePermission) {
    const back = stepBack(status)
    if (!back || back === status) return null
    return <p className="desk-lock">{say('editSendsBack', { status: pick(statusWords[back]) })}</p>
  }
  if (user?.role === 'judge' || status === 'draft' || status === 'returned') {
    return <p className="desk-lock">{say('lockedOther')}</p>
  }
  const who = pick(standingWords[status === 'recommended' ? 'host' : 'supervisor'])
  return <p className="desk-lock">{say(texts[status], { who })}</p>
}

const texts: Record<Exclude<Status, 'draft' | 'returned'>, ReviewKey> = {
  submitted: 'lockedSubmitted',
  recommended: 'lockedReview',
  accepted: 'lockedReview',
  published: 'lockedPublished',
  rejected: 'lockedRejected',
  withdrawn: 'lockedWithdrawn',
}
