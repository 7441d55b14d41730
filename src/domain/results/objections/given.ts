import { badText } from '../../text.ts'
import { words, type Words } from '../../words.ts'

/** A file of the objector's own, or an address. */
export type Evidence = { file: number } | { link: string }

/** What an objector sends: who they are, what it is about, what shows it. */
export type GivenObjection = {
  name: string
  contact: string
  /** Public id; null: the list as a whole. */
  entry: string | null
  ground: string
  evidence: Evidence[]
}

export type GivenFault = { path: string; message: Words }

export const objectionLimits = { name: 50, contact: 100, evidence: 10, link: 2_000 } as const

/**
 * Reads an objection as it came in. What is empty passes here: `checkFiling` says what is missing, in the
 * order in which people should hear of it.
 */
export function readObjection(
  given: Readonly<Record<string, unknown>>,
): { objection: GivenObjection; fault: null } | { objection: null; fault: GivenFault } {
  const no = (path: string, zh: string, en: string) => ({
    objection: null,
    fault: { path, message: words(zh, en) },
  })
  for (const [path, most] of [
    ['name', objectionLimits.name],
    ['contact', objectionLimits.contact],
  ] as const) {
    const value = given[path] ?? ''
    if (typeof value !== 'string') return no(path, '应为文字', 'must be a text')
    if ([...value].length > most) return no(path, `不超过 ${most} 字`, `at most ${most} characters`)
    const bad = badText(value)
    if (bad) return { objection: null, fault: { path, message: bad } }
  }
  const entry = given.entry ?? null
  if (entry !== null && (typeof entry !== 'string' || !/^[0-9A-Za-z-]{1,40}$/.test(entry))) {
    return no('entry', '应为作品编号', 'must be a public id')
  }
  const evidence = given.evidence ?? []
  if (!Array.isArray(evidence) || evidence.length > objectionLimits.evidence) {
    return no(
      'evidence',
      `最多 ${objectionLimits.evidence} 项`,
      `${objectionLimits.evidence} at most`,
    )
  }
  const read: Evidence[] = []
  for (const [index, item] of (evidence as unknown[]).entries()) {
    const one = evidenceOf(item)
    if (!one) {
      return no(
        `evidence.${index}`,
        '应为本人上传的文件 { file } 或网址 { link }',
        'must be a file of one’s own { file } or an address { link }',
      )
    }
    const isThere = read.some((other) => JSON.stringify(other) === JSON.stringify(one))
    if (!isThere) read.push(one)
  }
  return {
    objection: {
      ...{ name: textOf(given.name), contact: textOf(given.contact), entry, evidence: read },
      // What is no text is as good as none.
      ground: typeof given.ground === 'string' ? given.ground.trim() : '',
    },
    fault: null,
  }
}

/** Is this the name and the address of somebody who can be asked? Two characters at least, five for the contact. */
export const isNamed = ({ name, contact }: Pick<GivenObjection, 'name' | 'contact'>): boolean =>
  [...name].length >= 2 && /\p{L}/u.test(name) && [...contact].length >= 5

const textOf = (value: unknown) => (typeof value === 'string' ? value.trim() : '')

function evidenceOf(item: unknown): Evidence | null {
  if (typeof item !== 'object' || item === null) return null
  const { file, link, ...rest } = item as Record<string, unknown>
  if (Object.keys(rest).length > 0) return null
  if (link === undefined && Number.isInteger(file) && Number(file) > 0 && Number(file) < 2 ** 31) {
    return { file: Number(file) }
  }
  if (file !== undefined || typeof link !== 'string' || link.length > objectionLimits.link)
    return null
  const address = /^https?:\/\/[^\s"'<>\\]{3,}$/i.test(link) && !badText(link)
  return address ? { link } : null
}
