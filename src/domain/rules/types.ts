import type { EntryKind } from '../kinds.ts'
import type { Words } from '../words.ts'
import type { AddressFact } from './addresses.ts'

export type Severity = 'blocking' | 'warning'

/** One row of a track's rules, as the host writes it. Units of the numbers: `RuleDefinition.unit`. */
export type TrackRule = {
  rule: RuleCode
  /** Only for entries of this subtype; null or absent: for all. */
  subtype?: string | null
  minimum?: number | null
  maximum?: number | null
  severity: Severity
}

/** `path` is the dot path of the field in the entry (`authors.0.name`); `actual` and `limit` are in
 * the rule's unit where they are numbers. */
export type Finding = {
  rule: string
  path: string
  severity: Severity
  message: string
  messageEn: string
  actual?: number | string
  limit?: number | string
}

/** `role` is the name of the field that holds the file. */
export type FileFacts = {
  role: string
  mimeType: string
  bytes: number
  width?: number | null
  height?: number | null
  durationSeconds?: number | null
}

/** The plain data of an entry that its rules look at. `fields` may hold anything a caller sent. */
export type EntryFacts = {
  kind: EntryKind
  subtype?: string | null
  title?: string | null
  summary?: string | null
  theme?: string | null
  authors: readonly { name?: string | null; workplace?: string | null }[]
  /** `originalDeclared` and the category fields by name; see `categoryFields`. */
  fields: Readonly<Record<string, unknown>>
  /** The work's text without mark-up; for cases all five sections together. */
  body?: string | null
  files: readonly FileFacts[]
  now: Date
  /** The track's themes; none listed: any or no theme will do. */
  themes: readonly string[]
  /** What was seen at the addresses of the work; absent until somebody went there. */
  addresses?: readonly AddressFact[]
}

export type LimitUnit =
  'characters' | 'seconds' | 'items' | 'pixels' | 'megabytes' | 'days' | 'ratio'

/** What a definition reports; `checkEntry` adds the rule's code and severity. */
export type Flaw = Omit<Finding, 'rule' | 'severity' | 'message' | 'messageEn'> & { words: Words }

export type DescribeContext = { kind: EntryKind; rules: readonly TrackRule[] }

export type RuleDefinition = {
  /** The kinds the rule can be written for. */
  kinds: readonly EntryKind[]
  label: Words
  /** The unit of `minimum` and `maximum`; null: the rule takes no numbers. */
  unit: LimitUnit | null
  /** Which of the two numbers the rule understands. */
  takes: readonly ('minimum' | 'maximum')[]
  /** The rule as a sentence of the public call. */
  describe: (rule: TrackRule, context: DescribeContext) => Words
  /** `rules` are all the rules that apply to this entry. */
  check: (facts: EntryFacts, rule: TrackRule, rules: readonly TrackRule[]) => Flaw[]
}

export const ruleCodes = [
  'title-length',
  'summary-length',
  'theme-listed',
  'subtype-listed',
  'author-count',
  'author-names',
  'original-declared',
  'body-length',
  'duration',
  'aspect-ratio',
  'resolution',
  'made-within',
  'no-watermark-declared',
  'video-file',
  'audio-file',
  'comic-file',
  'picture-file',
  'picture-count',
  'picture-bytes',
  'picture-long-side',
  'taken-date',
  'taken-place',
  'no-composite-declared',
  'text-source',
  'original-text',
  'h5-link',
  'h5-screens',
  'published-url',
  'published-platform',
  'published-date',
  'published-screenshot',
  'union-member-declared',
  'case-sections',
  'results-figures',
  'attachment-file',
  'platform-reachable',
  'operator-named',
  'launch-date',
  'services-listed',
  'user-numbers',
  'self-assessment',
  'showcase-file',
  'showcase-duration',
  'url-reachable',
] as const
export type RuleCode = (typeof ruleCodes)[number]
