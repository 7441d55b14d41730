export type Point = { x: number; y: number; at: number }

/**
 * What a finger meant: `next` for a stroke to the left, `previous` to the right. Strokes that are short,
 * slow or more up than aside mean something else.
 *
 * @param width of the region, pixels; `at` in milliseconds
 */
export function swipeOf(from: Point, to: Point, width: number): 'next' | 'previous' | null {
  const aside = to.x - from.x
  const up = Math.abs(to.y - from.y)
  const long = Math.abs(aside) >= Math.max(40, Math.min(120, width * 0.15))
  if (!long || up * 1.5 > Math.abs(aside) || to.at - from.at > 800) return null
  return aside < 0 ? 'next' : 'previous'
}

/** Two taps close together in time and place. */
export function isDoubleTap(first: Point | null, second: Point): boolean {
  if (!first) return false
  const near = Math.hypot(second.x - first.x, second.y - first.y) < 32
  return near && second.at - first.at < 320
}
