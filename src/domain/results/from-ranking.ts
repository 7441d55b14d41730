import type { LockedRanking } from '../judging/locked.ts'
import type { ResultList } from './frozen.ts'
import { applyRulings, type Ruling } from './objections.ts'

/** What a list is made of a locked ranking for: awards with their ranks, not yet what the works are called. */
export type RankedAwards = {
  levels: ResultList['levels']
  awards: { entry: string; level: string; rank: number }[]
  vacancies: { level: string; places: number }[]
  /** Works that stand by, in order. */
  reserves: string[]
  /** What rulings did to works, against the ranking. */
  changes: { entry: string; before: string | null; after: string | null }[]
}

/**
 * The awards of a locked ranking after all rulings on it; their order does not matter. Null: the ranking
 * gives no awards.
 */
export function awardsAfter(
  locked: Pick<LockedRanking, 'awardPolicy' | 'awards' | 'reserves' | 'vacancies' | 'works'>,
  rulings: readonly Ruling[],
): RankedAwards | null {
  if (!locked.awardPolicy) return null
  const levels = locked.awardPolicy.levels.map(({ key, name: { zh, en } }) => ({
    key,
    name: { zh, en },
  }))
  const keys = levels.map(({ key }) => key)
  const ranks = new Map(locked.works.map(({ entry, rank }) => [entry, rank]))
  for (const { entry, rank } of locked.awards) ranks.set(entry, rank)
  const { list, changes, empty } = applyRulings(
    { levels: keys, awards: locked.awards, reserves: locked.reserves },
    rulings,
  )
  const places = new Map<string, number>()
  for (const one of [...locked.vacancies, ...empty]) {
    places.set(one.level, (places.get(one.level) ?? 0) + one.places)
  }
  return {
    levels,
    awards: list.awards.map(({ entry, level }) => ({ entry, level, rank: ranks.get(entry) ?? 0 })),
    vacancies: keys.flatMap((level) =>
      places.has(level) ? [{ level, places: places.get(level)! }] : [],
    ),
    reserves: [...list.reserves],
    changes,
  }
}
