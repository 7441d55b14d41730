/** The works of a shortlist: one public id a line, in the order written, each once. */
export function readListed(text: unknown): string[] {
  if (typeof text !== 'string') return []
  return [...new Set(text.split(/[\s,，、;；]+/).filter(Boolean))]
}
