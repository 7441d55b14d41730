import { words } from '../../words.ts'
import { blocking, warning } from '../finding.ts'
import { mostUnits, scaleOf } from './criteria.ts'
import type { RoundFinding } from './faults.ts'
import { methodWords } from './method-words.ts'
import type { JudgingRound, Method, RoundKind } from './types.ts'

type Check = (round: JudgingRound) => RoundFinding | null

/** How each kind of round can be counted: an order has places, a yes has no middle. */
const methodsOf: Record<RoundKind, readonly Method['kind'][]> = {
  qualify: ['mean'],
  score: ['mean', 'trimmed-mean', 'median', 'standardised', 'schulze'],
  rank: ['mean', 'median', 'schulze'],
}

/** What cannot be true at once, or surely was not meant, in a round whose options are sound alone. */
export const contradictions = (round: JudgingRound): RoundFinding[] =>
  checks.flatMap((check) => check(round) ?? [])

const weightsOf = ({ criteria }: JudgingRound) =>
  criteria.reduce((sum, { weight }) => sum + weight, 0)

const checks: readonly Check[] = [
  ({ kind, criteria }) => {
    if (kind !== 'score' || criteria.length > 0) return null
    const message = words('评分轮次须有评分项', 'A round of scores needs criteria')
    return blocking('no-criteria', 'criteria', message)
  },
  ({ kind, criteria }) => {
    if (kind === 'score' || criteria.length === 0) return null
    const message = words('只有评分轮次才有评分项', 'Only a round of scores has criteria')
    return blocking('criteria-out-of-place', 'criteria', message)
  },
  ({ criteria }) => {
    if (scaleOf(criteria).full <= mostUnits) return null
    const message = words(
      '各评分项满分与权重相差过于零碎，无法精确计算，请改用整齐的满分',
      'Full marks and weights are too odd to be counted exactly; take rounder ones',
    )
    return blocking('scale-too-fine', 'criteria', message)
  },
  (round) => {
    const sum = weightsOf(round)
    if (round.criteria.length === 0 || sum === 100) return null
    const message = words(
      `权重合计 ${sum}，不是 100：按占比折算`,
      `The weights add up to ${sum}, not 100: they count by their share`,
    )
    return warning('weights-not-100', 'criteria', message)
  },
  ({ kind, method }) => {
    if (methodsOf[kind].includes(method.kind)) return null
    const { zh, en } = methodWords(method)
    const message = words(`此类轮次不能按“${zh}”计分`, `Such a round cannot be counted by “${en}”`)
    return blocking('method-out-of-place', 'method.kind', message)
  },
  ({ method, quorum }) => {
    if (method.kind !== 'trimmed-mean' || quorum > 2 * method.drop) return null
    const message = words(
      `每件作品 ${quorum} 名评委，去掉 ${method.drop} 个最高分和 ${method.drop} 个最低分后没有剩余`,
      `Of ${quorum} marks nothing is left without the ${method.drop} highest and lowest`,
    )
    return blocking('trim-over-quorum', 'method.drop', message)
  },
  ({ kind, vote }) => {
    if (!vote || kind !== 'qualify') return null
    const message = words('资格审查不计网络投票', 'A yes or no takes no votes')
    return blocking('vote-out-of-place', 'vote', message)
  },
  ({ tieBreak, criteria }) => {
    const at = tieBreak.findIndex(
      (step) => step.by === 'criterion' && !criteria.some(({ key }) => key === step.criterion),
    )
    if (at < 0) return null
    const message = words(
      '同分处理引用了不存在的评分项',
      'The tie-break names no criterion of ours',
    )
    return blocking('tie-criterion-unknown', `tieBreak.${at}.criterion`, message)
  },
  ({ tieBreak, kind }) => {
    const end = tieBreak.at(-1)?.by
    if (kind === 'qualify' || end === 'lot' || end === 'submitted') return null
    const message = words(
      '同分处理可能分不出先后：仍相同的作品并列',
      'Works may stay equal after the last step: they share a rank',
    )
    return warning('ties-undecided', 'tieBreak', message)
  },
  ({ carryOver, method, vote }) => {
    if (carryOver.kind !== 'threshold' || method.kind !== 'schulze' || vote) return null
    const message = words(
      '舒尔茨法只有名次，没有分数，不能按分数线晋级',
      'Schulze gives places, not points: no threshold can be met',
    )
    return blocking('threshold-out-of-place', 'carryOver.kind', message)
  },
  ({ quorum, kind }) => {
    if (quorum > 1 || kind === 'qualify') return null
    const message = words('每件作品只有一名评委', 'One judge alone decides on a work')
    return warning('one-judge', 'quorum', message)
  },
  ({ quorum, disagreement }) => {
    if (quorum > 1 || disagreement === null) return null
    const message = words('只有一名评委，不会有分歧', 'One judge alone cannot disagree')
    return warning('disagreement-of-one', 'disagreement', message)
  },
  ({ method, vote }) => {
    const byPlaces = method.kind === 'schulze' && vote !== null && vote.percent > 0
    if (method.kind !== 'standardised' && !byPlaces) return null
    const message = words(
      '按此办法，改动一个分数会连带移动其他作品的得分：个别情况下分数提高而名次下降',
      'By this method a mark moves the points of other works too: rarely, a better mark lowers a rank',
    )
    return warning('not-monotone', 'method.kind', message)
  },
]
