/** Parts of a canonical byte string: each has one form only and says where it ends. */
export type Part = Uint8Array

const utf8 = new TextEncoder()
const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** One byte. */
export function u8(value: number): Part {
  if (!Number.isInteger(value) || value < 0 || value > 255) {
    throw new RangeError(`Not a byte: ${value}`)
  }
  return Uint8Array.of(value)
}

/** A whole number from 0 to 2^53 − 1 in eight bytes, the highest first. */
export function u64(value: number): Part {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`Not a whole number from 0 on: ${value}`)
  }
  const bytes = new Uint8Array(8)
  writeNumber(bytes, 8, value)
  return bytes
}

/** Bytes behind their length (four bytes). */
export function blob(value: Uint8Array): Part {
  const bytes = new Uint8Array(4 + value.length)
  writeNumber(bytes, 4, value.length)
  bytes.set(value, 4)
  return bytes
}

/** A text as UTF-8 behind its length. Half characters are refused: two texts would become one. */
export function text(value: string): Part {
  const bytes = new Uint8Array(4 + value.length)
  writeNumber(bytes, 4, value.length)
  // Ids are ASCII: a million rows an export make it worth not to call the encoder for them.
  for (let at = 0; at < value.length; at += 1) {
    const code = value.charCodeAt(at)
    if (code > 127) return otherText(value)
    bytes[4 + at] = code
  }
  return bytes
}

export function pack(parts: readonly Part[]): Uint8Array {
  let length = 0
  for (const part of parts) length += part.length
  const bytes = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

function otherText(value: string): Part {
  if (/[\uD800-\uDFFF]/u.test(value)) throw new RangeError('The text contains half a character')
  return blob(utf8.encode(value))
}

function writeNumber(bytes: Uint8Array, length: number, value: number): void {
  // Not by bits: those of numbers end at 32.
  for (let at = length - 1, rest = value; at >= 0; at -= 1, rest = Math.floor(rest / 256)) {
    bytes[at] = rest % 256
  }
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
