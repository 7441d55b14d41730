import { entryKinds, type EntryKind } from '../kinds.ts'
import { gramVector } from '../search-grams.ts'
import { bodyOf, type Body } from './body.ts'
import {
  coverOf,
  shownFile,
  type MediaItem,
  type Picture,
  type PublicFile,
  type StoredFile,
} from './media.ts'
import { mediaFieldsOf, publicFields, searchedFields, type PublicShape } from './public-fields.ts'
import { dayOrNull, idsOf, instantOrNull, numberOrNull, textOrNull, textsOf } from './values.ts'

/** An entry and what belongs to it, as stored: relations bare, dates as instants. */
export type EntrySource = {
  kind: EntryKind
  entry: Readonly<Record<string, unknown>> & { id: number }
  track: { id: number; slug: string; title: string; campaign: string }
  unit: { id: number; name: string }
  media: ReadonlyMap<number, StoredFile>
}

/** What lists show of an entry; votes and award are added while answering. */
export type Card = {
  id: string
  kind: EntryKind
  title: string
  summary: string | null
  theme: string | null
  track: { slug: string; title: string }
  unit: { id: number; name: string }
  authors: { name: string | null; workplace: string | null }[]
  cover: Picture | null
  publishedAt: string
}

/** The card, the fields of the category by name, and these. */
export type EntryDocument = Card & { body: Body | null; media: MediaItem[] } & Record<
    string,
    unknown
  >

/** A row of the read model and the files that may be fetched because of it. */
export type EntryRow = {
  id: string
  kind: EntryKind
  entryId: number
  campaign: string
  track: string
  trackId: number
  unitId: number
  unitPath: string
  theme: string | null
  publishedAt: string
  card: Card
  document: EntryDocument
  titleGrams: string
  peopleGrams: string
  allGrams: string
  files: PublicFile[]
}

/** The row of a published entry. Names what is shown, so that a new field stays inside until it is named. */
export function entryRow({ kind, entry, track, unit, media }: EntrySource): EntryRow {
  const shown = mediaFieldsOf(kind).flatMap((role) =>
    idsOf(entry[role]).flatMap((id) => {
      const file = media.get(id)
      return (file && shownFile(role, file)) ?? []
    }),
  )
  const items = shown.map(({ item }) => item)
  const publishedAt = instantOrNull(entry.publishedAt)
  if (typeof entry.publicId !== 'string' || publishedAt === null) {
    throw new Error(`${kind} ${entry.id} is published without a number or a date`)
  }
  const card: Card = {
    id: entry.publicId,
    kind,
    title: String(entry.title),
    summary: textOrNull(entry.summary),
    theme: textOrNull(entry.theme),
    track: { slug: track.slug, title: track.title },
    unit: { id: unit.id, name: unit.name },
    authors: authorsOf(entry.authors),
    cover: coverOf(items),
    publishedAt,
  }
  const body = bodyOf(kind, entry)
  const people = card.authors.flatMap(({ name, workplace }) => [name ?? '', workplace ?? ''])
  const rest = searchedFields[kind].flatMap((name) => textsOf([entry[name]].flat()))
  return {
    ...{ id: card.id, kind, entryId: entry.id, campaign: track.campaign, track: track.slug },
    ...{ trackId: track.id, unitId: unit.id, unitPath: String(entry.unitPath) },
    ...{ theme: card.theme, publishedAt, card },
    document: { ...card, ...ownFields(kind, entry), ...measured(kind, items), body, media: items },
    titleGrams: gramVector([card.title]),
    peopleGrams: gramVector(people),
    allGrams: gramVector([
      ...[card.title, ...people, card.summary ?? '', card.theme ?? ''],
      ...[...rest, body?.text ?? ''],
    ]),
    files: [...new Map(shown.flatMap(({ files }) => files.map((one) => [one.name, one]))).values()],
  }
}

function authorsOf(value: unknown): Card['authors'] {
  if (!Array.isArray(value)) return []
  return value.map(({ name, workplace }: Record<string, unknown>) => ({
    name: textOrNull(name),
    workplace: textOrNull(workplace),
  }))
}

const readings: Record<Exclude<PublicShape, 'media'>, (value: unknown) => unknown> = {
  text: textOrNull,
  longText: textOrNull,
  number: numberOrNull,
  day: dayOrNull,
  texts: textsOf,
}

/** How long a work is: as it was measured, and only before that as its author says. */
function measured(kind: EntryKind, items: readonly MediaItem[]): Record<string, unknown> {
  const durationSeconds = items.find((item) => item.durationSeconds !== null)?.durationSeconds
  const shows = Object.hasOwn(publicFields[kind], 'durationSeconds')
  return shows && durationSeconds !== undefined ? { durationSeconds } : {}
}

function ownFields(kind: EntryKind, entry: EntrySource['entry']): Record<string, unknown> {
  const fields = Object.entries<PublicShape>(publicFields[kind]).flatMap(([name, shape]) =>
    shape === 'media' ? [] : [[name, readings[shape](entry[name])] as const],
  )
  const subtype = entryKinds[kind].subtypes.length > 0 ? { subtype: textOrNull(entry.subtype) } : {}
  return { ...subtype, ...Object.fromEntries(fields) }
}
