/** Breaks a text into lines as Chinese is set: anywhere, but not before a closing sign nor after an opening one. */

// Signs that never begin a line, and such that never end one.
const closing = /^[，。、；：？！”’）》〉」』】〕…—·,.;:?!)\]}%]$/u
const opening = /^[“‘（《〈「『【〔([{]$/u

/** What is never parted: a Chinese character, a Latin word or number, a run of spaces. */
export function pieces(text: string): string[] {
  const raw = text.match(/[\p{Script=Latin}\p{N}\p{M}'’.,:/@&+-]+|\s|./gsu) ?? []
  const parts: string[] = []
  for (const part of raw) {
    const before = parts.at(-1)
    if (before !== undefined && (closing.test(part) || opening.test([...before].at(-1) ?? ''))) {
      parts[parts.length - 1] = before + part
    } else if (before !== undefined && /^[\p{M}\p{Variation_Selector}]$/u.test(part)) {
      parts[parts.length - 1] = before + part
    } else parts.push(part)
  }
  return parts
}

/**
 * Lines of at most this width. A piece that is wider than a line is parted anywhere.
 *
 * @param widthOf the width of a text, in the unit of `width`
 */
export function breakLines(
  text: string,
  width: number,
  widthOf: (text: string) => number,
): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of pieces(text)) {
    if (widthOf(line + piece) <= width) {
      line += piece
      continue
    }
    if (line.trim() !== '') lines.push(line.trimEnd())
    line = lines.length > 0 && /^ +$/.test(piece) ? '' : piece
    while (widthOf(line) > width && [...line].length > 1) {
      const signs = [...line]
      let count = signs.length - 1
      while (count > 1 && widthOf(signs.slice(0, count).join('')) > width) count -= 1
      lines.push(signs.slice(0, count).join(''))
      line = signs.slice(count).join('')
    }
  }
  if (line.trim() !== '' || lines.length === 0) lines.push(line)
  return lines
}
