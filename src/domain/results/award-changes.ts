import type { ResultList, ResultRow } from './frozen.ts'

type Awards = Pick<ResultList, 'awards' | 'levels'>
type Award = { row: ResultRow; level: string }

/** `level`: its name in Chinese. */
export type AwardChanges = {
  /** Who has an award, or another one than before. */
  given: Award[]
  /** Who had one and has none. */
  lost: Award[]
}

/**
 * What a list that becomes final gives and takes, against the one that was final before it. Whoever keeps
 * what they have is in neither: an award is told once.
 */
export function awardChanges(before: Awards | null, after: Awards): AwardChanges {
  const had = new Map(before ? awardsOf(before).map((one) => [one.row.entry, one]) : [])
  const has = awardsOf(after)
  const kept = new Set(has.map(({ row }) => row.entry))
  return {
    given: has.filter(({ row, level }) => had.get(row.entry)?.level !== level),
    lost: [...had.values()].filter(({ row }) => !kept.has(row.entry)),
  }
}

function awardsOf({ awards, levels }: Awards): Award[] {
  const names = new Map(levels.map(({ key, name }) => [key, name.zh]))
  return awards.map((row) => ({ row, level: names.get(row.level) ?? row.level }))
}
