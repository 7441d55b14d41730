import { intervalWords } from '../../phases.ts'
import { joinWords, words, type Words } from '../../words.ts'
import { methodWords, tieStepWords } from './method-words.ts'
import type { EqualAtLine, JudgingRound, RoundKind, ScoresShown } from './types.ts'

/**
 * A round as sentences for people, without full stops. Made from the same data that decides, so that the
 * text never promises anything else.
 */
export function describeRound(round: JudgingRound): Words[] {
  return [
    windowSentence(round),
    kindSentence(round),
    ...criteriaSentence(round),
    blindSentence(round),
    shownWords[round.scoresShown],
    countingSentence(round),
    ...tieSentence(round),
    ...disagreementSentence(round),
    ...carryOverSentence(round),
  ]
}

const kindWords: Record<RoundKind, Words> = {
  qualify: words('通过或不通过', 'yes or no'),
  score: words('按评分项打分', 'marks for each criterion'),
  rank: words('排出名次', 'an order of the works'),
}

const shownWords: Record<ScoresShown, Words> = {
  never: words('评委看不到他人的评分', 'Judges never see the marks of others'),
  'after-own': words(
    '评委提交自己的评分后可看到他人的评分，此后不能再改',
    'Judges see the marks of others after handing in their own, which then stand',
  ),
  'after-close': words(
    '本轮结束后评委可看到他人的评分',
    'Judges see the marks of others after the close',
  ),
}

const equalWords: Record<EqualAtLine, Words> = {
  'all-in': words('线上并列的全部晋级', 'equal works at the line all go on'),
  'all-out': words('线上并列的均不晋级', 'of equal works at the line none goes on'),
  'by-hand': words('线上并列的由评委会决定', 'the jury decides on equal works at the line'),
}

function windowSentence({ window }: JudgingRound): Words {
  const when = intervalWords(window)
  return words(`评审时间：${when.zh}`, `Judging: ${when.en}`)
}

function kindSentence({ kind, quorum }: JudgingRound): Words {
  const { zh, en } = kindWords[kind]
  const judges = quorum === 1 ? 'one judge, who gives' : `${quorum} judges, who give`
  return words(`每件作品由 ${quorum} 名评委评审：${zh}`, `Each work is seen by ${judges} ${en}`)
}

function criteriaSentence({ criteria }: JudgingRound): Words[] {
  if (criteria.length === 0) return []
  const sum = criteria.reduce((all, { weight }) => all + weight, 0)
  const rows = criteria.map(({ name, full, weight }) => {
    const share = sum === 100 ? `${weight}%` : `${weight}/${sum}`
    return words(
      `${name.zh}（满分 ${full} 分，占 ${share}）`,
      `${name.en} (of ${full}, counts ${share})`,
    )
  })
  const { zh, en } = joinWords(rows)
  return [words(`评分项：${zh}`, `Criteria: ${en}`)]
}

function blindSentence({ blind }: JudgingRound): Words {
  return blind
    ? words('匿名评审：评委看不到作者和单位', 'Blind: judges see neither author nor unit')
    : words('评委可看到作者和单位', 'Judges see author and unit')
}

function countingSentence({ method, vote, decimals }: JudgingRound): Words {
  const how = methodWords(method)
  const parts = [words(`计分：${how.zh}`, `Counted by: ${how.en}`)]
  if (vote && vote.percent > 0) {
    const points =
      vote.points === 'share-of-top'
        ? words('票数 ÷ 最高票数 × 100', 'votes ÷ most votes × 100')
        : words('按票数名次折算', 'by place')
    parts.push(
      words(
        `评委占 ${100 - vote.percent}%，网络投票占 ${vote.percent}%（${points.zh}）`,
        `judges ${100 - vote.percent}%, the vote ${vote.percent}% (${points.en})`,
      ),
    )
  }
  parts.push(
    decimals === null
      ? words('不作舍入', 'nothing is rounded')
      : words(`保留 ${decimals} 位小数，四舍五入`, `rounded half up to ${decimals} decimals`),
  )
  return joinWords(parts, { zh: '，', en: '; ' })
}

function tieSentence({ tieBreak, criteria, kind }: JudgingRound): Words[] {
  if (kind === 'qualify') return []
  if (tieBreak.length === 0) return [words('同分并列', 'Equal works share a rank')]
  const nameOf = (key: string) => criteria.find((one) => one.key === key)?.name ?? words(key, key)
  const { zh, en } = joinWords(
    tieBreak.map((step) => tieStepWords(step, nameOf)),
    words('；其次', '; then '),
  )
  return [words(`同分时先看：${zh}`, `Equal works are parted by: ${en}`)]
}

function disagreementSentence({ disagreement }: JudgingRound): Words[] {
  if (disagreement === null) return []
  return [
    words(
      `最高分与最低分相差 ${disagreement} 分（百分制）及以上的作品会被提示复核`,
      `Works are flagged from ${disagreement} points of 100 between the highest and the lowest mark`,
    ),
  ]
}

function carryOverSentence({ carryOver }: JudgingRound): Words[] {
  switch (carryOver.kind) {
    case 'top': {
      const { zh, en } = equalWords[carryOver.equal]
      return [
        words(
          `前 ${carryOver.count} 件晋级下一轮，${zh}`,
          `The first ${carryOver.count} go on; ${en}`,
        ),
      ]
    }
    case 'threshold':
      return [
        words(
          `${carryOver.points} 分及以上的作品晋级下一轮`,
          `Works with ${carryOver.points} points or more go on`,
        ),
      ]
    case 'by-hand':
      return [words('由评委会逐件决定晋级', 'The jury decides on each work')]
    case 'none':
      return []
  }
}
