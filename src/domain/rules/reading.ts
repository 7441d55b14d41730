import type { Words } from '../words.ts'
import type { EntryFacts, FileFacts, Flaw } from './types.ts'

/** A text field without the white space around it; '' for everything that is not a text. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}

/** A finite number (numbers only: forms and APIs send numbers as such), or null. */
export function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

/** A date field however it is stored (Date, ISO text), or null. */
export function dateOf(value: unknown): Date | null {
  if (!(value instanceof Date) && (typeof value !== 'string' || value.trim() === '')) return null
  const date = new Date(value)
  return Number.isNaN(date.getTime()) ? null : date
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

export function field(facts: EntryFacts, name: string): unknown {
  return Object.hasOwn(facts.fields, name) ? facts.fields[name] : undefined
}

/** The files of one field, in their order. */
export function filesOf(facts: EntryFacts, role: string): FileFacts[] {
  return facts.files.filter((file) => file.role === role)
}

/** The flaw of a field that is not filled in. */
export function missing(path: string, what: Words): Flaw {
  return { path, words: { zh: `请填写${what.zh}`, en: `${what.en} is missing` } }
}

/** The flaw of a file that is not there. */
export function fileMissing(path: string, what: Words): Flaw {
  return { path, words: { zh: `请上传${what.zh}`, en: `${what.en} is missing` } }
}

export function isWebAddress(text: string): boolean {
  if (!/^https?:\/\//i.test(text)) return false
  return URL.canParse(text)
}
