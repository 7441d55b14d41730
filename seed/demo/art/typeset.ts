/** Chinese lines in SVG: breaking and setting, nothing more. */

import { FONT } from './fonts.ts'
import { n } from './svg.ts'

/**
 * Lines of at most `width` ems: a Chinese character is one, a letter or digit about half. A closing
 * mark never begins a line.
 */
export const wrap = (text: string, width: number) => {
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const character of text) {
    if (character === '\n') {
      lines.push(line)
      line = ''
      used = 0
      continue
    }
    const size = emsOf(character)
    if (used + size > width && !/[，。！？、；：”’）》…—]/u.test(character)) {
      lines.push(line)
      line = ''
      used = 0
    }
    line += character
    used += size
  }
  return line ? [...lines, line] : lines
}

/** Like `wrap`, with lines of about equal length. */
export const balance = (text: string, width: number) => {
  const total = emsOf(text)
  return wrap(text, Math.ceil(total / Math.ceil(total / width) + 0.4))
}

export const emsOf = (text: string) =>
  [...text].reduce((sum, character) => sum + (character.codePointAt(0)! < 0x2000 ? 0.56 : 1), 0)

/** One line of letters. */
export const letters = ({
  text,
  x,
  y,
  size,
  colour,
  weight = 400,
  anchor = 'start',
  spacing = 0,
  more = '',
}: {
  text: string
  x: number
  y: number
  size: number
  colour: string
  weight?: 400 | 700 | 900
  anchor?: 'start' | 'middle' | 'end'
  spacing?: number
  more?: string
}) =>
  `<text x="${n(x)}" y="${n(y)}" font-family="${FONT}" font-size="${n(size)}" font-weight="${weight}" fill="${colour}" ` +
  `text-anchor="${anchor}"${spacing ? ` letter-spacing="${n(spacing)}"` : ''} ${more}>${escapeXml(text)}</text>`

/** Several lines, one below the other. */
export const block = ({
  lines,
  x,
  y,
  size,
  leading = 1.3,
  ...rest
}: {
  lines: readonly string[]
  leading?: number
} & Omit<Parameters<typeof letters>[0], 'text'>) =>
  lines.map((text, i) => letters({ text, x, y: y + i * size * leading, size, ...rest })).join('')

const escapeXml = (text: string) =>
  text.replace(
    /[<>&"]/gu,
    (mark) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' })[mark]!,
  )
