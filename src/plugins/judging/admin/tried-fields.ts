import type { JudgingKey } from '../translations.ts'

/** An option that can be tried: `stands` as the form has it, '' for none; `of` names what it is of. */
export type TriedField = { name: string; label: JudgingKey; stands: string; of?: string }

type Saved = {
  kind?: string
  criteria?: { key?: string; name?: string; weight?: number }[] | null
  levels?: { key?: string; name?: string; count?: number; atLeast?: number | null }[] | null
  [option: string]: unknown
}

/** “主题 / Theme”: one line holds both languages. */
export const chinese = (name: string | undefined) => (name ?? '').split(/\s+\/\s+/)[0] ?? ''
const textOf = (value: unknown) => (value === null || value === undefined ? '' : String(value))

/** The options of a round that are worth trying, by what it is; `given`: what was typed in until now. */
export function triedFields(saved: Saved, given: Record<string, string>): TriedField[] {
  const plain = (name: string, label: JudgingKey): TriedField => ({
    ...{ name, label, stands: textOf(saved[name]) },
  })
  const method = given.method ?? saved.method
  return [
    ...(saved.kind === 'score' ? (saved.criteria ?? []) : []).map(
      ({ key, name, weight }): TriedField => ({
        ...{ name: `weight:${key}`, label: 'weightOf', of: chinese(name), stands: textOf(weight) },
      }),
    ),
    ...(saved.kind === 'qualify' ? [] : [plain('method', 'method')]),
    ...(method === 'trimmed-mean' ? [plain('methodDrop', 'methodDrop')] : []),
    ...(method === 'standardised' ? [plain('methodShrink', 'methodShrink')] : []),
    ...(saved.voteRound ? [plain('votePercent', 'votePercent')] : []),
    plain('decimals', 'decimals'),
    ...(saved.carryOver === 'top' ? [plain('carryCount', 'carryCount')] : []),
    ...(saved.carryOver === 'threshold' ? [plain('carryPoints', 'carryPoints')] : []),
    ...(saved.levels ?? []).map(({ key, name, count }): TriedField => ({
      ...{ name: `level:${key}`, label: 'placesOf', of: chinese(name), stands: textOf(count) },
    })),
  ]
}

/**
 * What is asked of `what-if`: only what was changed. Levels come as a whole list, so those that stand are
 * taken along.
 *
 * @param levels as the form has them
 */
export function triedBody(
  fields: readonly TriedField[],
  given: Record<string, string>,
  levels: NonNullable<Saved['levels']> = [],
): Record<string, unknown> {
  const valueOf = (name: string, text: string) =>
    name === 'method' ? text : text === '' ? null : Number(text)
  const changed = fields.filter(({ name, stands }) => name in given && given[name] !== stands)
  const body: Record<string, unknown> = {}
  const weights: Record<string, unknown> = {}
  const counts = new Map<string, unknown>()
  for (const { name } of changed) {
    const [group, key] = name.split(/:(.*)/s) as [string, string | undefined]
    const value = valueOf(name, given[name]!)
    if (key === undefined) body[name] = value
    else if (group === 'weight') weights[key] = value
    else counts.set(key, value)
  }
  if (Object.keys(weights).length > 0) body.weights = weights
  if (counts.size > 0) {
    body.levels = levels.map(({ key, name, count, atLeast }) => ({
      ...{ key, name, atLeast: atLeast ?? null },
      count: counts.has(key ?? '') ? counts.get(key ?? '') : count,
    }))
  }
  return body
}
