import { readAwards, type ReadAwards } from './read.ts'

/** The awards of a round as its form and its row have them. */
export type AwardFields = {
  levels?: readonly { key?: unknown; name?: unknown; count?: unknown; atLeast?: unknown }[] | null
  mostPercent?: unknown
  reserves?: unknown
  equal?: unknown
}

/** The awards of a form; null where it names no level: the round gives none. */
export function readAwardFields(fields: AwardFields, entries?: number): ReadAwards | null {
  const { levels, mostPercent, reserves, equal } = fields
  if (!levels || levels.length === 0) return null
  const rows = levels.map(({ key, name, count, atLeast }) => {
    const [zh = '', en] = typeof name === 'string' ? name.split(/\s+\/\s+/, 2) : []
    return { key, name: { zh, en: en ?? zh }, count, atLeast: atLeast ?? null }
  })
  const data = { levels: rows, mostPercent: mostPercent ?? null, reserves: reserves ?? 0 }
  return readAwards({ ...data, equalAtLine: equal ?? 'by-hand' }, entries)
}
