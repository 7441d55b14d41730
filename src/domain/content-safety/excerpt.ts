/** A find with the words around it, for a reviewer to read: never more than the sentence. */
export type Excerpt = { before: string; found: string; after: string }

/** Most characters on each side. */
const around = 40

/** The sentence around a find, cut where it is long; `start` and `end` in UTF-16 units. */
export function excerptOf(text: string, start: number, end: number): Excerpt {
  const before = [...text.slice(Math.max(0, start - 400), start)]
  const after = [...text.slice(end, end + 400)]
  const from = before.findLastIndex(endsSentence) + 1
  const stop = after.findIndex(endsSentence)
  const left = before.slice(from)
  const right = stop < 0 ? after : after.slice(0, stop + 1)
  const cutLeft = left.length > around
  const cutRight = right.length > around
  return {
    before: `${cutLeft ? '…' : ''}${left.slice(-around).join('').trimStart()}`,
    found: text.slice(start, end),
    after: `${right.slice(0, around).join('').trimEnd()}${cutRight ? '…' : ''}`,
  }
}

function endsSentence(character: string): boolean {
  return /[。！？!?；;\n]/u.test(character)
}
