import type { Criterion } from '../../../domain/judging/rounds.ts'

export type ShownMark = { criterion: string; marks: number }

/** Stored hundredths as the marks that people give, in the order of the criteria. */
export const marksOf = (
  hundredths: Readonly<Record<string, number>> | null,
  criteria: readonly Pick<Criterion, 'key'>[],
): ShownMark[] =>
  criteria.flatMap(({ key }) => {
    const marks = hundredths?.[key]
    return marks === undefined ? [] : [{ criterion: key, marks: marks / 100 }]
  })
