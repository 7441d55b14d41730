/** The id behind a relation, whether it came bare, as text or filled in; null for anything else. */
export function idOf(value: unknown): number | null {
  if (typeof value === 'number') return value
  if (typeof value === 'string' && /^\d{1,9}$/.test(value)) return Number(value)
  if (typeof value === 'object' && value !== null && 'id' in value) return idOf(value.id)
  return null
}
