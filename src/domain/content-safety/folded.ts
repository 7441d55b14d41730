import { simplified } from './traditional.ts'

/**
 * A text in the one form in which words are looked for: compatibility forms, capitals, accents and
 * traditional characters made one, everything that is neither letter nor digit left out. Each point
 * knows where it stands in the original, in UTF-16 units, end exclusive.
 */
export type Folded = { points: number[]; starts: number[]; ends: number[] }

/** What is looked for in `敏 感-詞`, `ＡＢＣ` or `é`: `敏感词`, `abc`, `e`. */
export function folded(text: string): Folded {
  const points: number[] = []
  const starts: number[] = []
  const ends: number[] = []
  for (let at = 0; at < text.length;) {
    const point = text.codePointAt(at)!
    const end = at + (point > 0xffff ? 2 : 1)
    for (const one of formsOf(point)) {
      points.push(one)
      starts.push(at)
      ends.push(end)
    }
    at = end
  }
  return { points, starts, ends }
}

const nothing: readonly number[] = []
// Texts are written with few thousand different characters.
const known = new Map<number, readonly number[]>()

function formsOf(point: number): readonly number[] {
  let forms = known.get(point)
  if (!forms) {
    forms = derived(point)
    if (known.size > 100_000) known.clear()
    known.set(point, forms)
  }
  return forms
}

function derived(point: number): readonly number[] {
  if (point >= 0xd800 && point <= 0xdfff) return nothing
  // Decomposed, so that an accent is a mark of its own and falls away.
  const plain = String.fromCodePoint(point).normalize('NFKD').toLowerCase().normalize('NFKD')
  return [...plain.replaceAll('ς', 'σ')]
    .filter((one) => /[\p{L}\p{N}]/u.test(one))
    .map((one) => {
      const code = one.codePointAt(0)!
      return simplified.get(code) ?? code
    })
}
