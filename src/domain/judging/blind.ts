import { chanceOf, shuffle } from './chance.ts'

/**
 * The numbers under which a blind round shows its works, from 1 on: by lot, so that a number tells neither
 * the unit nor who was first. A number once given stays; late works get the next ones, by lot too.
 *
 * @param given the numbers of an earlier draw, also of works that are gone: no number is used twice
 */
export function roundNumbers(
  works: readonly string[],
  seed: string,
  given: ReadonlyMap<string, number> = new Map(),
): Map<string, number> {
  const last = [...given.values()].reduce((most, number) => Math.max(most, number), 0)
  const late = [...new Set(works)].filter((id) => !given.has(id)).sort()
  // Another draw for each time, or the late ones would repeat the first one's pattern.
  shuffle(late, chanceOf(`${seed}\n${last}`))
  return new Map([...given, ...late.map((id, index): [string, number] => [id, last + index + 1])])
}

/** What a judge may be told of a work in a blind round: all else is left out, not emptied. */
const blindFields = ['number', 'title', 'theme', 'subtype', 'description', 'media', 'text'] as const
export type BlindField = (typeof blindFields)[number]

/** A work as a blind round shows it. What nobody thought of stays hidden. */
export function blindView<Work extends { readonly [field: string]: unknown }>(
  work: Work,
): Partial<Pick<Work, BlindField & keyof Work>> {
  const shown = Object.entries(work).filter(([field]) =>
    (blindFields as readonly string[]).includes(field),
  )
  return Object.fromEntries(shown) as Partial<Pick<Work, BlindField & keyof Work>>
}

/**
 * The name under which a file of a work is sent to a judge: `12-2.jpg`. A file's own name often holds its
 * author's.
 *
 * @param extension by the kind of file that it is, never from its own name
 */
export const blindFileName = (number: number, place: number, extension: string): string =>
  `${number}-${place}.${extension}`

/**
 * Where a text that is shown names what it must not: the texts of authors and units that stand in it, as
 * they are written, white space and width aside. Of two signs at least: one is a word of its own.
 */
export function tellingNames(text: string, names: readonly string[]): string[] {
  const plain = folded(text)
  return names.filter((name) => [...folded(name)].length > 1 && plain.includes(folded(name)))
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s/g, '')
