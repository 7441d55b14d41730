import type { People } from '../tests/harness/people.ts'
import type { Asked } from './batch.ts'

/** A question of an editor's day. `path` behind `/api`; `{id}` and `{number}` stand for an entry that the person sees. */
export type StaffCase = { name: string; as: string; paths: string[] }

/** A work that a person sees, as the list answers it. */
export type Seen = { id: number; publicId: string }

const list = '/photos?limit=20&depth=1&sort=-updatedAt'
const search = (words: string) =>
  `&where[or][0][title][like]=${words}&where[or][1][publicId][like]=${words}`

/** Who looks: a city's editor, the host of the track, the province. */
const people = [
  ['city editor', 'suzhou', 'submitted'],
  ['host', 'nantong', 'recommended'],
  ['province', 'province', 'accepted'],
] as const

/**
 * What the admin asks: a list as it opens, by state, its third page and a search in it, the numbers on
 * the tabs, and what the edit view loads.
 */
export const staffCases: StaffCase[] = people.flatMap(([who, as, status]) => [
  { name: `list, ${who}`, as, paths: [list] },
  { name: `list of ${status}, ${who}`, as, paths: [`${list}&where[status][equals]=${status}`] },
  { name: `list page 3, ${who}`, as, paths: [`${list}&page=3`] },
  { name: `search 焊花, ${who}`, as, paths: [`${list}${search(encodeURIComponent('焊花'))}`] },
  {
    name: `search 实验室见证匠心, ${who}`,
    as,
    paths: [`${list}${search(encodeURIComponent('实验室见证匠心'))}`],
  },
  { name: `search a number, ${who}`, as, paths: [`${list}${search('{number}')}`] },
  { name: `counts on the tabs, ${who}`, as, paths: ['/photos/counts'] },
  { name: `edit view, ${who}`, as, paths: ['/photos/{id}?depth=1', '/photos/{id}/desk', '/to-do'] },
])

/** The requests of a case, in order. */
export function requestsOf({ as, paths }: StaffCase, seen: Seen, people: People): Asked[] {
  return paths.map((path) => ({
    method: 'GET',
    path: path.replace('{id}', String(seen.id)).replaceAll('{number}', seen.publicId),
    token: people[as]!.token,
  }))
}
