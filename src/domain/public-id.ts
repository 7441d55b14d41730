import { entryKinds, kindOfCode, type EntryKind } from './kinds.ts'

export type PublicId = { year: number; kind: EntryKind; number: number }

/**
 * The id by which people know an entry: `2022-PHO-000123`. Numbers over 999,999 grow to the left.
 *
 * @throws RangeError when the year has not four digits or the number is not a whole one from 1 on
 */
export function formatPublicId({ year, kind, number }: PublicId): string {
  if (!Number.isInteger(year) || year < 1000 || year > 9999) {
    throw new RangeError(`Not a year of four digits: ${year}`)
  }
  if (!Number.isSafeInteger(number) || number < 1) {
    throw new RangeError(`Not an entry's number: ${number}`)
  }
  return `${year}-${entryKinds[kind].code}-${String(number).padStart(6, '0')}`
}

/** The parts of a public id, or null for everything that `formatPublicId` would not have written. */
export function parsePublicId(text: unknown): PublicId | null {
  if (typeof text !== 'string') return null
  const parts = /^([1-9]\d{3})-([A-Z]{3})-(\d{6}|[1-9]\d{6,15})$/.exec(text)
  const kind = parts && kindOfCode(parts[2] ?? '')
  const number = Number(parts?.[3])
  if (!kind || !Number.isSafeInteger(number) || number < 1) return null
  return { year: Number(parts[1]), kind, number }
}
