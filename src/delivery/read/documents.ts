import type { PhaseKey } from '../../domain/phases.ts'
import type { Matches } from '../cache.ts'
import type { Core } from '../core.ts'
import type { Place } from '../cursor.ts'
import { seenAt, type PhaseState, type Span } from './phase-states.ts'
import { isAboutTracks } from './tracks.ts'

export type DocumentType = 'campaign' | 'track' | 'article'

/** A document as it is answered: what the read model holds, and what depends on the hour. */
export type Shown = Record<string, unknown>

/** What was read, which changes make it wrong, and when it is wrong at the latest. */
export type Read<Value> = { value: Value; matches: Matches; expires: number | undefined }

export type Page = { data: Shown[]; next: string | null }

export type ListOptions = {
  type: DocumentType
  /** Slug of the campaign; of all campaigns without it. */
  campaign: string | undefined
  limit: number
  cursor: string | undefined
  /** Also what is long. */
  whole?: boolean
}

// Lists leave out what is long; everything else of a document is short.
const long = ['call', 'changes', 'body']

// Tracks stand as their campaign set them up, the newest campaign first; all others by their date.
const sources: Record<'track' | 'others', string> = {
  track: `(
    select t.*, coalesce(c.sort_at, t.sort_at) as rank, -t.source_id as tie
    from showcase_documents t
    left join showcase_documents c on c.type = 'campaign' and c.slug = t.campaign
  )`,
  others: `(select d.*, d.sort_at as rank, d.source_id as tie from showcase_documents d)`,
}

const listText = (type: DocumentType) => `
  select d.document - $5::text[] as document, d.rank::text, d.tie
  from ${type === 'track' ? sources.track : sources.others} d
  where d.type = $1 and ($2::text is null or d.campaign = $2)
    and ($3::timestamptz is null or (d.rank, d.tie) < ($3::timestamptz, $4::integer))
  order by d.rank desc, d.tie desc
  limit $6`

type Row = { document: Shown; rank: string; tie: number }

/** One page of a list, the newest first; the answers' long texts are left out. */
export async function listDocuments(core: Core, options: ListOptions): Promise<Read<Page>> {
  const { type, campaign, limit, cursor, whole = false } = options
  const question = `${type}s ${campaign ?? ''}`
  const [rank, tie] = cursor === undefined ? [null, null] : core.cursors.read(question, cursor)
  const rows = await core.database.read<Row>(`list ${type}s`, listText(type), [
    ...[type, campaign ?? null, rank, tie],
    whole ? [] : long,
    limit + 1,
  ])
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  const { items, expires } = showAll(
    type,
    shown.map(({ document }) => document),
  )
  return {
    value: { data: items, next: last ? core.cursors.write(question, placeOf(last)) : null },
    matches: aboutList(type, campaign),
    expires,
  }
}

/**
 * One document by its slug, or undefined.
 *
 * @param campaign of a track: without it the newest campaign that has such a track
 */
export async function oneDocument(
  core: Core,
  type: DocumentType,
  slug: string,
  campaign?: string,
): Promise<Read<Shown | undefined>> {
  const rows = await core.database.read<Row>(
    'one document',
    `select d.document from ${sources.track} d
     where d.type = $1 and d.slug = $2 and ($3::text is null or d.campaign = $3)
     order by d.rank desc, d.tie desc limit 1`,
    [type, slug, campaign ?? null],
  )
  const { items, expires } = showAll(
    type,
    rows.map(({ document }) => document),
  )
  const isIt: Matches = (change) =>
    'document' in change && change.document === type && change.slug === slug
  return {
    value: items[0],
    // A new campaign may take the name over.
    matches: type === 'track' && campaign === undefined ? isAboutTracks : isIt,
    expires,
  }
}

const placeOf = ({ rank, tie }: Row): Place => [rank, tie]

function aboutList(type: DocumentType, campaign: string | undefined): Matches {
  return (change) =>
    'document' in change &&
    (change.document === type || (type === 'track' && change.document === 'campaign')) &&
    (campaign === undefined || change.campaign === campaign)
}

/** Documents as they are answered now, and until when. */
export function showAll(
  type: DocumentType,
  documents: Shown[],
): { items: Shown[]; expires: number | undefined } {
  const now = new Date()
  const shown = documents.map((document) => show(type, document, now))
  const ends = shown.flatMap(({ until }) => until ?? [])
  return {
    items: shown.map(({ item }) => item),
    expires: ends.length > 0 ? Math.min(...ends) : undefined,
  }
}

type Stated = Span & { state: PhaseState }

function show(
  type: DocumentType,
  document: Shown,
  now: Date,
): { item: Shown; until: number | undefined } {
  if (type !== 'campaign' && type !== 'track') return { item: document, until: undefined }
  const field = type === 'campaign' ? 'phases' : 'windows'
  const spans = (document[field] ?? []) as Span[]
  const seen = seenAt(spans, now)
  const stated = spans.map((span): Stated => ({ ...span, state: seen.stateOf(span.key) }))
  const added: { phaseNow: PhaseKey | null } | { openNow: boolean } =
    type === 'campaign'
      ? { phaseNow: seen.phaseNow }
      : { openNow: seen.stateOf('collect') === 'now' }
  return { item: { ...document, [field]: stated, ...added }, until: seen.until }
}
