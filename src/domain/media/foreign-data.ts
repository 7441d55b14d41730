import { words, type Words } from '../words.ts'

/**
 * Marks of other formats that have no business inside a picture. Somebody who gets to choose how the
 * file is opened would find an archive, a document or a page in it. Each mark is long enough not to
 * come about by chance in 60 MB of compressed picture.
 */
const marks: readonly { pattern: string; what: Words }[] = [
  { pattern: 'PK\\x05\\x06\\x00\\x00\\x00\\x00', what: words('ZIP 压缩包', 'a ZIP archive') },
  {
    pattern: 'PK\\x03\\x04[\\x0a\\x14\\x2d]\\x00.{2}[\\x00\\x08]\\x00',
    what: words('ZIP 压缩包', 'a ZIP archive'),
  },
  { pattern: 'Rar!\\x1a\\x07[\\x00\\x01]', what: words('RAR 压缩包', 'a RAR archive') },
  { pattern: '7z\\xbc\\xaf\\x27\\x1c', what: words('7z 压缩包', 'a 7z archive') },
  { pattern: '%PDF-[12]\\.', what: words('PDF 文档', 'a PDF') },
  { pattern: '<script[\\s>]', what: words('脚本', 'a script') },
  { pattern: '<html[\\s>]', what: words('网页', 'a web page') },
  { pattern: '<!doctype\\s+html', what: words('网页', 'a web page') },
  { pattern: '<\\?php\\s', what: words('程序代码', 'program code') },
  { pattern: '<svg\\s[^>]*xmlns', what: words('SVG 图形', 'an SVG') },
  { pattern: 'This program cannot be run in DOS mode', what: words('可执行程序', 'a program') },
  { pattern: '\\x7fELF[\\x01\\x02]\\x01\\x01', what: words('可执行程序', 'a program') },
]

const all = new RegExp(marks.map(({ pattern }) => `(${pattern})`).join('|'), 'is')

/** Bytes of one piece that the next begins with again, so that no mark is cut in two. */
export const foreignOverlap = 512

/**
 * What else is inside a picture; null when nothing known is.
 *
 * @param text a piece of the file, one character a byte (latin1)
 */
export function foreignIn(text: string): Words | null {
  const found = all.exec(text)
  if (!found) return null
  const index = found.slice(1).findIndex((group) => group !== undefined)
  return marks[index]!.what
}
