import { refusal, type Refusal } from '../../refusal.ts'
import { words, type Words } from '../../words.ts'
import { describePolicy } from '../policy/describe.ts'
import type { VotePolicy } from '../policy/types.ts'

/** What a change of a policy does, in the sentences that people read. */
export type PolicyChange = { removed: Words[]; added: Words[] }

/**
 * What becomes of a policy that votes were cast under. Null: nothing changes. Refused (409): another
 * period, since the votes that are in count by the one they were cast in; a window that is over or
 * would be; one that leaves out votes already cast.
 */
export function policyChange({
  before,
  after,
  now,
}: {
  before: VotePolicy
  after: VotePolicy
  now: Date
}): PolicyChange | null | { refusal: Refusal } {
  if (JSON.stringify(before) === JSON.stringify(after)) return null
  const no = (code: string, message: Words) => ({ refusal: refusal(409, code, message) })
  if (now.getTime() >= before.window.to.getTime()) {
    return no('window-over', words('投票已结束，规则不能再改', 'Voting is over, its rules stand'))
  }
  if (JSON.stringify(before.period) !== JSON.stringify(after.period)) {
    return no(
      'period-fixed',
      words('已有选票，计票周期不能更改', 'Votes are in: the period cannot change any more'),
    )
  }
  if (after.window.from.getTime() > before.window.from.getTime()) {
    return no(
      'window-fixed',
      words('已有选票，开始时间不能推后', 'Votes are in: voting cannot begin later'),
    )
  }
  if (after.window.to.getTime() <= now.getTime()) {
    return no(
      'window-over',
      words(
        '结束时间已过；提前结束请用“关闭”',
        'This end has passed; to end early, close the round',
      ),
    )
  }
  const [old, young] = [describePolicy(before), describePolicy(after)]
  const lacks = (list: Words[]) => (one: Words) => !list.some(({ zh }) => zh === one.zh)
  return { removed: old.filter(lacks(young)), added: young.filter(lacks(old)) }
}
