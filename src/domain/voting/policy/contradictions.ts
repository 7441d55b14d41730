import { words } from '../../words.ts'
import { blocking, warning, type PolicyFinding } from './finding.ts'
import { nextTime, timeOn } from './time-of-day.ts'
import { dayNumber } from '../../phases.ts'
import type { VotePolicy } from './types.ts'

type Check = (policy: VotePolicy, candidates: number | undefined) => PolicyFinding | null

/** What cannot be true at once, or surely was not meant, in a policy whose options are sound alone. */
export function contradictions(policy: VotePolicy, candidates?: number): PolicyFinding[] {
  return checks.flatMap((check) => check(policy, candidates) ?? [])
}

const checks: readonly Check[] = [
  ({ votesPerPeriod, votesPerEntryPerPeriod, votesPerEntry }) => {
    if ((votesPerPeriod ?? votesPerEntryPerPeriod ?? votesPerEntry) !== null) return null
    return blocking(
      'no-limit',
      'votesPerPeriod',
      words('没有任何票数限制', 'Nothing limits the votes'),
    )
  },
  ({ ballot: { min, max } }) => {
    if (min <= max) return null
    return blocking(
      'ballot-inverted',
      'ballot.max',
      words(
        `每次最少 ${min} 件，却最多 ${max} 件`,
        `A ballot has at least ${min} works, but at most ${max}`,
      ),
    )
  },
  ({ ballot: { max }, votesPerPeriod: votes }) => {
    if (votes === null || max <= votes) return null
    return blocking(
      'ballot-over-quota',
      'ballot.max',
      words(
        `一次可选 ${max} 件，每周期却只有 ${votes} 票`,
        `A ballot may name ${max} works, but there are only ${votes} votes a period`,
      ),
    )
  },
  ({ ballot: { min } }, candidates) => {
    if (candidates === undefined || min <= candidates) return null
    return blocking(
      'ballot-over-candidates',
      'ballot.min',
      words(
        `每次至少选 ${min} 件，候选作品只有 ${candidates} 件`,
        `A ballot names at least ${min} works, but only ${candidates} stand`,
      ),
    )
  },
  ({ votesPerEntryPerPeriod: entry, votesPerPeriod: votes }) => {
    if (entry === null || votes === null || entry <= votes) return null
    return blocking(
      'entry-quota-over-quota',
      'votesPerEntryPerPeriod',
      words(
        `每件作品每周期可投 ${entry} 票，每人每周期却只有 ${votes} 票`,
        `${entry} votes per work and period, but only ${votes} votes a period`,
      ),
    )
  },
  ({ votesPerEntry: total, votesPerEntryPerPeriod: entry }) => {
    if (total === null || entry === null || total >= entry) return null
    return blocking(
      'entry-total-under-period',
      'votesPerEntry',
      words(
        `每件作品总共 ${total} 票，每周期却可投 ${entry} 票`,
        `${total} votes per work in total, but ${entry} in one period`,
      ),
    )
  },
  ({ ballot: { min, max }, votesPerPeriod: votes }) => {
    if (votes === null || min > max || max > votes || votes % min === 0 || min !== max) return null
    const over = votes % min
    return warning(
      'votes-left-over',
      'votesPerPeriod',
      words(
        `每次须选 ${min} 件，每周期 ${votes} 票中总有 ${over} 票投不出`,
        `Ballots of exactly ${min} leave ${over} of ${votes} votes that can never be cast`,
      ),
    )
  },
  ({ period, window }) => {
    if (period.kind !== 'day' || (isMidnight(window.from) && isMidnight(window.to))) return null
    return warning(
      'partial-day',
      'window',
      words(
        '投票不是从 0 点到 24 点：首日或末日不足一天，票数不变',
        'The first or the last day is a part of one, with a whole day’s votes',
      ),
    )
  },
  ({ period, window }) => {
    if (period.kind !== 'rolling') return null
    if (window.to.getTime() - window.from.getTime() > period.hours * 3_600_000) return null
    return warning(
      'period-over-window',
      'period.hours',
      words(
        `投票时间不超过 ${period.hours} 小时：滚动周期不起作用`,
        `The window is no longer than ${period.hours} hours: nothing ever rolls`,
      ),
    )
  },
  ({ counts, window }) => {
    if (counts.shown !== 'daily') return null
    const before = new Date(window.from.getTime() - 1)
    if (nextTime(counts.at, before).getTime() < window.to.getTime()) return null
    return warning(
      'daily-time-outside-window',
      'counts.at',
      words(
        `投票期间没有 ${counts.at} 这一时刻：票数只在结束后公布`,
        `The window holds no ${counts.at}: counts are shown after the close only`,
      ),
    )
  },
]

function isMidnight(instant: Date): boolean {
  return timeOn(dayNumber(instant), '00:00').getTime() === instant.getTime()
}
