/** Why a JSON text is not let in, and at which character. */
export type JsonFault = { reason: JsonReason; at: number }

export type JsonReason =
  | 'syntax'
  | 'too-deep'
  | 'too-many-values'
  | 'nul'
  | 'lone-surrogate'
  | 'forbidden-key'
  | 'number-too-large'

export type JsonLimits = { depth: number; values: number }

const defaults: JsonLimits = { depth: 64, values: 100_000 }

// Keys that reach an object's prototype when somebody copies them carelessly.
const forbidden = new Set(['__proto__'])
const literals = ['true', 'false', 'null']
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const plain = /[^"\\\u0000-\u001f]*/y
const hex = /[0-9a-fA-F]{4}/y

/**
 * Reads a JSON text (RFC 8259) from end to end without recursion and without building anything, so
 * that neither nesting nor size can hurt. What it lets pass, `JSON.parse` accepts; what it calls
 * `syntax`, `JSON.parse` refuses.
 *
 * @returns the first fault, or undefined
 */
export function scanJson(text: string, limits: JsonLimits = defaults): JsonFault | undefined {
  const open: Frame[] = []
  let at = 0
  let values = 0
  let expect: Expect = 'value'

  for (;;) {
    at = skipBlanks(text, at)
    if (at >= text.length) return expect === 'end' ? undefined : { reason: 'syntax', at }
    const sign = text[at]!
    const frame = open[open.length - 1]

    if (expect === 'end') return { reason: 'syntax', at }
    if (expect === 'comma') {
      if (sign === closing(frame!)) {
        at += 1
        open.pop()
        expect = open.length === 0 ? 'end' : 'comma'
      } else if (sign === ',') {
        at += 1
        expect = frame!.kind === 'object' ? 'key' : 'value'
      } else return { reason: 'syntax', at }
      continue
    }
    if (expect === 'key' || expect === 'key-or-close') {
      if (sign === '}' && expect === 'key-or-close') {
        at += 1
        open.pop()
        expect = open.length === 0 ? 'end' : 'comma'
        continue
      }
      const read = readString(text, at)
      if ('reason' in read) return read
      const key = read.decode()
      if (forbidden.has(key) || (key === 'prototype' && frame!.under === 'constructor')) {
        return { reason: 'forbidden-key', at }
      }
      frame!.key = key
      at = skipBlanks(text, read.end)
      if (text[at] !== ':') return { reason: 'syntax', at }
      at += 1
      expect = 'value'
      continue
    }
    if (expect === 'value-or-close' && sign === ']') {
      at += 1
      open.pop()
      expect = open.length === 0 ? 'end' : 'comma'
      continue
    }

    values += 1
    if (values > limits.values) return { reason: 'too-many-values', at }
    if (sign === '{' || sign === '[') {
      if (open.length >= limits.depth) return { reason: 'too-deep', at }
      const kind = sign === '{' ? 'object' : 'array'
      open.push({ kind, under: frame?.key, key: undefined })
      at += 1
      expect = kind === 'object' ? 'key-or-close' : 'value-or-close'
      continue
    }
    const read = sign === '"' ? readString(text, at) : readWord(text, at)
    if ('reason' in read) return read
    at = read.end
    expect = open.length === 0 ? 'end' : 'comma'
  }
}

type Expect = 'value' | 'value-or-close' | 'key' | 'key-or-close' | 'comma' | 'end'

type Frame = { kind: 'object' | 'array'; under: string | undefined; key: string | undefined }

function closing({ kind }: Frame): string {
  return kind === 'object' ? '}' : ']'
}

function skipBlanks(text: string, from: number): number {
  let at = from
  while (at < text.length && ' \t\n\r'.includes(text[at]!)) at += 1
  return at
}

function readWord(text: string, at: number): { end: number } | JsonFault {
  for (const literal of literals) {
    if (text.startsWith(literal, at)) return { end: at + literal.length }
  }
  number.lastIndex = at
  const found = number.exec(text)?.[0]
  if (!found) return { reason: 'syntax', at }
  if (!Number.isFinite(Number(found))) return { reason: 'number-too-large', at }
  return { end: at + found.length }
}

function readString(
  text: string,
  start: number,
): { end: number; decode: () => string } | JsonFault {
  if (text[start] !== '"') return { reason: 'syntax', at: start }
  let at = start + 1
  for (;;) {
    plain.lastIndex = at
    plain.exec(text)
    at = plain.lastIndex
    const sign = text[at]
    if (sign === '"') break
    if (sign !== '\\') return { reason: 'syntax', at }
    const next = text[at + 1]
    if (next !== 'u') {
      if (!next || !'"\\/bfnrt'.includes(next)) return { reason: 'syntax', at }
      at += 2
      continue
    }
    const unit = unitAt(text, at)
    if (unit === undefined) return { reason: 'syntax', at }
    if (unit === 0) return { reason: 'nul', at }
    if (unit >= 0xdc00 && unit <= 0xdfff) return { reason: 'lone-surrogate', at }
    at += 6
    if (unit < 0xd800 || unit > 0xdbff) continue
    const low = unitAt(text, at)
    if (low === undefined || low < 0xdc00 || low > 0xdfff) return { reason: 'lone-surrogate', at }
    at += 6
  }
  const end = at + 1
  return { end, decode: () => JSON.parse(text.slice(start, end)) as string }
}

function unitAt(text: string, at: number): number | undefined {
  if (text[at] !== '\\' || text[at + 1] !== 'u') return undefined
  hex.lastIndex = at + 2
  const digits = hex.exec(text)?.[0]
  return digits === undefined ? undefined : Number.parseInt(digits, 16)
}
