import type { EntryKind } from '../kinds.ts'
import { describeRules, type TrackRule } from '../rules/index.ts'
import type { Words } from '../words.ts'
import { personLimitWords } from './limits.ts'

/** A dated note that a track's call was changed after it opened. `at` is an ISO instant. */
export type RuleChange = { at: string; removed: Words[]; added: Words[] }

/** What of a track its call's sentences are made from. */
export type CallSource = {
  kind: EntryKind
  rules: readonly TrackRule[]
  perPersonLimit?: number | null
}

/** Which sentences of the call went and which came; null when people read the same as before. */
export function changedSentences(
  before: CallSource,
  after: CallSource,
): Pick<RuleChange, 'removed' | 'added'> | null {
  const [old, fresh] = [sentencesOf(before), sentencesOf(after)]
  const without = (list: readonly Words[], others: readonly Words[]) =>
    list.filter(({ zh }) => !others.some((one) => one.zh === zh))
  const removed = without(old, fresh)
  const added = without(fresh, old)
  return removed.length + added.length > 0 ? { removed, added } : null
}

function sentencesOf({ kind, rules, perPersonLimit }: CallSource): Words[] {
  const limit = personLimitWords(perPersonLimit)
  return [...describeRules({ kind, rules }), ...(limit ? [limit] : [])]
}
