import type { Words } from '../../../domain/words.ts'

/** What the judges' API answers, as the screen reads it. */

export type Progress = { total: number; handedIn: number; started: number; skipped: number }

export type ScreenCriterion = {
  key: string
  name: Words
  /** Whole marks. */
  full: number
  weight: number
  anchors: { marks: number; meaning: Words }[]
}

export type ScreenRound = {
  id: number
  title: string
  about: string | null
  /** How it is counted, sentence by sentence. */
  rules: Words[]
  track: { title: string; kind: string }
  kind: 'qualify' | 'score' | 'rank'
  /** ISO instants, half-open. */
  window: { from: string; to: string }
  state: 'before' | 'open' | 'paused' | 'closed' | 'locked'
  /** Why it is stopped for a while, and since when. */
  pause?: { at: string; reason: string } | null
  blind: boolean
  scoresShown: 'never' | 'after-own' | 'after-close'
  criteria: ScreenCriterion[]
  progress: Progress
}

export type ItemState = 'open' | 'started' | 'handed-in' | 'skipped' | 'withdrawn'

export type Label = string | Words | null

export type WorkItem = {
  /** The number of the work in the round: all that a judge knows it by. */
  work: string
  title: string
  theme?: Label
  subtype?: Label
  state: ItemState
  /** All is marked that can be handed in, as of when the list was read. */
  isWhole: boolean
  savedAt: string | null
  calibrates: boolean
  /** When something of it was changed after the round had taken it in. */
  changedAt?: string | null
}

export type WorkMedia = {
  place: number
  type: 'image' | 'video' | 'audio' | 'document'
  mimeType: string
  width: number | null
  height: number | null
  seconds: number | null
  url: string
  poster: string | null
  preview: string | null
}

export type OthersMarks = {
  judge: string
  marks: { criterion: string; marks: number }[]
  passes: boolean | null
  total: number | null
}

/** What stands of the judge's own. */
export type Mine = {
  marks: { criterion: string; marks: number }[]
  passes: boolean | null
  note: string | null
  savedAt: string | null
  handedInAt: string | null
  version: number
}

export type WorkDetail = {
  work: string
  title: string
  theme?: Label
  subtype?: Label
  description: string | null
  text: { html: string } | null
  fields: { label: Words; value: string }[]
  media: WorkMedia[]
  mine: Mine
  /** Files that are not ready yet, and documents that a blind round keeps back. */
  pending: number
  withheld: number
  /** In rounds that are not blind. */
  authors?: string[]
  others: OthersMarks[] | null
}

export type Saved = {
  savedAt: string
  version: number
  handedInAt: string | null
  progress?: Progress
}

export type SavedRow =
  | ({ work: string; ok: true } & Omit<Saved, 'progress'>)
  | { work: string; ok: false; code: string; message: string }

export type Standing = {
  handedIn: number
  criteria: { key: string; marks: { marks: number; count: number }[] }[]
  totals: { from: number; to: number; count: number }[]
  passes: { yes: number; no: number }
}

export type OwnOrder = {
  order: string[][]
  version: number
  savedAt: string | null
  handedInAt: string | null
}
