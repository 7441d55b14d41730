import { dayNumber } from '../phases.ts'

/** A stored text, or null when there is none: empty and absent are one to the public. */
export function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null
}

export function numberOrNull(value: unknown): number | null {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : null
}

export function textsOf(value: unknown): string[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((one) => textOrNull(one) ?? [])
}

/** A stored instant as the Shanghai day on which it falls, `2022-06-07`. */
export function dayOrNull(value: unknown): string | null {
  const instant = instantOrNull(value)
  if (instant === null) return null
  return new Date(dayNumber(new Date(instant)) * 86_400_000).toISOString().slice(0, 10)
}

/** `2022-06-06T16:00:00.000Z` */
export function instantOrNull(value: unknown): string | null {
  if (!(value instanceof Date) && typeof value !== 'string') return null
  const date = new Date(value)
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}

/** The ids of a relation that was not filled in: one, several or none. */
export function idsOf(value: unknown): number[] {
  const values = Array.isArray(value) ? value : [value]
  return values.filter((one) => typeof one === 'number')
}
