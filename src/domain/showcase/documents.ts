import { phaseKeys, windowsOf, type WindowSource } from '../phases.ts'
import type { RuleChange } from '../participation/rule-changes.ts'
import { describeRules, type TrackRule } from '../rules/index.ts'
import type { EntryKind } from '../kinds.ts'
import type { Body } from './body.ts'
import { coverOf, shownFile, type PublicFile, type StoredFile } from './media.ts'
import { dayOrNull, instantOrNull, numberOrNull, textOrNull, textsOf } from './values.ts'

type Stored = Readonly<Record<string, unknown>> & { id: number }

/** A campaign, track or article as the public sees it; `campaign` is '' where there is none. */
export type DocumentRow = {
  type: 'campaign' | 'track' | 'article'
  sourceId: number
  campaign: string
  slug: string
  sortAt: string
  card: Record<string, unknown>
  document: Record<string, unknown>
  files: PublicFile[]
}

export type CampaignSource = Stored & { phases?: WindowSource['campaignPhases'] | null }

export function campaignDocument(campaign: CampaignSource): DocumentRow {
  const slug = String(campaign.slug)
  const phases = (campaign.phases ?? []) as unknown as Record<string, unknown>[]
  const document = {
    slug,
    title: campaign.title,
    year: campaign.year,
    noticeDate: dayOrNull(campaign.noticeDate),
    organisers: textsOf(campaign.organisers),
    platforms: textsOf(campaign.platforms),
    platformUses: textsOf(campaign.platformUses),
    phases: phases.map(({ key, title, from, to, does }) => ({
      key,
      title: textOrNull(title),
      from: instantOrNull(from),
      to: instantOrNull(to),
      does: textOrNull(does),
    })),
    terms: termsOf(campaign.terms),
  }
  // By its year, not by when it was typed in: the newest campaign is the one that people mean.
  const sortAt = `${String(campaign.year).padStart(4, '0')}-01-01T00:00:00.000Z`
  const parts = { campaign: slug, slug, card: document, document }
  return { ...row({ type: 'campaign', source: campaign, ...parts }), sortAt }
}

// Participants agree to a version: without one there is nothing to agree to.
function termsOf(terms: unknown): { version: string; text: string | null } | null {
  const { version, text } = (terms ?? {}) as Record<string, unknown>
  const named = textOrNull(version)
  return named === null ? null : { version: named, text: textOrNull(text) }
}

export type TrackSource = {
  track: Stored & { windows?: WindowSource['trackWindows'] }
  campaign: CampaignSource
  /** Names by id; of units that are the track's host or co-hosts. */
  unitNames: ReadonlyMap<number, string>
  /** Notes on what was changed in its call after it opened, the oldest first. */
  changes: readonly RuleChange[]
}

/** A track with its call: the sentences of its rules, in both languages. */
export function trackDocument({ track, campaign, unitNames, changes }: TrackSource): DocumentRow {
  const kind = track.kind as EntryKind
  const windows = windowsOf({
    campaignPhases: campaign.phases ?? [],
    trackWindows: track.windows,
  })
  const nameOf = (id: unknown) => unitNames.get(id as number) ?? ''
  const card = {
    campaign: campaign.slug,
    slug: track.slug,
    kind,
    title: track.title,
    subtitle: textOrNull(track.subtitle),
    note: textOrNull(track.note),
    scope: track.scope,
    perPersonLimit: numberOrNull(track.perPersonLimit),
    themes: textsOf(track.themes),
    host: nameOf(track.host),
    coHosts: ((track.coHosts ?? []) as unknown[]).map(nameOf),
    windows: phaseKeys.flatMap((key) => {
      const window = windows[key]
      return window ? [{ key, from: window.from.toISOString(), to: window.to.toISOString() }] : []
    }),
  }
  const sentences = describeRules({ rules: (track.rules ?? []) as TrackRule[], kind })
  const call = { zh: sentences.map(({ zh }) => zh), en: sentences.map(({ en }) => en) }
  const [slug, campaignSlug] = [String(track.slug), String(campaign.slug)]
  const document = { ...card, call, changes }
  return row({ type: 'track', source: track, campaign: campaignSlug, slug, card, document })
}

export type ArticleSource = {
  article: Stored
  /** The slug of its campaign, when it has one. */
  campaign: string | null
  body: Body | null
  cover: StoredFile | null
  /** Files in its text. */
  inText: readonly StoredFile[]
}

export function articleDocument(source: ArticleSource): DocumentRow {
  const { article, campaign, body, cover, inText } = source
  const front = cover && shownFile('cover', cover)
  const card = {
    slug: article.slug,
    title: article.title,
    summary: textOrNull(article.summary),
    cover: front ? coverOf([front.item]) : null,
    publishedOn: dayOrNull(article.publishedOn),
    campaign,
  }
  const shown = [front, ...inText.map((file) => shownFile('body', file))]
  const files = shown.flatMap((one) => one?.files ?? [])
  return {
    ...row({
      ...{ type: 'article' as const, source: article, campaign: campaign ?? '' },
      ...{ slug: String(article.slug), card, document: { ...card, body } },
    }),
    sortAt: instantOrNull(article.publishedOn) ?? instantOrNull(article.createdAt)!,
    files: [...new Map(files.map((file) => [file.name, file])).values()],
  }
}

type RowParts = Pick<DocumentRow, 'type' | 'campaign' | 'slug' | 'card' | 'document'> & {
  source: Stored
}

function row({ source, ...parts }: RowParts): DocumentRow {
  const sortAt = instantOrNull(source.createdAt)
  if (sortAt === null) throw new Error(`${parts.type} ${source.id} has no date`)
  return { ...parts, sourceId: source.id, sortAt, files: [] }
}
