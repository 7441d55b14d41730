/** An order of works: groups of equal ones, the best first. */
export type Order = readonly (readonly string[])[]

/** The order with works that are not in it yet put last, and those that are gone left out. */
export function fullOrder(order: Order, works: readonly string[]): string[][] {
  const kept = order
    .map((group) => group.filter((work) => works.includes(work)))
    .filter((group) => group.length > 0)
  const placed = new Set(kept.flat())
  return [...kept, ...works.filter((work) => !placed.has(work)).map((work) => [work])]
}

/** The order with one work moved by one place. A work that shares a place leaves it first. */
export function moved(order: Order, work: string, by: -1 | 1): string[][] {
  const at = order.findIndex((group) => group.includes(work))
  if (at < 0) return copy(order)
  if (order[at]!.length > 1) {
    const rest = order[at]!.filter((one) => one !== work)
    const apart = by < 0 ? [[work], rest] : [rest, [work]]
    return [...copy(order.slice(0, at)), ...apart, ...copy(order.slice(at + 1))]
  }
  const others = copy(order)
  const [alone] = others.splice(at, 1)
  others.splice(Math.min(others.length, Math.max(0, at + by)), 0, alone!)
  return others
}

/** The order with one work taken out and put before the group at this place of what is left. */
export function placed(order: Order, work: string, at: number): string[][] {
  const others = order
    .map((group) => group.filter((one) => one !== work))
    .filter((group) => group.length > 0)
  others.splice(Math.min(others.length, Math.max(0, at)), 0, [work])
  return others
}

/** The work made equal to the one above it, or parted from those that it shares its place with. */
export function tied(order: Order, work: string): string[][] {
  const at = order.findIndex((group) => group.includes(work))
  if (at < 0) return copy(order)
  if (order[at]!.length > 1) return moved(order, work, 1)
  if (at === 0) return copy(order)
  const joined = [...order[at - 1]!, work]
  return [...copy(order.slice(0, at - 1)), joined, ...copy(order.slice(at + 1))]
}

/** The place that each work has, from 1 on; equal works share the first of their places. */
export function placesOf(order: Order): Map<string, number> {
  const places = new Map<string, number>()
  let next = 1
  for (const group of order) {
    for (const work of group) places.set(work, next)
    next += group.length
  }
  return places
}

export const sameOrder = (a: Order, b: Order): boolean => JSON.stringify(a) === JSON.stringify(b)

const copy = (order: Order): string[][] => order.map((group) => [...group])
