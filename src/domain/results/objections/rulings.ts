/** `drop`: the award goes and its place stays empty; `move-up`: it goes and others move up in order. */
export type RulingEffect = 'keep' | 'drop' | 'move-up'
export type Ruling = { entry: string; effect: RulingEffect }

/** Awards in the order of their ranks, levels from the highest down; reserves in order behind them. */
export type AwardList = {
  levels: readonly string[]
  awards: readonly { entry: string; level: string }[]
  reserves: readonly string[]
}

/** `changes`: what becomes of each work whose level is another one; null: none. */
export type Ruled = {
  list: AwardList
  changes: { entry: string; before: string | null; after: string | null }[]
  /** Places that stay empty, by level, highest first. */
  empty: { level: string; places: number }[]
}

/**
 * A list after rulings; their order does not matter. A place that is dropped stays empty. One that moves
 * up is taken by the next work, whose place by the one behind it, and at last the first reserve comes in:
 * nobody gets a higher award than a work before it. When no reserve is left the lowest place stays empty.
 * Of several rulings on one work the hardest counts: a work that lost its award on one ground keeps it on
 * no other.
 */
export function applyRulings(
  { levels, awards, reserves }: AwardList,
  rulings: readonly Ruling[],
): Ruled {
  const effects = new Map<string, RulingEffect>()
  for (const { entry, effect } of rulings) {
    const before = effects.get(entry) ?? 'keep'
    if (weight[effect] > weight[before]) effects.set(entry, effect)
  }
  const isGone = (entry: string) => (effects.get(entry) ?? 'keep') !== 'keep'
  const left = [...awards.map(({ entry }) => entry), ...reserves].filter((entry) => !isGone(entry))

  const given: { entry: string; level: string }[] = []
  const empty: Ruled['empty'] = []
  for (const level of levels) {
    const held = awards.filter((one) => one.level === level)
    const dropped = held.filter(({ entry }) => effects.get(entry) === 'drop').length
    const taken = left.slice(given.length, given.length + held.length - dropped)
    given.push(...taken.map((entry) => ({ entry, level })))
    if (taken.length < held.length) empty.push({ level, places: held.length - taken.length })
  }
  const before = new Map(awards.map(({ entry, level }) => [entry, level]))
  const after = new Map(given.map(({ entry, level }) => [entry, level]))
  const all = [...awards.map(({ entry }) => entry), ...reserves]
  return {
    list: { levels, awards: given, reserves: left.slice(given.length) },
    changes: all.flatMap((entry) => {
      const [old, young] = [before.get(entry) ?? null, after.get(entry) ?? null]
      return old === young ? [] : [{ entry, before: old, after: young }]
    }),
    empty,
  }
}

const weight: Record<RulingEffect, number> = { keep: 0, 'move-up': 1, drop: 2 }
