import { joinWords, words, type Words } from '../../words.ts'
import type { EqualAtLine } from '../rounds.ts'
import type { AwardPolicy } from './types.ts'

const equalWords: Record<EqualAtLine, Words> = {
  'all-in': words('线上并列的全部获奖', 'Equal works at a line all get the award'),
  'all-out': words('线上并列的均不获奖，名额空缺', 'Of equal works at a line none gets the award'),
  'by-hand': words('线上并列的由评委会决定', 'The jury decides on equal works at a line'),
}

/** Awards as sentences for people, without full stops, made from the data that decides. */
export function describeAwards(policy: AwardPolicy): Words[] {
  const levels = policy.levels.map(({ name, count, atLeast }) =>
    atLeast === null
      ? words(`${name.zh} ${count} 件`, `${name.en}: ${count}`)
      : words(
          `${name.zh} ${count} 件（不低于 ${atLeast} 分）`,
          `${name.en}: ${count} (from ${atLeast} points on)`,
        ),
  )
  const listed = joinWords(levels)
  const sentences = [
    words(`设${listed.zh}，可以空缺`, `Awards: ${listed.en}; places may stay empty`),
    equalWords[policy.equalAtLine],
  ]
  if (policy.mostPercent !== null) {
    sentences.push(
      words(
        `获奖作品不超过参评作品的 ${policy.mostPercent}%`,
        `At most ${policy.mostPercent}% of the entries get an award`,
      ),
    )
  }
  if (policy.reserves > 0) {
    sentences.push(
      words(
        `另设候补 ${policy.reserves} 件，按名次递补`,
        `${policy.reserves} works stand by and move up in order`,
      ),
    )
  }
  return sentences
}
