import { intervalWords } from '../../phases.ts'
import { joinWords, words, type Words } from '../../words.ts'
import type { VotePolicy } from './types.ts'

/**
 * A policy as sentences for people, each fact once, without full stops: `每人每天可投 5 票，每件作品每天
 * 最多 1 票`. Made from the same data that decides, so that the text never promises anything else.
 */
export function describePolicy(policy: VotePolicy): Words[] {
  return [
    windowSentence(policy),
    voterSentence(policy),
    quotaSentence(policy),
    ...periodSentence(policy),
    ballotSentence(policy),
    countsSentence(policy),
  ]
}

function windowSentence({ window }: VotePolicy): Words {
  const when = intervalWords(window)
  return words(`投票时间：${when.zh}`, `Voting: ${when.en}`)
}

function voterSentence({ voters, minimumAgeHours: hours }: VotePolicy): Words {
  const who =
    voters === 'members'
      ? words('仅限工会会员投票', 'Only union members may vote')
      : words('登录后即可投票', 'Whoever has signed in may vote')
  if (hours === 0) return who
  return joinWords(
    [
      who,
      words(
        `身份登记须满 ${hours} 小时`,
        `the identity must be at least ${plural(hours, 'hour')} old`,
      ),
    ],
    { zh: '，', en: '; ' },
  )
}

function quotaSentence(policy: VotePolicy): Words {
  const { votesPerPeriod, votesPerEntryPerPeriod, votesPerEntry, period } = policy
  const each =
    period.kind === 'day'
      ? words('每天', 'a day')
      : words(`每 ${period.hours} 小时`, `in ${plural(period.hours, 'hour')}`)
  const parts: Words[] = []
  if (votesPerPeriod !== null) {
    parts.push(
      words(
        `每人${each.zh}可投 ${votesPerPeriod} 票`,
        `everyone has ${plural(votesPerPeriod, 'vote')} ${each.en}`,
      ),
    )
  }
  // A work cannot get more than there are: the same number again would say nothing.
  if (votesPerEntryPerPeriod !== null && votesPerEntryPerPeriod !== votesPerPeriod) {
    const who = parts.length === 0 ? words('每人对', 'everyone has ') : words('', '')
    parts.push(
      words(
        `${who.zh}每件作品${each.zh}最多 ${votesPerEntryPerPeriod} 票`,
        `${who.en}at most ${plural(votesPerEntryPerPeriod, 'vote')} for each work ${each.en}`,
      ),
    )
  }
  if (votesPerEntry !== null) {
    const who =
      parts.length === 0
        ? words('每人对每件作品', 'everyone has ')
        : parts.length === 1 && votesPerPeriod !== null
          ? words('每件作品', '')
          : words('', '')
    parts.push(
      words(
        `${who.zh}整轮最多 ${votesPerEntry} 票`,
        `${who.en}at most ${plural(votesPerEntry, 'vote')} for each work in the whole round`,
      ),
    )
  }
  return capital(joinWords(parts, { zh: '，', en: ', ' }))
}

function periodSentence({ period, votesPerPeriod, votesPerEntryPerPeriod }: VotePolicy): Words[] {
  if (votesPerPeriod === null && votesPerEntryPerPeriod === null) return []
  return period.kind === 'day'
    ? [
        words(
          '票数按北京时间 0 点重新计算，当天未投的不累计',
          'Votes start anew at midnight, Beijing time; those not cast are not kept',
        ),
      ]
    : [words('每一票自投出时起单独计时', 'The hours run from each vote by itself')]
}

function ballotSentence({ ballot: { min, max } }: VotePolicy): Words {
  if (min === max) {
    return min === 1
      ? words('每次投 1 件作品', 'A ballot names one work')
      : words(
          `每次须选满 ${min} 件不同的作品，整张选票一并计入`,
          `A ballot names exactly ${min} different works and counts as a whole`,
        )
  }
  return words(
    `每次可选 ${min} 至 ${max} 件不同的作品，整张选票一并计入`,
    `A ballot names ${min} to ${max} different works and counts as a whole`,
  )
}

function countsSentence({ counts }: VotePolicy): Words {
  if (counts.shown === 'live') return words('票数实时公布', 'Counts are shown as they are')
  if (counts.shown === 'afterClose')
    return words('票数在投票结束后公布', 'Counts are shown after the close')
  return words(
    `投票期间的票数每日 ${counts.at} 公布一次`,
    `While voting lasts, counts are shown once a day, at ${counts.at}`,
  )
}

const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`

const capital = ({ zh, en }: Words): Words => ({ zh, en: en.charAt(0).toUpperCase() + en.slice(1) })
