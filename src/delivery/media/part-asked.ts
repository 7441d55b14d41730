import type { ByteRange } from '../../database/files/store.ts'

/**
 * Which part of a file of `size` bytes a `Range` asks for, as @fastify/send reads it: `whole` also for
 * several parts and for other units, `outside` for a part that there is none of.
 */
export function partAsked(
  range: string | undefined,
  size: number,
): ByteRange | 'whole' | 'outside' {
  if (range === undefined || !/^ *bytes=/.test(range) || range.includes(',')) return 'whole'
  const [, from = '', to = ''] = /= *(\d*)-(\d*) *$/.exec(range) ?? []
  if (from === '' && to === '') return 'outside'
  const start = from === '' ? size - Number(to) : Number(from)
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  return start < 0 || start > end ? 'outside' : { start, end }
}

/** Whether what the caller has is as new as this, by a date that he names. */
export function isSince(date: string | undefined, modified: Date): boolean {
  // A date has no parts of a second.
  return date !== undefined && Math.floor(modified.getTime() / 1000) * 1000 <= Date.parse(date)
}
