/** How a mark comes about key by key. Text until it is confirmed: “1” may become “18”. */

const wellFormed = /^\d{0,4}(?:\.\d{0,2})?$/

/** The text after one more sign: a digit, a point or `Backspace`; null where it could be no mark. */
export function typed(text: string, sign: string, full: number): string | null {
  if (sign === 'Backspace') return text.slice(0, -1)
  const next =
    sign === '.' && text === '' ? '0.' : text === '0' && sign !== '.' ? sign : text + sign
  return wellFormed.test(next) && Number(next) <= full ? next : null
}

/** The mark that a text stands for; null where it stands for none. */
export function markOf(text: string): number | null {
  return text === '' || text === '.' ? null : Number(text)
}

/** A mark so many steps away, kept within 0 and `full`; the first step begins in the middle. */
export function stepped(mark: number | null, by: number, full: number): number {
  if (mark === null) return Math.round(full / 2)
  const next = Math.round((mark + by) * 100) / 100
  return Math.min(full, Math.max(0, next))
}

/** The anchor that a mark reaches: the highest that is not above it. */
export function reached<Anchor extends { marks: number }>(
  anchors: readonly Anchor[],
  mark: number | null,
): Anchor | null {
  if (mark === null) return null
  const below = anchors.filter(({ marks }) => marks <= mark)
  return below.reduce<Anchor | null>(
    (best, one) => (best && best.marks >= one.marks ? best : one),
    null,
  )
}
