import type { Scope } from './entry-scope.ts'
import {
  marksInto,
  nameOf,
  orderOf,
  shown,
  type Mark,
  type Statement,
  type Walk,
} from './entry-order.ts'

/**
 * The statement of a walk. Each plain shape runs along one index and reads as many rows as it gives,
 * however many there are (prepared, one plan for all values); with a theme or an award, or a unit in
 * another order than the newest, the planner chooses by how common the values are (planned each time).
 */
export function walkStatement(walk: Walk): Statement {
  const { order, scope, take } = walk
  const values: unknown[] = []
  const mark = marksInto(values)
  const hasUnit = scope.unit !== undefined
  const hasRest = scope.theme !== undefined || scope.award !== undefined
  // A unit's entries lie in order of publication beside the table itself.
  const byPlace = hasUnit && order === 'newest'
  const row = byPlace ? 'p' : 'e'
  const many = scope.tracks !== null && scope.tracks.length > 1
  // A walk for each track and the first of all of them: each along its own part of the index.
  const eachTrack = many && (!hasUnit || byPlace)
  const tracks = eachTrack ? mark(scope.tracks, 'integer[]') : ''
  const where = [
    ...(eachTrack ? [`${row}.track_id = t.track`] : []),
    ...scopeConditions(eachTrack ? { ...scope, tracks: null } : scope, row, mark),
  ]
  const { keys, shownKeys, by, byKeys, bounds } = orderOf(walk, row, mark)
  const tables = byPlace
    ? `showcase_places p${hasRest ? ' join showcase_entries e on e.id = p.id' : ''}`
    : entriesOf(scope)
  const from = `from ${tables}${whereOf([...where, ...bounds])} order by ${by} limit ${take}`
  const name = hasUnit && !byPlace ? undefined : nameOf(walk)

  if (!eachTrack && !hasUnit && !hasRest) {
    return { name, text: `select ${shown}${shownKeys()} ${from}`, values }
  }
  // Cards are made into text of those rows only that are shown: a sort would have it done with all.
  const inner = `select ${row}.id, ${keys} ${from}`
  const found = eachTrack
    ? `select w.* from unnest(${tracks}) t(track) cross join lateral (${inner}) w
       order by ${byKeys} limit ${take}`
    : inner
  const text = `select ${shown}${shownKeys('w')} from (${found}) w
    join showcase_entries e on e.id = w.id order by ${byKeys}`
  return { name, text, values }
}

/** Entries, and their places where a unit is asked for. */
export function entriesOf({ unit }: Scope): string {
  return `showcase_entries e${unit === undefined ? '' : ' join showcase_places p on p.id = e.id'}`
}

export function scopeConditions(scope: Scope, row: 'e' | 'p', mark: Mark): string[] {
  const { tracks, unit, theme, award } = scope
  return [
    ...(unit === undefined ? [] : [`p.unit_id = ${mark(unit, 'integer')}`]),
    ...(tracks?.length === 1 ? [`${row}.track_id = ${mark(tracks[0], 'integer')}`] : []),
    ...(tracks && tracks.length > 1 ? [`${row}.track_id = any(${mark(tracks, 'integer[]')})`] : []),
    ...(theme === undefined ? [] : [`e.theme = ${mark(theme, 'text')}`]),
    ...(award === undefined ? [] : [`e.award_level = ${mark(award, 'text')}`]),
  ]
}

export function whereOf(conditions: string[]): string {
  return conditions.length > 0 ? ` where ${conditions.join(' and ')}` : ''
}
