import { joinWords, words, type Words } from '../../words.ts'
import type { Criterion } from '../rounds.ts'
import { methodWords, tieStepWords } from '../rounds/method-words.ts'
import type { ExplainedMark, ExplainedStep, Explanation } from './explain.ts'
import type { LeftOutReason } from './types.ts'

/**
 * An explanation as sentences, without full stops, for the screen and the printed page. They name every
 * number that the rank was made of.
 *
 * @param judgeName what a judge is called here: a name, or “评委 1” where judges stay unnamed
 */
export function explanationWords(
  explanation: Explanation,
  {
    criteria,
    judgeName,
  }: { criteria: readonly Criterion[]; judgeName: (judge: string, place: number) => Words },
): Words[] {
  const nameOf = (key: string) => criteria.find((one) => one.key === key)?.name ?? words(key, key)
  return [
    placeSentence(explanation),
    ...explanation.marks.map((mark, index) =>
      markSentence(mark, judgeName(mark.judge, index + 1), nameOf),
    ),
    ...methodSentence(explanation),
    ...voteSentence(explanation),
    ...valueSentence(explanation),
    ...tieSentences(explanation, nameOf),
    ...disagreementSentence(explanation),
  ]
}

const leftOutWords: Record<LeftOutReason, Words> = {
  withdrawn: words('已撤回或下架', 'withdrawn'),
  'no-marks': words('没有评分', 'no marks'),
  'below-quorum': words('评分人数不足', 'too few marks'),
}

function placeSentence({ rank, of, leftOut, quorum, equals, steps }: Explanation): Words {
  if (leftOut || rank === null) {
    const why = leftOutWords[leftOut ?? 'no-marks']
    return words(
      `未参加排名：${why.zh}（已有 ${quorum.has} 份评分，需 ${quorum.needs} 份）`,
      `Not ranked: ${why.en} (${quorum.has} judges’ marks of ${quorum.needs})`,
    )
  }
  const left = steps.at(-1)?.equalAfter ?? equals.length
  const shared = left > 1 ? words(`（${left} 件并列）`, ` (shared by ${left})`) : words('', '')
  return words(`第 ${rank} 名${shared.zh}，共 ${of} 件`, `Rank ${rank}${shared.en} of ${of}`)
}

function markSentence(
  { points, criteria, dropped, standardised }: ExplainedMark,
  judge: Words,
  nameOf: (key: string) => Words,
): Words {
  const sum = criteria.reduce((all, { weight }) => all + weight, 0)
  const parts = criteria.map(({ key, marks, full, weight }) => {
    const { zh, en } = nameOf(key)
    const term = `${marks} ÷ ${full} × ${weight}`
    return words(`${zh} ${term}`, `${en} ${term}`)
  })
  const made = joinWords(parts, words('；', '; '))
  // Σ marks ÷ full × weight ÷ Σ weight × 100.
  const scaled = sum === 100 ? '' : ` × 100 ÷ ${sum}`
  const how =
    parts.length > 0 ? words(`（${made.zh}${scaled}）`, ` (${made.en}${scaled})`) : words('', '')
  const drop = {
    highest: words('，最高分，去掉', ', the highest, dropped'),
    lowest: words('，最低分，去掉', ', the lowest, dropped'),
    none: words('', ''),
  }[dropped ?? 'none']
  const z =
    standardised === null
      ? words('', '')
      : words(`，标准分 ${standardised}`, `, standard score ${standardised}`)
  return words(
    `${judge.zh}：${points} 分${how.zh}${drop.zh}${z.zh}`,
    `${judge.en}: ${points} points${how.en}${drop.en}${z.en}`,
  )
}

function methodSentence({ method, judges, of }: Explanation): Words[] {
  if (judges === null) return []
  const { zh, en } = methodWords(method)
  const scale =
    method.kind === 'standardised'
      ? words('（50 + 10 × 标准分的平均）', ' (50 + 10 × mean standard score)')
      : method.kind === 'schulze'
        ? words(
            `（两两比较未胜过它的作品，含自身 ÷ ${of} × 100）`,
            ` (works that do not beat it, itself included ÷ ${of} × 100)`,
          )
        : words('', '')
  return [
    words(
      `评委得分：${judges}，按${zh}${scale.zh}`,
      `Judges’ points: ${judges}, by ${en}${scale.en}`,
    ),
  ]
}

function voteSentence({ vote }: Explanation): Words[] {
  if (!vote) return []
  const { votes, kind, top, more, of, points } = vote
  const how =
    votes === 0
      ? words('没有得票', 'no votes')
      : kind === 'share-of-top'
        ? words(`${votes} ÷ ${top} × 100`, `${votes} ÷ ${top} × 100`)
        : words(
            `${votes} 票，${more} 件作品票数更多，(${of} − ${more}) ÷ ${of} × 100`,
            `${votes} votes, ${more} works have more, (${of} − ${more}) ÷ ${of} × 100`,
          )
  return [words(`网络投票得分：${points}（${how.zh}）`, `Vote’s points: ${points} (${how.en})`)]
}

function valueSentence({ value, judges, vote, decimals }: Explanation): Words[] {
  if (value === null) return []
  const made = vote
    ? ` = ${judges} × ${100 - vote.percent}% + ${vote.points} × ${vote.percent}%`
    : ` = ${judges}`
  const cut =
    decimals === null
      ? words('', '')
      : words(`，四舍五入到 ${decimals} 位小数`, `, rounded half up to ${decimals} decimals`)
  return [words(`最终得分：${value}${made}${cut.zh}`, `Final: ${value}${made}${cut.en}`)]
}

function tieSentences({ equals, steps }: Explanation, nameOf: (key: string) => Words): Words[] {
  if (equals.length < 2) return []
  const others = equals.length
  return [
    words(`最终得分相同的共 ${others} 件`, `${others} works have the same final value`),
    ...steps.map(({ step, own, equalBefore, equalAfter }: ExplainedStep) => {
      const { zh, en } = tieStepWords(step, nameOf)
      const value = own === null || step.by === 'lot' ? words('', '') : ownWords(step.by, own)
      return words(
        `同分处理：${zh}${value.zh}，${equalBefore} 件中还有 ${equalAfter} 件相同`,
        `Tie-break: ${en}${value.en}; of ${equalBefore} works ${equalAfter} stay equal`,
      )
    }),
  ]
}

function ownWords(by: ExplainedStep['step']['by'], own: string): Words {
  if (by !== 'submitted') return words(`（本作品 ${own}）`, ` (this work: ${own})`)
  const at = new Date(-Number(own)).toISOString()
  return words(`（本作品 ${at}）`, ` (this work: ${at})`)
}

function disagreementSentence({ disagreement }: Explanation): Words[] {
  if (disagreement === null) return []
  return [
    words(
      `评委分歧较大：最高分与最低分相差 ${disagreement} 分，请复核`,
      `Judges disagree: ${disagreement} points between the highest and the lowest; look again`,
    ),
  ]
}
