import { entryKinds, kindOfCode, type EntryKind } from '../../kinds.ts'

export type CertificateNumber = { year: number; kind: EntryKind; serial: number }

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/**
 * The number on a certificate: `2022-PHO-00017-X`. The last sign checks the others (ISO 7064, MOD 37,36),
 * so that any one wrong sign, and nearly every two that changed places, are found before anybody is
 * looked up.
 *
 * @param serial from 1 to 99,999, in the order of the list
 * @throws RangeError for a year without four digits or a serial out of bounds
 */
export function certificateNumber({ year, kind, serial }: CertificateNumber): string {
  if (!Number.isInteger(year) || year < 1000 || year > 9999) {
    throw new RangeError(`Not a year of four digits: ${year}`)
  }
  if (!Number.isInteger(serial) || serial < 1 || serial > 99_999) {
    throw new RangeError(`Not a serial: ${serial}`)
  }
  const text = `${year}-${entryKinds[kind].code}-${String(serial).padStart(5, '0')}`
  return `${text}-${checkSign(text)}`
}

/**
 * What a number as people type it means (small letters, spaces and missing or odd hyphens do not
 * matter), or null for everything that `certificateNumber` would not have written.
 */
export function readCertificateNumber(given: unknown): CertificateNumber | null {
  if (typeof given !== 'string' || given.length > 60) return null
  const plain = given
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s‐-―−-]/g, '')
  const parts = /^(\d{4})([A-Z]{3})(\d{5})([0-9A-Z])$/.exec(plain)
  const kind = parts && kindOfCode(parts[2] ?? '')
  if (!parts || !kind) return null
  const [year, serial] = [Number(parts[1]), Number(parts[3])]
  if (year < 1000 || serial < 1) return null
  return checkSign(plain.slice(0, -1)) === parts[4] ? { year, kind, serial } : null
}

function checkSign(text: string): string {
  let product = 36
  for (const sign of text) {
    const value = alphabet.indexOf(sign)
    if (value < 0) continue
    const sum = (product + value) % 36 || 36
    product = (sum * 2) % 37
  }
  return alphabet[(37 - product) % 36]!
}
