import { readFileSync } from 'node:fs'
import path from 'node:path'
import * as fontkit from 'fontkit'
import type { Font } from 'fontkit'

/** In which hand a text is set. The last of a hand is asked for what the first does not have. */
export type Hand = 'plain' | 'bold'

// The processes of this program run in its own folder; a bundle does not know where packages lie.
const packages = path.resolve(process.cwd(), 'node_modules/@expo-google-fonts')
const files: Record<Hand, readonly string[]> = {
  plain: [
    'noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
    'noto-serif-jp/400Regular/NotoSerifJP_400Regular.ttf',
  ],
  bold: [
    'noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
    'noto-serif-jp/700Bold/NotoSerifJP_700Bold.ttf',
  ],
}

let known: Record<Hand, Font[]> | undefined

/** All typefaces, read at the first call: Chinese, and Japanese for characters of names like 𠮷. */
export function typefaces(): Record<Hand, Font[]> {
  known ??= { plain: files.plain.map(opened), bold: files.bold.map(opened) }
  return known
}

const opened = (file: string) => fontkit.create(readFileSync(path.join(packages, file))) as Font

/** Which typeface of a hand draws a character; -1: none. */
export function faceOf(hand: Hand, codePoint: number): number {
  return typefaces()[hand].findIndex((font) => font.hasGlyphForCodePoint(codePoint))
}

/** Can a character be drawn in every hand? */
export function covers(codePoint: number): boolean {
  return faceOf('plain', codePoint) >= 0 && faceOf('bold', codePoint) >= 0
}
