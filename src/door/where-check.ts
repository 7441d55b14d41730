import { validOperatorSet } from 'payload/shared'

export type WhereLimits = { depth: number; conditions: number; values: number }

export const whereLimits: WhereLimits = { depth: 10, conditions: 60, values: 200 }

/** What is wrong with a `where`: which part, in the caller's own spelling. */
export type WhereFault = { code: string; part: string; limit?: number }

// The place operators need a point field; no collection has one.
const withoutField = new Set(['near', 'within', 'intersects'])
const path = /^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/

/**
 * Checks the shape of a parsed `where`: `and`/`or` hold lists of conditions, a condition names a field,
 * an operator that Payload knows and a plain value or a list of them. Whether the field exists and may
 * be read is asked by Payload and the access rules.
 */
export function checkWhere(where: unknown, limits = whereLimits): WhereFault | undefined {
  const waiting: { node: unknown; depth: number; part: string }[] = [
    { node: where, depth: 1, part: 'where' },
  ]
  let conditions = 0
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, depth, part } = next
    if (!isRecord(node)) return { code: 'where-shape', part }
    if (depth > limits.depth) return { code: 'where-too-deep', part, limit: limits.depth }
    for (const [key, value] of Object.entries(node)) {
      const here = `${part}[${key}]`
      if (['and', 'or'].includes(key.toLowerCase())) {
        if (!Array.isArray(value)) return { code: 'where-shape', part: here }
        if (value.length > limits.conditions) return tooMany(here, limits.conditions)
        for (const [index, child] of value.entries()) {
          waiting.push({ node: child, depth: depth + 1, part: `${here}[${index}]` })
        }
        continue
      }
      conditions += 1
      if (conditions > limits.conditions) return tooMany(here, limits.conditions)
      const fault = checkCondition(key, value, here, limits)
      if (fault) return fault
    }
  }
  return undefined
}

function checkCondition(
  field: string,
  condition: unknown,
  part: string,
  limits: WhereLimits,
): WhereFault | undefined {
  if (!path.test(field)) return { code: 'where-field', part }
  if (!isRecord(condition)) return { code: 'where-shape', part }
  for (const [operator, value] of Object.entries(condition)) {
    const here = `${part}[${operator}]`
    if (!validOperatorSet.has(operator as never) || withoutField.has(operator)) {
      return { code: 'where-operator', part: here }
    }
    const values = valuesOf(operator, value)
    if (values.length > limits.values) {
      return { code: 'where-too-many-values', part: here, limit: limits.values }
    }
    if (values.some((one) => typeof one === 'object' && one !== null)) {
      return { code: 'where-value', part: here }
    }
  }
  return undefined
}

const takesList = new Set(['in', 'not_in', 'all'])

function valuesOf(operator: string, value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  return typeof value === 'string' && takesList.has(operator) ? value.split(',') : [value]
}

function tooMany(part: string, limit: number): WhereFault {
  return { code: 'where-too-many', part, limit }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
