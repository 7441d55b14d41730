import type { EntryKind } from '../kinds.ts'
import { categoryFields } from '../rules/category-fields.ts'

/** A text of a work, with the dot path of its field: `title`, `authors.0.name`, `pictures.1.alt`. */
export type EntryText = { path: string; text: string }

/** Description of a file of the work, by the field that holds it. */
export type FileText = { field: string; alt?: string | null }

const common = ['title', 'summary', 'theme']
const ofAuthors = ['name', 'workplace']
const ofRows = ['indicator', 'evidence']
// Addresses are looked at by going there; their letters are nobody's words.
const addresses = ['h5Url', 'publishedUrl']

/** Every text that somebody wrote into a work, in the order of its form. */
export function textsOf(
  kind: EntryKind,
  entry: Record<string, unknown>,
  files: readonly FileText[],
): EntryText[] {
  const texts: EntryText[] = []
  const add = (path: string, text: unknown) => {
    if (typeof text === 'string' && text.trim() !== '') texts.push({ path, text })
  }
  for (const name of common) add(name, entry[name])
  rowsOf(entry.authors).forEach((row, index) => {
    for (const name of ofAuthors) add(`authors.${index}.${name}`, row[name])
  })
  for (const [name, shape] of Object.entries(categoryFields[kind])) {
    if (addresses.includes(name)) continue
    const value = entry[name]
    if (shape === 'text' || shape === 'longText') add(name, value)
    if (shape === 'texts' && Array.isArray(value)) {
      value.forEach((text, index) => add(`${name}.${index}`, text))
    }
    if (shape !== 'rows') continue
    rowsOf(value).forEach((row, index) => {
      for (const inner of ofRows) add(`${name}.${index}.${inner}`, row[inner])
    })
  }
  const counts = new Map<string, number>()
  for (const { field, alt } of files) {
    const index = counts.get(field) ?? 0
    counts.set(field, index + 1)
    add(`${field}.${index}.alt`, alt)
  }
  return texts
}

function rowsOf(value: unknown): Record<string, unknown>[] {
  if (!Array.isArray(value)) return []
  return value.filter((row) => typeof row === 'object' && row !== null)
}
