import type { EntryKind } from '../kinds.ts'
import { caseSections } from '../rules/index.ts'

/** The texts of a work that are compared with those of others. */
export type EntryTexts = { title: string; text: string }

const bodies: Record<EntryKind, readonly string[]> = {
  cases: caseSections.map(({ name }) => name),
  videos: [],
  photos: [],
  recitations: ['originalText'],
  commentaries: ['body'],
  platforms: [],
}

/** The title, and the work's own text; where it has none, its summary. */
export function textsToCompare(kind: EntryKind, entry: Record<string, unknown>): EntryTexts {
  const own = bodies[kind].map((name) => textIn(entry, name)).filter((text) => text.trim() !== '')
  return {
    title: textIn(entry, 'title'),
    text: own.length > 0 ? own.join('\n') : textIn(entry, 'summary'),
  }
}

function textIn(entry: Record<string, unknown>, name: string): string {
  const value = entry[name]
  return typeof value === 'string' ? value : ''
}
