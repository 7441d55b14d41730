import { rowOf, type Status } from '../workflow.ts'
import { words } from '../words.ts'

/** What becomes of a work when the participant whose it is leaves. */
export type Parting = 'delete' | 'withdraw' | 'leave' | 'keep'

/**
 * Never sent in: it goes. Under review: it is withdrawn. Published: it stays until the province has
 * decided. What was refused, withdrawn, or once had a number stays as the record that it is.
 */
export function partingOf({ status, hasNumber }: { status: Status; hasNumber: boolean }): Parting {
  if (status === 'draft') return hasNumber ? 'keep' : 'delete'
  if (status === 'published') return 'leave'
  return rowOf('withdraw', status)?.by.includes('owner') ? 'withdraw' : 'keep'
}

export const partingWords = {
  reason: words('参与者已注销身份，作品随之撤回', 'The participant left; the work is withdrawn'),
  attention: words(
    '参与者已注销身份，请决定作品是否继续展示',
    'The participant left: decide whether the work stays public',
  ),
  gone: words(
    '参与者已注销身份，作品不能再报送',
    'The participant has left; the work cannot be sent in any more',
  ),
} as const

/** Why a published work waits for the province (`entry_attention.reason`). */
export const leftReason = 'participant-left'
