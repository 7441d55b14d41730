import { gramQuery } from '../../domain/search-grams.ts'
import { badCursor, type Cursors, type Place } from '../cursor.ts'
import { invalidParameter } from '../problem.ts'
import type { EntriesQuery } from '../schemas/parameters.ts'
import { seedOfTheMinute } from './shuffle.ts'

export type Order = 'newest' | 'votes' | 'random' | 'best'

type Asked = Omit<EntriesQuery, 'sort' | 'cursor' | 'seed'>

/** What a list was asked for, with all that follows from it. */
export type Question = { [Name in keyof Asked]: Asked[Name] | undefined } & {
  limit: number
  order: Order
  /** Where the page before ended. */
  after: Place | undefined
  /** Set with the random order only. */
  seed: string | undefined
  /** The seed was not given but chosen here. */
  seedIsOurs: boolean
  /** The search as a `tsquery`; null when it holds nothing that can be searched for. */
  grams: string | null | undefined
  /** Equal for all pages of one list: what cursors belong to. */
  list: string
  /** Equal for equal pages. */
  key: string
}

/**
 * Checks what the schema cannot, and chooses what was left open.
 *
 * @throws Problem `invalid-parameter` or `bad-cursor`
 */
export function questionOf(
  { cursors }: { cursors: Cursors },
  query: EntriesQuery,
  now = Date.now(),
): Question {
  const { campaign, track, kind, unit, theme, award, q, sort, limit, cursor, seed: given } = query
  const order: Order = sort ?? (q === undefined ? 'newest' : 'best')
  if (given !== undefined && order !== 'random') {
    throw invalidParameter('seed', {
      zh: '只能与 sort=random 同用',
      en: 'may be given with sort=random only',
    })
  }
  const list = JSON.stringify(['entries', campaign, track, kind, unit, theme, award, q, order])
  const place = cursor === undefined ? undefined : cursors.read(list, cursor)
  const isRandom = order === 'random'
  // A cursor carries its seed, so that who never chose one still walks on in one order.
  const kept = isRandom && place ? String(place[0]) : undefined
  if (kept !== undefined && given !== undefined && given !== kept) throw badCursor()
  const seed = isRandom ? (given ?? kept ?? seedOfTheMinute(now)) : undefined
  return {
    campaign,
    track,
    kind,
    unit,
    theme,
    award,
    q,
    limit,
    order,
    seed,
    seedIsOurs: isRandom && given === undefined && kept === undefined,
    after: isRandom ? place?.slice(1) : place,
    grams: q === undefined ? undefined : gramQuery(q),
    list,
    key: `${list} ${limit} ${seed ?? ''} ${cursor ?? ''}`,
  }
}
