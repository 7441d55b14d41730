/**
 * Chinese is written without spaces, and its usual search word has two characters. So texts are indexed
 * by every pair of neighbouring characters with its place, in PostgreSQL's own `tsvector`: a phrase of
 * pairs then is an exact substring, and an index finds it.
 */

/** PostgreSQL keeps no place beyond this one in a `tsvector`, and no more places of one lexeme than that. */
const lastPosition = 16_383
const mostPositions = 255

/**
 * The searchable runs of a text: compatibility forms and capitals made one, cut at everything that is
 * neither letter nor digit, so that `「老班长」，ＡＢＣ` is `老班长`, `abc`.
 */
export function searchRuns(text: string): string[] {
  // The sigma at the end of a Greek word is the one letter whose small form hangs on what follows it.
  const plain = text.normalize('NFKC').toLowerCase().replaceAll('ς', 'σ')
  return plain.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
}

/**
 * The text form of a `tsvector` of these texts: each pair of a run at its place, and the last character
 * of a run alone. No phrase goes from one run into the next. Of a very long text the beginning is kept.
 */
export function gramVector(texts: readonly string[]): string {
  const places = new Map<string, number[]>()
  let position = 1
  for (const run of texts.flatMap(searchRuns)) {
    const characters = [...run]
    for (const [index, character] of characters.entries()) {
      if (position > lastPosition) return written(places)
      const gram = character + (characters[index + 1] ?? '')
      const known = places.get(gram)
      if (!known) places.set(gram, [position])
      else if (known.length < mostPositions) known.push(position)
      position += 1
    }
    position += 1
  }
  return written(places)
}

/**
 * The text form of a `tsquery` that finds what holds every word of `q`; null when `q` has nothing that
 * can be searched. A word of one character is the beginning of a pair.
 */
export function gramQuery(q: string): string | null {
  const phrases = [...new Set(searchRuns(q))].map((run) => {
    const characters = [...run]
    if (characters.length === 1) return `${quoted(run)}:*`
    const grams = characters.slice(1).map((next, index) => quoted(characters[index] + next))
    return `(${grams.join(' <-> ')})`
  })
  return phrases.length === 0 ? null : phrases.join(' & ')
}

function written(places: ReadonlyMap<string, readonly number[]>): string {
  return [...places].map(([gram, at]) => `${quoted(gram)}:${at.join(',')}`).join(' ')
}

function quoted(lexeme: string): string {
  return `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}
