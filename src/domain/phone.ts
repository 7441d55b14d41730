/**
 * One spelling for a number however it was typed (spaces, hyphens, brackets, full-width digits, +86,
 * 0086): `13800001234` for mobiles, `0510-80001234` for landlines. Null when it is neither.
 * Source: China's numbering plan (area codes 010 and 02x have three digits, all others four).
 */
export function normalisePhone(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > 40) return null
  const compact = value.normalize('NFKC').replace(/[\s\-‐-―()]/g, '')
  const national = /^(?:\+|00)86(\d+)$/.exec(compact)
  const digits = national?.[1] ?? compact
  const mobile = /^(?:86)?(1[3-9]\d{9})$/.exec(digits)
  if (mobile) return mobile[1] ?? null
  // Abroad an area code is dialled without its zero.
  const local = national && !digits.startsWith('0') ? `0${digits}` : digits
  const landline = /^(010|02\d|0[3-9]\d{2})([1-9]\d{6,7})$/.exec(local)
  return landline ? `${landline[1]}-${landline[2]}` : null
}

/**
 * What everybody may see of a number: `138****1234`. Of other lengths less is shown: at most the
 * first three and the last four digits, of short ones a few at the end, of four and fewer nothing.
 * Whatever is not a digit is dropped, so a text in the wrong field does not leak either.
 */
export function maskPhone(value: string | null | undefined): string {
  if (!value) return ''
  const digits = value.normalize('NFKC').replace(/\D/g, '')
  const [first, last] = shown(digits.length)
  const hidden = Math.max(digits.length - first - last, 4)
  return digits.slice(0, first) + '*'.repeat(hidden) + digits.slice(digits.length - last)
}

function shown(length: number): [first: number, last: number] {
  if (length >= 11) return [3, 4]
  if (length >= 8) return [0, 4]
  if (length >= 6) return [0, 2]
  return [0, 0]
}
