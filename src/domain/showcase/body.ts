import type { EntryKind } from '../kinds.ts'
import { bodySections } from './public-fields.ts'
import { textOrNull } from './values.ts'

/** A text for people: `html` is safe to show as it is, `text` is the same without mark-up. */
export type Body = { html: string; text: string }

/** The body of an entry, made of its plain texts; null when it has none. */
export function bodyOf(kind: EntryKind, entry: Readonly<Record<string, unknown>>): Body | null {
  const sections = bodySections[kind].flatMap(({ name, heading }) => {
    const text = textOrNull(entry[name])
    return text === null ? [] : [{ heading: heading?.zh ?? null, text: text.trim() }]
  })
  if (sections.length === 0) return null
  return {
    html: sections
      .map(
        ({ heading, text }) => (heading ? `<h2>${escaped(heading)}</h2>` : '') + paragraphs(text),
      )
      .join(''),
    text: sections
      .map(({ heading, text }) => (heading ? `${heading}\n${text}` : text))
      .join('\n\n'),
  }
}

function paragraphs(text: string): string {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '')
  return lines.map((line) => `<p>${escaped(line.trim())}</p>`).join('')
}

/** For text between tags and in quoted attributes alike. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
