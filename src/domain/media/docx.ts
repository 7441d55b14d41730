/** Parts of a Word document that do something or carry something along. */
const activeParts: readonly RegExp[] = [
  /vbaProject\.bin$/i,
  /vbaData\.xml$/i,
  /(^|\/)activeX\//i,
  /(^|\/)embeddings\//i,
  /oleObject/i,
  /(^|\/)attachedToolbars\.bin$/i,
]

/** The part of a Word document, by its name, that makes it one that is not taken; null for a plain one. */
export function activePart(names: readonly string[]): string | null {
  return names.find((name) => activeParts.some((part) => part.test(name))) ?? null
}

export const contentTypesPart = '[Content_Types].xml'
const wordMain = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

/** Whether the list of parts is that of a Word document without macros. */
export function isPlainWord(contentTypes: string): boolean {
  const text = plainXml(contentTypes)
  return text.includes(wordMain) && !/macroEnabled|vbaProject|oleObject|activeX/i.test(text)
}

/** Relations that make Word fetch something by itself when the document is opened. */
const fetched = /(attachedTemplate|oleObject|frame|subDocument|aFChunk|externalLink)$/i

/** The kind of an outside relation that is followed on opening; null when there is none. */
export function outsideRelation(relations: string): string | null {
  for (const [tag] of plainXml(relations).matchAll(/<[^<>]*Relationship\b[^<>]*>/gi)) {
    const type = /\bType\s*=\s*["']([^"']*)["']/i.exec(tag)?.[1] ?? ''
    const outside = /\bTargetMode\s*=\s*["']External["']/i.test(tag)
    if (outside && fetched.test(type)) return type.split('/').at(-1) ?? type
  }
  return null
}

/** Signs that are written by their numbers as they are read: a name may be hidden so. */
function plainXml(text: string): string {
  return text.replace(/&#(x?)([0-9a-f]{1,6});/gi, (whole, hex: string, digits: string) => {
    const code = Number.parseInt(digits, hex ? 16 : 10)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
