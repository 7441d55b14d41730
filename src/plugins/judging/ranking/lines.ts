import type { LockedRanking } from '../../../domain/judging/locked.ts'
import { words, type Words } from '../../../domain/words.ts'

/** What a work gets by its rank: an award's level as `award:key`, a place among the reserves, the next round. */
export type Line = `award:${string}` | 'reserve' | 'goes-on'

/** What works get by a ranking, by public id; works that get nothing are not in it. */
export function linesOf({
  awards,
  reserves,
  goesOn,
}: Pick<LockedRanking, 'awards' | 'reserves' | 'goesOn'>): Map<string, Line> {
  return new Map<string, Line>([
    ...goesOn.map((entry): [string, Line] => [entry, 'goes-on']),
    ...reserves.map((entry): [string, Line] => [entry, 'reserve']),
    ...awards.map(({ entry, level }): [string, Line] => [entry, `award:${level}`]),
  ])
}

export function lineWords(line: Line, policy: LockedRanking['awardPolicy']): Words {
  if (line === 'goes-on') return words('晋级', 'Goes on')
  if (line === 'reserve') return words('候补', 'Reserve')
  const key = line.slice('award:'.length)
  return policy?.levels.find((level) => level.key === key)?.name ?? words(key, key)
}
