const longest = 86_400

/**
 * Seconds from what people write for a length: `8:41`, `1:02:03`, full-width colons, `8分41秒`, or
 * bare seconds.
 *
 * @returns whole seconds, at most a day; null for anything else
 */
export function readDuration(text: string): number | null {
  const plain = text
    .trim()
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[：'’′]/g, ':')
    .replace(/\s*(?:小时|时|分钟|分)\s*/g, ':')
    .replace(/\s*秒$|["”″]$/g, '')
    .replace(/:$/, ':0')
  const parts = plain.split(':')
  if (parts.length > 3 || !parts.every((part) => /^\d{1,5}$/.test(part))) return null
  const numbers = parts.map(Number)
  if (numbers.slice(1).some((number) => number > 59)) return null
  const seconds = numbers.reduce((sum, number) => sum * 60 + number, 0)
  return seconds <= longest ? seconds : null
}
