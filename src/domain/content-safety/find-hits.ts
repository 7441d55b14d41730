import { buildAutomaton, findWords, type Automaton } from './automaton.ts'
import { folded } from './folded.ts'

/** A list as it is matched. */
export type WordList = { id: number; version: number; words: readonly string[] }

/** A word of a list in a text: `start` and `end` are UTF-16 units of the original, end exclusive. */
export type Hit = { start: number; end: number; word: string; listId: number; listVersion: number }

export type Matcher = { automaton: Automaton; owners: readonly Owner[][] }

type Owner = { word: string; listId: number; listVersion: number }

/** Makes the automaton of all lists; a word of several lists is found for each of them. */
export function buildMatcher(lists: readonly WordList[]): Matcher {
  const indexes = new Map<string, number>()
  const words: number[][] = []
  const owners: Owner[][] = []
  for (const { id, version, words: ofList } of lists) {
    for (const word of ofList) {
      const { points } = folded(word)
      if (points.length === 0) continue
      const key = points.join(' ')
      let index = indexes.get(key)
      if (index === undefined) {
        index = words.push(points) - 1
        indexes.set(key, index)
        owners.push([])
      }
      owners[index]!.push({ word, listId: id, listVersion: version })
    }
  }
  return { automaton: buildAutomaton(words), owners }
}

/**
 * The words of the lists in a text, also written in full-width or traditional characters, spaced out or
 * with punctuation between. Of words inside one another the longest is given.
 */
export function findHits({ automaton, owners }: Matcher, text: string): Hit[] {
  const { points, starts, ends } = folded(text)
  const spans: { word: number; start: number; end: number }[] = []
  findWords(automaton, points, (word, from, to) => {
    const gaps: string[] = []
    for (let at = from + 1; at < to; at += 1) gaps.push(text.slice(ends[at - 1]!, starts[at]!))
    const start = starts[from]!
    const end = ends[to - 1]!
    const latin = points.slice(from, to).every((point) => point < 0x250)
    if (latin && (isLatin(text, start - 1) || isLatin(text, end))) return
    if (plausible(gaps, latin)) spans.push({ word, start, end })
  })
  return outermost(spans).flatMap(({ word, start, end }) =>
    owners[word]!.map((owner) => ({ start, end, ...owner })),
  )
}

/** Most characters between two of a word. */
const widest = 4

/**
 * Whether what stands between the characters of a find is a disguise (`敏 感`, `敏-感-词`) and not the end
 * of one sentence and the beginning of another (`在建。党员`).
 */
function plausible(all: readonly string[], latin: boolean): boolean {
  const gaps = all.map((gap) => gap.replaceAll(/[\p{M}\p{Cf}]/gu, ''))
  if (gaps.every((gap) => gap === '')) return true
  if (gaps.some((gap) => [...gap].length > widest)) return false
  const everywhere = gaps.every((gap) => gap !== '')
  const breaks = gaps.some((gap) => /[\n。！？；：，、…!?;:,“”‘’《》（）()「」『』]/u.test(gap))
  if (latin && !everywhere) return false
  return !breaks || (everywhere && gaps.length >= 2)
}

function isLatin(text: string, at: number): boolean {
  return /[\p{Script=Latin}\p{Nd}]/u.test(text.charAt(at))
}

// Sorted by beginning, the longer first: what ends no later than one before lies inside of it.
function outermost<Span extends { start: number; end: number }>(spans: Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end)
  let reach = -1
  return sorted.filter(({ end }) => {
    if (end <= reach) return false
    reach = end
    return true
  })
}
