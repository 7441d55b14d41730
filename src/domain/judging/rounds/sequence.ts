import { words } from '../../words.ts'
import { blocking, warning } from '../finding.ts'
import type { RoundFinding } from './faults.ts'
import type { JudgingRound } from './types.ts'

/** What is wrong with sound rounds as a row: each begins when the one before it is over. */
export function sequenceFindings(rounds: readonly JudgingRound[]): RoundFinding[] {
  return rounds.flatMap((round, index): RoundFinding[] => {
    const before = rounds[index - 1]
    const isLast = index === rounds.length - 1
    const found: RoundFinding[] = []
    if (rounds.findIndex(({ key }) => key === round.key) < index) {
      const message = words(`轮次代号“${round.key}”重复`, `The key “${round.key}” stands twice`)
      found.push(blocking('round-twice', `${index}.key`, message))
    }
    if (before && round.window.from < before.window.to) {
      const message = words(
        '本轮在上一轮结束前开始',
        'The round begins before the one before it is over',
      )
      found.push(blocking('rounds-overlap', `${index}.window.from`, message))
    }
    if (isLast && round.carryOver.kind !== 'none') {
      const message = words(
        '最后一轮没有下一轮可晋级',
        'The last round has none that it carries over to',
      )
      found.push(warning('last-carries-over', `${index}.carryOver`, message))
    }
    if (!isLast && round.carryOver.kind === 'none') {
      const message = words('后面还有轮次，须写明晋级办法', 'Rounds follow: say who goes on')
      found.push(blocking('first-carries-nothing', `${index}.carryOver`, message))
    }
    return found
  })
}
