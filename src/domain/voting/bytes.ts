/**
 * A part of a canonical byte string: each has one form only and says where it ends. Bytes stand as they
 * are, a number from 0 to 2^53 − 1 in eight bytes, the highest first, a text as UTF-8 behind its length.
 */
export type Part = Uint8Array | number | string

const utf8 = new TextEncoder()
const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** One byte. */
export function u8(value: number): Uint8Array {
  if (!Number.isInteger(value) || value < 0 || value > 255) {
    throw new RangeError(`Not a byte: ${value}`)
  }
  return Uint8Array.of(value)
}

/** Bytes behind their length (four bytes). */
export function blob(value: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(4 + value.length)
  writeLow(bytes, 0, value.length)
  bytes.set(value, 4)
  return bytes
}

/**
 * Writes parts behind each other. In one piece: ledgers have millions of rows.
 *
 * @param room bytes to write into when they are enough: the answer is a part of them then, good until
 *   they are used again
 * @throws RangeError for a number that is none from 0 on, and for half a character: two texts would
 *   become one
 */
export function pack(parts: readonly Part[], room?: Uint8Array): Uint8Array {
  let length = 0
  for (const part of parts) length += lengthOf(part)
  const bytes = room && length <= room.length ? room.subarray(0, length) : new Uint8Array(length)
  let at = 0
  for (const part of parts) at = write(bytes, at, part)
  // A text that is not ASCII alone is longer than it seems.
  return at === length ? bytes : pack(parts.map((part) => plainly(part)))
}

function lengthOf(part: Part): number {
  if (typeof part === 'number') return 8
  return typeof part === 'string' ? 4 + part.length : part.length
}

/** Gives where the next part begins, or -1: the part needs more room. */
function write(bytes: Uint8Array, at: number, part: Part): number {
  if (at < 0) return at
  if (typeof part === 'number') return writeNumber(bytes, at, part)
  if (typeof part === 'string') return writeAscii(bytes, at, part)
  bytes.set(part, at)
  return at + part.length
}

function writeNumber(bytes: Uint8Array, at: number, value: number): number {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`Not a whole number from 0 on: ${value}`)
  }
  writeLow(bytes, at, Math.floor(value / 2 ** 32))
  writeLow(bytes, at + 4, value)
  return at + 8
}

/** The lowest 32 bits. */
function writeLow(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value >>> 24
  bytes[at + 1] = value >>> 16
  bytes[at + 2] = value >>> 8
  bytes[at + 3] = value >>> 0
}

function writeAscii(bytes: Uint8Array, at: number, value: string): number {
  writeLow(bytes, at, value.length)
  for (let next = 0; next < value.length; next += 1) {
    const code = value.charCodeAt(next)
    if (code > 127) return -1
    bytes[at + 4 + next] = code
  }
  return at + 4 + value.length
}

function plainly(part: Part): Part {
  if (typeof part !== 'string') return part
  if (/[\uD800-\uDFFF]/u.test(part)) throw new RangeError('The text contains half a character')
  return blob(utf8.encode(part))
}

/** Reads what `pack` wrote, part by part. Bytes that are wanting or wrong read as null for ever after. */
export function unpack(bytes: Uint8Array) {
  let at = 0
  let isBroken = false

  const take = (length: number): Uint8Array | null => {
    if (isBroken || at + length > bytes.length) {
      isBroken = true
      return null
    }
    at += length
    return bytes.subarray(at - length, at)
  }
  const number = (part: Uint8Array | null): number | null => {
    if (!part) return null
    let value = 0
    for (const byte of part) value = value * 256 + byte
    if (Number.isSafeInteger(value)) return value
    isBroken = true
    return null
  }
  const blobPart = (): Uint8Array | null => {
    const length = number(take(4))
    return length === null ? null : take(length)
  }

  return {
    u8: () => number(take(1)),
    u64: () => number(take(8)),
    blob: blobPart,
    text(): string | null {
      const part = blobPart()
      if (!part) return null
      try {
        return strictUtf8.decode(part)
      } catch {
        // Not UTF-8: `text` never wrote it.
        isBroken = true
        return null
      }
    },
    /** Was everything there, and nothing behind it? */
    isWhole: () => !isBroken && at === bytes.length,
  }
}
