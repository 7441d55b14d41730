import type { LockedRanking, MarkCorrection } from '../../../domain/judging/locked.ts'
import type { Criterion } from '../../../domain/judging/rounds.ts'
import { words, type Words } from '../../../domain/words.ts'

/** What was corrected of a work's marks after the lock. */
export const correctionsOf = (
  { corrections = [] }: Pick<LockedRanking, 'corrections'>,
  number: number,
): MarkCorrection[] => corrections.filter((one) => one.number === number)

/** A correction as a sentence: the mark as the judge handed it in, and as it counts. */
export function correctionWords(
  { judge, criterion, was, becomes, reason }: MarkCorrection,
  criteria: readonly Criterion[],
): Words {
  if (criterion === null) {
    const said = (value: number) => (value === 1 ? words('通过', 'yes') : words('不通过', 'no'))
    const [before, after] = [said(was), said(becomes)]
    return words(
      `锁定后更正：评委 ${judge} 原评“${before.zh}”，改为“${after.zh}”（${reason}）`,
      `Corrected after the lock: judge ${judge} had said ${before.en}, counts as ${after.en} (${reason})`,
    )
  }
  const name = criteria.find(({ key }) => key === criterion)?.name ?? words(criterion, criterion)
  return words(
    `锁定后更正：评委 ${judge} 的“${name.zh}”原评 ${was / 100} 分，改为 ${becomes / 100} 分（${reason}）`,
    `Corrected after the lock: judge ${judge} had given ${was / 100} for “${name.en}”, counts as ${becomes / 100} (${reason})`,
  )
}
