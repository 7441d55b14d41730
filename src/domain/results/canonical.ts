import { badText } from '../text.ts'

/** What JSON can say without loss. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

const deepest = 64

/**
 * The one text of a value by RFC 8785 (JSON Canonicalization Scheme): no white space, keys by UTF-16
 * units, numbers and texts as ECMAScript writes them. Its UTF-8 bytes are what is hashed and signed.
 *
 * @throws TypeError for what JSON would change or leave out without a word: undefined, NaN, Infinity,
 *   −0, dates, functions, symbols, class instances; half characters and other text that no database
 *   keeps; more than 64 levels
 */
export function canonicalJson(value: unknown): string {
  return write(value, '', 0)
}

function write(value: unknown, path: string, depth: number): string {
  const no = (what: string) => new TypeError(`${path || 'The value'} ${what}`)
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value) || Object.is(value, -0)) throw no(`is the number ${value}`)
    return JSON.stringify(value)
  }
  if (typeof value === 'string') {
    const bad = badText(value)
    if (bad) throw no(`is unfit: ${bad.en}`)
    return JSON.stringify(value)
  }
  if (typeof value !== 'object') throw no(`is a ${typeof value}`)
  if (depth >= deepest) throw no('lies too deep')
  if (Array.isArray(value)) {
    // Not `map`: it leaves out holes.
    const items = Array.from(value as unknown[], (item, index) =>
      write(item, `${path}[${index}]`, depth + 1),
    )
    return `[${items.join(',')}]`
  }
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) throw no('is not a plain object')
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => {
      const name = write(key, `The key at ${path || 'the top'}`, depth)
      return `${name}:${write(item, path ? `${path}.${key}` : key, depth + 1)}`
    })
  return `{${members.join(',')}}`
}
