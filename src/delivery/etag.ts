/**
 * Whether an `If-None-Match` names this tag in any of its forms (`"tag"`, `"tag-br"`, weak ones: what a
 * proxy makes of them). Nothing else of a header is believed.
 */
export function isMatch(header: string, tag: string): boolean {
  if (header === '*') return true
  let from = header.indexOf(tag)
  for (; from >= 0; from = header.indexOf(tag, from + 1)) {
    const after = header.slice(from + tag.length, from + tag.length + 6)
    if (header[from - 1] === '"' && /^(?:-br|-gzip)?"/.test(after)) return true
  }
  return false
}
