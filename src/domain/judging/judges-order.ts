import { lotOf } from './chance.ts'

/** So many works at the beginning are the same for every judge, as far as they have the same ones. */
export const calibrationWorks = 3

/**
 * The numbers of the works that a judge sees first, to find the measure: the lowest ones. Numbers are
 * drawn by lot, so these are the same three by chance for all who have them.
 */
export function calibrating(numbers: readonly number[]): Set<number> {
  return new Set([...numbers].sort((a, b) => a - b).slice(0, calibrationWorks))
}

/**
 * A judge's works in the order in which they are shown: those that calibrate, then the others by a lot of
 * the judge's own, so that no work is late in everybody's day. The same whenever it is asked; works that
 * come later find their places among the others.
 */
export function judgesOrder<Work extends { number: number }>(
  works: readonly Work[],
  { seed, judge }: { seed: string; judge: number },
): Work[] {
  const first = calibrating(works.map(({ number }) => number))
  const place = ({ number }: Work) =>
    first.has(number) ? number - 2 ** 53 : lotOf(`${seed}\n${judge}`, String(number))
  const placed = works.map((work) => ({ work, at: place(work) }))
  placed.sort((a, b) => a.at - b.at || a.work.number - b.work.number)
  return placed.map(({ work }) => work)
}

/** What the judges of a panel are called towards each other: J1, J2 … by lot, not by who came when. */
export function judgeNames(panel: readonly number[], seed: string): Map<number, string> {
  const drawn = panel.map((judge) => ({ judge, lot: lotOf(`${seed}\nnames`, String(judge)) }))
  drawn.sort((a, b) => a.lot - b.lot || a.judge - b.judge)
  return new Map(drawn.map(({ judge }, index) => [judge, `J${index + 1}`]))
}
