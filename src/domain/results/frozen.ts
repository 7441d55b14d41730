import { canonicalJson, type Json } from './canonical.ts'

/** SHA-256; given as a function, since the domain imports nothing. */
export type Hash = (bytes: Uint8Array) => Uint8Array

/** A row of the public list; `entry` is the public id. */
export type ResultRow = {
  entry: string
  level: string
  rank: number
  title: string
  unit: string
  authors: readonly string[]
}

/**
 * A list of results as it is frozen. All of it is hashed; nothing of it changes but by a next version,
 * which names the one that it replaces, and why. Instants are ISO texts in UTC.
 */
export type ResultList = {
  format: 'results/1'
  campaign: string
  track: string
  title: string
  version: number
  replaces: { version: number; sha256: string } | null
  reason: string | null
  notice: { from: string; to: string }
  /** Whom to turn to with an objection. */
  contact: string
  /** Hashes of what the list was made from, by name: rules, marks, ranking, the ledger's head. */
  basis: { readonly [name: string]: string }
  /** Award levels from the highest down: what `level` of a row stands for. */
  levels: readonly { key: string; name: { zh: string; en: string } }[]
  awards: readonly ResultRow[]
  vacancies: readonly { level: string; places: number }[]
}

/** `text` is what is stored and served, `sha256` the hash of its UTF-8 bytes in small hex digits. */
export type Frozen = { text: string; sha256: string }

/** @throws TypeError for values that canonical JSON cannot hold */
export function freeze(list: ResultList, hash: Hash): Frozen {
  const text = canonicalJson(list)
  return { text, sha256: hexHash(text, hash) }
}

/**
 * The next version of a frozen list. A correction names the version that it replaces by its hash.
 *
 * @throws RangeError without a reason
 */
export function nextVersion(
  before: Frozen,
  change: Partial<
    Pick<ResultList, 'awards' | 'vacancies' | 'notice' | 'basis' | 'levels' | 'title' | 'contact'>
  >,
  reason: string,
): ResultList {
  if (!reason.trim()) throw new RangeError('A correction needs a reason')
  const old = JSON.parse(before.text) as ResultList
  return {
    ...{ ...old, ...change, reason: reason.trim() },
    version: old.version + 1,
    replaces: { version: old.version, sha256: before.sha256 },
  }
}

export type FrozenFault =
  'not-json' | 'not-canonical' | 'hash' | 'format' | 'version' | 'replaces' | 'moved'

/**
 * What is wrong with all versions of a list, from the first on, as a stranger checks them: each text is
 * canonical, hashes as said, counts up and names the one before. `index`: which version. Empty: nothing.
 */
export function checkVersions(
  versions: readonly Frozen[],
  hash: Hash,
): { index: number; fault: FrozenFault }[] {
  const lists = versions.map(({ text }) => parsed(text))
  return versions.flatMap(({ text, sha256 }, index) => {
    const fault = (found: FrozenFault) => [{ index, fault: found }]
    const list = lists[index]
    const before = lists[index - 1]
    if (!list) return fault('not-json')
    if (!isCanonical(text, list)) return fault('not-canonical')
    if (hexHash(text, hash) !== sha256) return fault('hash')
    if (list.format !== 'results/1') return fault('format')
    if (list.version !== index + 1) return fault('version')
    const named = list.replaces as ResultList['replaces'] | undefined
    const isNamed = before
      ? named?.version === index && named.sha256 === versions[index - 1]!.sha256 && !!list.reason
      : named === null
    if (!isNamed) return fault('replaces')
    const isMoved = before && (before.campaign !== list.campaign || before.track !== list.track)
    return isMoved ? fault('moved') : []
  })
}

function parsed(text: string): Partial<ResultList> | null {
  try {
    const value = JSON.parse(text) as Json
    return typeof value === 'object' && value !== null ? (value as Partial<ResultList>) : null
  } catch {
    return null
  }
}

function isCanonical(text: string, value: unknown): boolean {
  try {
    return canonicalJson(value) === text
  } catch {
    return false
  }
}

function hexHash(text: string, hash: Hash): string {
  const bytes = hash(new TextEncoder().encode(text))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
