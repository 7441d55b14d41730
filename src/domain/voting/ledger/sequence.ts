export type RowRange = { from: number; to: number }

/**
 * Watches numbers that should come as 0, 1, 2 …: which never came, which came late, which came twice.
 * Its memory grows with the gaps alone.
 */
export function watchSequence() {
  let expected = 0
  let gaps: RowRange[] = []

  return {
    /** `late`: it was missing till now. `twice`: it was there already. */
    see(number: number): 'next' | 'late' | 'twice' {
      if (number >= expected) {
        if (number > expected) gaps.push({ from: expected, to: number })
        expected = number + 1
        return 'next'
      }
      if (!gaps.some((gap) => isIn(gap, number))) return 'twice'
      gaps = gaps.flatMap((gap) => (isIn(gap, number) ? without(gap, number) : [gap]))
      return 'late'
    },
    /** A line that gave no number: it stands for the one that was due. */
    skip(): void {
      expected += 1
    },
    missing: (): RowRange[] => gaps,
  }
}

const isIn = ({ from, to }: RowRange, number: number) => number >= from && number < to

function without({ from, to }: RowRange, number: number): RowRange[] {
  const parts = [
    { from, to: number },
    { from: number + 1, to },
  ]
  return parts.filter((part) => part.from < part.to)
}
