import { words, type Words } from '../../words.ts'
import type { VoidClass } from '../ledger/row.ts'

export const caseStates = ['collecting', 'proposed', 'approved', 'dismissed'] as const
export type CaseState = (typeof caseStates)[number]

export const caseStateWords: Record<CaseState, Words> = {
  collecting: words('取证中', 'Collecting'),
  proposed: words('待复核', 'Proposed'),
  approved: words('已作废', 'Voided'),
  dismissed: words('不予处理', 'Dismissed'),
}

/** Why votes were made void, as the public reads it. */
export const voidClassWords: Record<VoidClass, Words> = {
  automated: words('机器刷票', 'Cast by machines'),
  'identity-farm': words('批量账号投票', 'Farmed identities'),
  purchased: words('买卖选票', 'Bought votes'),
  merged: words('一人多号重复投票', 'One person voting twice'),
  other: words('其他违规', 'Other reasons'),
}
