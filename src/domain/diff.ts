export type FieldChange = { path: string; before: unknown; after: unknown }

const longest = 500
const deepest = 32

/**
 * What changed between two versions of a document, leaf by leaf, for the review trail. Arrays are
 * compared by index; null and absent are the same; a longer text is cut to 500 characters with its
 * length named; dates appear as ISO texts.
 *
 * @param ignore paths whose changes are not told; `*` stands for one step, what is below goes along
 * @param secretPaths paths (`authors.*.phone`) whose values appear as `***`, never in clear
 */
export function fieldDiff({
  before,
  after,
  ignore = [],
  secretPaths = [],
}: {
  before: unknown
  after: unknown
  ignore?: readonly string[]
  secretPaths?: readonly string[]
}): FieldChange[] {
  const changes: FieldChange[] = []
  const ignored = ignore.map((pattern) => pattern.split('.'))
  const secret = secretPaths.map((pattern) => pattern.split('.'))

  const compare = (old: unknown, young: unknown, path: readonly string[]): void => {
    if (ignored.some((pattern) => covers(pattern, path))) return
    if (secret.some((pattern) => covers(pattern, path))) {
      if (!same(old, young)) changes.push(change(path, veil(old), veil(young)))
      return
    }
    const [oldParts, youngParts] = [partsOf(old), partsOf(young)]
    if (!oldParts && !youngParts) {
      if (!same(old, young)) changes.push(change(path, shorten(old), shorten(young)))
      return
    }
    if (path.length >= deepest) {
      if (!same(old, young)) changes.push(change(path, '…', '…'))
      return
    }
    // Always down to the leaves, also where one side is absent: a secret below must stay one.
    const [oldLeaf, youngLeaf] = [oldParts ? null : old, youngParts ? null : young]
    if (oldLeaf != null || youngLeaf != null) {
      changes.push(change(path, shorten(oldLeaf), shorten(youngLeaf)))
    }
    for (const key of new Set([...keysOf(oldParts), ...keysOf(youngParts)])) {
      compare(own(oldParts, key), own(youngParts, key), [...path, key])
    }
  }
  compare(before, after, [])
  return changes
}

type Parts = Record<string, unknown>

const change = (path: readonly string[], before: unknown, after: unknown): FieldChange => ({
  path: path.join('.'),
  before,
  after,
})

function covers(pattern: readonly string[], path: readonly string[]): boolean {
  return (
    pattern.length === path.length &&
    pattern.every((step, index) => step === '*' || step === path[index])
  )
}

function partsOf(value: unknown): Parts | null {
  return typeof value === 'object' && value !== null && !(value instanceof Date)
    ? (value as Parts)
    : null
}

const keysOf = (parts: Parts | null): string[] => (parts ? Object.keys(parts) : [])

const own = (parts: Parts | null, key: string): unknown =>
  parts && Object.hasOwn(parts, key) ? parts[key] : undefined

function same(old: unknown, young: unknown): boolean {
  if (old == null || young == null) return old == null && young == null
  return plain(old) === plain(young)
}

function plain(value: unknown): unknown {
  if (value == null) return null
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString()
  // Only secrets and what is too deep get here as containers; both are shown as one mark.
  return typeof value === 'object' ? JSON.stringify(value) : value
}

const veil = (value: unknown): unknown => (value == null || value === '' ? null : '***')

function shorten(value: unknown): unknown {
  const shown = plain(value)
  if (typeof shown !== 'string') return shown
  const points = [...shown]
  if (points.length <= longest) return shown
  return `${points.slice(0, longest).join('')}…（共 ${points.length} 字）`
}
