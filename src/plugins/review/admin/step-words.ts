'use client'
import { actionWords, isAction } from '../../../domain/workflow.ts'
import type { ReviewKey } from '../translations.ts'
import { useReviewWords } from './use-review-words.ts'

/** What a role of the log is called. */
export const roles: Record<string, ReviewKey> = {
  province: 'roleProvince',
  editor: 'roleEditor',
  judge: 'roleJudge',
  supervisor: 'roleSupervisor',
  system: 'roleSystem',
}

const others: Record<string, ReviewKey> = { edit: 'edit', note: 'note', unmask: 'unmask' }

/** What a step of the log is called: the workflow's own and what is only written down. */
export function useStepWords(): (action: string) => string {
  const { say, pick } = useReviewWords()
  return (action) => {
    if (isAction(action)) return pick(actionWords[action])
    return others[action] ? say(others[action]) : action
  }
}
