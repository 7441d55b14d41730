import { words, type Words } from '../words.ts'
import { folded } from './folded.ts'

/** Bounds of one list. */
export const wordListLimits = { words: 50_000, characters: 40 } as const

export type DropReason = 'empty' | 'single' | 'tooLong' | 'duplicate' | 'tooMany'

export const dropWords: Record<DropReason, Words> = {
  empty: words('没有文字或数字', 'no letter or digit'),
  single: words('只有一个字（确需单字请写作 =字）', 'one character only (write =x to mean it)'),
  tooLong: words(
    `超过 ${wordListLimits.characters} 个字`,
    `longer than ${wordListLimits.characters} characters`,
  ),
  duplicate: words('重复', 'a duplicate'),
  tooMany: words(`超过 ${wordListLimits.words} 个词`, `beyond ${wordListLimits.words} words`),
}

export type Dropped = { reason: DropReason; count: number; examples: string[] }

export type Cleaned = { words: string[]; dropped: Dropped[] }

const mostExamples = 5

/**
 * The words of a list, one a line, without what is no word: trimmed, in one form (NFKC), each once. A
 * single character is taken only when it is written `=字`: alone it would be found everywhere. Blank
 * lines and those that begin with `#` say nothing.
 */
export function cleanWords(lines: readonly string[]): Cleaned {
  const kept: string[] = []
  const seen = new Set<string>()
  const dropped = new Map<DropReason, Dropped>()
  for (const line of lines) {
    const text = line.normalize('NFKC').replaceAll(/\s+/gu, ' ').trim()
    if (text === '' || text.startsWith('#')) continue
    const reason = flawOf(text, seen, kept.length)
    if (!reason) {
      kept.push(text)
      seen.add(keyOf(text))
      continue
    }
    const known = dropped.get(reason) ?? { reason, count: 0, examples: [] }
    known.count += 1
    if (known.examples.length < mostExamples) {
      known.examples.push([...line.trim()].slice(0, 60).join(''))
    }
    dropped.set(reason, known)
  }
  return { words: kept, dropped: [...dropped.values()] }
}

/** The lines of a list as it is stored or sent. */
export function linesOf(text: string): string[] {
  return text.replace(/^\uFEFF/, '').split(/\r\n|[\n\r\u2028\u2029]/)
}

function flawOf(text: string, seen: ReadonlySet<string>, count: number): DropReason | null {
  const { points } = folded(text)
  if (points.length === 0) return 'empty'
  if (points.length === 1 && !text.startsWith('=')) return 'single'
  if (
    points.length > wordListLimits.characters ||
    [...text].length > 2 * wordListLimits.characters
  ) {
    return 'tooLong'
  }
  if (seen.has(keyOf(text))) return 'duplicate'
  return count >= wordListLimits.words ? 'tooMany' : null
}

// What is found alike is one word.
function keyOf(text: string): string {
  return folded(text).points.join(' ')
}
