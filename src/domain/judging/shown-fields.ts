import type { EntryKind } from '../kinds.ts'
import { bodySections, publicFields, type PublicShape } from '../showcase/public-fields.ts'

type Shape = Exclude<PublicShape, 'media' | 'longText'>

/** What of a work names its author or unit by its nature: an account, an operator, where it was published. */
const telling: Record<EntryKind, readonly string[]> = {
  cases: [],
  videos: [],
  photos: [],
  recitations: [],
  commentaries: ['h5Url', 'publishedUrl', 'publishedPlatform', 'screenshot'],
  platforms: ['address', 'operator', 'qrCode'],
}

/** The short fields of a kind that a judge sees beside text and media, in order. */
export function judgedFields(kind: EntryKind, blind: boolean): [name: string, shape: Shape][] {
  return Object.entries<PublicShape>(publicFields[kind]).flatMap(([name, shape]) =>
    shape === 'media' || shape === 'longText' || (blind && telling[kind].includes(name))
      ? []
      : [[name, shape] as [string, Shape]],
  )
}

/** The fields of a kind whose files a judge sees, the cover first; documents stand in none of them. */
export function judgedMedia(kind: EntryKind, blind: boolean): string[] {
  const own = Object.entries<PublicShape>(publicFields[kind])
    .filter(([name, shape]) => shape === 'media' && !(blind && telling[kind].includes(name)))
    .map(([name]) => name)
  return ['cover', ...own]
}

/**
 * The fields whose documents a judge sees. A document cannot be made blind (its text, its properties
 * and its layout name who wrote it), so only rounds that are not blind show it.
 */
export function judgedDocuments(kind: EntryKind): string[] {
  return kind === 'cases' ? ['attachments'] : []
}

/** The fields of a kind of which a change is one that judges see: the first part of a path. */
export function judgedPaths(kind: EntryKind, blind: boolean): Set<string> {
  return new Set([
    ...['title', 'summary', 'theme', 'subtype', 'selfAssessment'],
    ...bodySections[kind].map(({ name }) => name),
    ...judgedFields(kind, blind).map(([name]) => name),
    ...judgedMedia(kind, blind),
    ...(blind ? [] : ['authors', ...judgedDocuments(kind)]),
  ])
}
