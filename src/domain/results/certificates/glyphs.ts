import { words, type Words } from '../../words.ts'

/** A character that a font has no picture of. `point`: `U+20BB7`. */
export type MissingGlyph = { character: string; point: string }

/** Signs that are drawn with the one before them, or not at all: they need no picture of their own. */
const unseen = /^[\p{Variation_Selector}\u200B-\u200D\u2060\uFEFF]$/u

/**
 * What of a text a font cannot draw, each character once, in the order in which they stand. The text is
 * composed first (NFC), as it is when it is drawn; private characters, which every font draws in another
 * way or not, always count as missing.
 */
export function missingGlyphs(
  text: string,
  covers: (codePoint: number) => boolean,
): MissingGlyph[] {
  const missing = new Map<string, MissingGlyph>()
  for (const character of text.normalize('NFC')) {
    const code = character.codePointAt(0)!
    if (unseen.test(character) || missing.has(character)) continue
    if (covers(code) && !isPrivate(code)) continue
    const point = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
    missing.set(character, { character, point })
  }
  return [...missing.values()]
}

/** A certificate's texts by field: the name, the title, the unit, the level. */
export type Sheet = { id: string; texts: { readonly [field: string]: string } }

export type UnfitSheet = {
  id: string
  field: string
  /** Empty: the text itself is empty, or nothing of it would be seen. */
  missing: MissingGlyph[]
  message: Words
}

/**
 * Which certificates can be made and which cannot, with what is wrong: nobody gets one with a blank or a
 * box where the name belongs.
 */
export function checkSheets(
  sheets: readonly Sheet[],
  covers: (codePoint: number) => boolean,
): { ready: string[]; unfit: UnfitSheet[] } {
  const unfit = sheets.flatMap(({ id, texts }) =>
    Object.entries(texts).flatMap(([field, text]): UnfitSheet[] => {
      if (!isSeen(text)) {
        return [{ id, field, missing: [], message: words('内容为空', 'There is nothing to print') }]
      }
      const missing = missingGlyphs(text, covers)
      if (missing.length === 0) return []
      const named = missing.map(({ character, point }) => `${character}（${point}）`).join('、')
      const message = words(
        `“${text}”中的 ${named} 字体无法显示，请更换字体或手工制作`,
        `The font has no ${missing.map(({ point }) => point).join(', ')} of “${text}”: take another font`,
      )
      return [{ id, field, missing, message }]
    }),
  )
  const wrong = new Set(unfit.map(({ id }) => id))
  return { ready: sheets.flatMap(({ id }) => (wrong.has(id) ? [] : [id])), unfit }
}

const isSeen = (text: string): boolean =>
  [...text].some((character) => !unseen.test(character) && !/^[\s\p{C}]$/u.test(character))

function isPrivate(code: number): boolean {
  return (code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000
}
