'use client'
import { useRowLabel } from '@payloadcms/ui'
import { describeRules, isRuleCode, type TrackRule } from '../../../domain/rules/index.ts'
import { useReviewWords } from './use-review-words.ts'
import { useTrackKind } from './use-rule-row.ts'

/** The head of a rule's row: the sentence that the public will read. */
export function RuleLabel() {
  const { data, rowNumber = 0 } = useRowLabel<Partial<TrackRule>>()
  const { say, pick } = useReviewWords()
  const kind = useTrackKind()
  const known = kind && isRuleCode(data.rule)
  const [sentence] = known ? describeRules({ kind, rules: [data as TrackRule] }) : []
  const text = sentence ? pick(sentence) : (data.rule ?? say('newRule'))
  return (
    <span className="rule-label">
      <b>{rowNumber + 1}</b> {text}
    </span>
  )
}
