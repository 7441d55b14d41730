import type { EntryKind } from '../kinds.ts'
import type { RuleCode, Severity, TrackRule } from './types.ts'

/**
 * The rules a new track starts with. Source: published calls of the same campaign in other years and
 * at other levels; lengths of titles and summaries and numbers of authors are this house's own.
 */
export function defaultRules(kind: EntryKind): TrackRule[] {
  const subtypeRule = kind === 'cases' ? [] : [must('subtype-listed')]
  return [...general, ...subtypeRule, ...special[kind]].map((rule) => ({ ...rule }))
}

type Limits = Pick<TrackRule, 'subtype' | 'minimum' | 'maximum'>

const row =
  (severity: Severity) =>
  (rule: RuleCode, limits: Limits = {}): TrackRule => ({ rule, ...limits, severity })
const must = row('blocking')
const should = row('warning')

const minutes = (count: number): number => count * 60

const general: readonly TrackRule[] = [
  must('title-length', { minimum: 2, maximum: 50 }),
  must('summary-length', { minimum: 10, maximum: 500 }),
  must('theme-listed'),
  must('author-count', { minimum: 1, maximum: 20 }),
  must('author-names'),
  must('original-declared'),
]

const special: Record<EntryKind, readonly TrackRule[]> = {
  videos: [
    must('video-file'),
    must('duration', { subtype: 'drama', maximum: minutes(8) }),
    must('duration', { subtype: 'documentary', maximum: minutes(6) }),
    must('duration', { subtype: 'creative', maximum: minutes(3) }),
    // 16:9 with the few pixels by which encoders pad a picture (1920×1088).
    must('aspect-ratio', { minimum: 1.76, maximum: 1.79 }),
    should('resolution', { minimum: 1080 }),
    must('made-within', { maximum: 365 }),
    must('no-watermark-declared'),
  ],
  photos: [
    must('picture-file'),
    must('picture-count', { subtype: 'single', minimum: 1, maximum: 1 }),
    must('picture-count', { subtype: 'series', minimum: 4, maximum: 8 }),
    should('picture-bytes', { minimum: 2 }),
    should('picture-long-side', { minimum: 3000 }),
    must('taken-date'),
    must('taken-place'),
    must('no-composite-declared'),
  ],
  recitations: [
    must('video-file'),
    must('duration', { subtype: 'recite', maximum: minutes(3) }),
    must('duration', { subtype: 'tell', maximum: minutes(4) }),
    must('duration', { subtype: 'speech', maximum: minutes(5) }),
    must('text-source'),
    must('original-text'),
  ],
  commentaries: [
    must('body-length', { subtype: 'text', minimum: 500, maximum: 1400 }),
    must('comic-file', { subtype: 'comic' }),
    must('body-length', { subtype: 'comic', maximum: 200 }),
    must('audio-file', { subtype: 'audio' }),
    must('duration', { subtype: 'audio', maximum: minutes(3) }),
    must('video-file', { subtype: 'video' }),
    must('duration', { subtype: 'video', maximum: minutes(4) }),
    must('h5-link', { subtype: 'h5' }),
    must('h5-screens', { subtype: 'h5', maximum: 10 }),
    must('published-url'),
    must('published-platform'),
    must('published-date'),
    must('published-screenshot'),
    must('union-member-declared'),
    should('url-reachable'),
  ],
  cases: [
    must('case-sections'),
    must('body-length', { maximum: 3000 }),
    should('results-figures'),
    must('attachment-file'),
  ],
  platforms: [
    must('platform-reachable'),
    must('operator-named'),
    must('launch-date'),
    must('services-listed', { minimum: 1 }),
    must('user-numbers'),
    must('self-assessment', { minimum: 1 }),
    must('showcase-file'),
    must('showcase-duration', { maximum: minutes(5) }),
    should('url-reachable'),
  ],
}
