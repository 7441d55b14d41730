import type { Words } from './words.ts'

// Written as escapes: the characters themselves would be invisible here.
const control = /[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/

/**
 * What makes a text unfit to be stored, or null. PostgreSQL refuses NUL bytes and lone surrogates;
 * other control characters (but tab, line feed, carriage return) are never typed by people.
 */
export function badText(value: string): Words | null {
  if (value.includes('\u0000')) {
    return { zh: '文字中含有空字符（NUL），请删除', en: 'The text contains a NUL character' }
  }
  if (!isWellFormed(value)) {
    return {
      zh: '文字中含有残缺的字符（孤立代理项），请重新输入',
      en: 'The text contains half a character (a lone surrogate)',
    }
  }
  const found = control.exec(value)
  if (!found) return null
  const name = `U+${found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
  return {
    zh: `文字中含有控制字符（${name}），请删除`,
    en: `The text contains a control character (${name})`,
  }
}

/** `found`: where the walk stopped because `visit` said so; `tooDeep`: where it went past the bound. */
export type Walk = { found: string | null; tooDeep: string | null }

/**
 * Visits every string inside a JSON-like value, keys included, with its dot path; `visit` stops the
 * walk by returning true. No recursion, so nesting cannot exhaust the stack; it stops at `maxDepth`.
 */
export function walkStrings(
  value: unknown,
  visit: (text: string, path: string) => boolean | void,
  { maxDepth = 64 }: { maxDepth?: number } = {},
): Walk {
  const waiting: { value: unknown; path: string; depth: number }[] = [{ value, path: '', depth: 0 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value: current, path, depth } = next
    if (typeof current === 'string' && visit(current, path)) return { found: path, tooDeep: null }
    if (typeof current !== 'object' || current === null) continue
    if (depth >= maxDepth) return { found: null, tooDeep: path }
    const isList = Array.isArray(current)
    // Pushed backwards, so that they are visited in their own order.
    for (const [key, child] of Object.entries(current).reverse()) {
      const childPath = path === '' ? key : `${path}.${key}`
      if (!isList && visit(key, childPath)) return { found: childPath, tooDeep: null }
      waiting.push({ value: child, path: childPath, depth: depth + 1 })
    }
  }
  return { found: null, tooDeep: null }
}

/** The first unfit string (or too deep a place) anywhere in a value, with words for the caller. */
export function findBadText(
  value: unknown,
  options: { maxDepth?: number } = {},
): { path: string; message: Words } | null {
  let message: Words | null = null
  const walk = walkStrings(
    value,
    (text) => {
      message = badText(text)
      return message !== null
    },
    options,
  )
  if (walk.tooDeep !== null) {
    const limit = options.maxDepth ?? 64
    return {
      path: walk.tooDeep,
      message: { zh: `数据嵌套超过 ${limit} 层`, en: `The data is nested deeper than ${limit}` },
    }
  }
  return walk.found !== null && message ? { path: walk.found, message } : null
}

function isWellFormed(value: string): boolean {
  // With the u flag a surrogate in the class matches only when it has no partner.
  return !/[\uD800-\uDFFF]/u.test(value)
}
