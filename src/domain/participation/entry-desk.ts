import type { EntryKind } from '../kinds.ts'
import type { Finding } from '../rules/index.ts'
import type { Status } from '../workflow.ts'
import type { Words } from '../words.ts'
import type { ConsentInput, Consents } from './consents.ts'
import type { RuleChange } from './rule-changes.ts'

/** Who asks: a row of `participants`, who came through a row of `api_clients`. */
export type Who = { participant: number; client: number }

/** Runs one statement (`$1`, `$2`, … are its values) in the transaction of the act. */
export type Run = (
  text: string,
  values: readonly unknown[],
) => Promise<readonly Record<string, unknown>[]>

/** What else has to be written together with an act: what it throws undoes the act. */
export type Settle<Answer> = (run: Run, answer: Answer) => Promise<void>

/** A file as a participant names one: a media row's id, or the upload that became one. */
export type FileReference = number | { upload: string }

/** What a participant writes. What is not there stays as it was; `fields` by `ownFieldsOf`. */
export type OwnInput = {
  /** Slug. */
  track?: string
  /** Slug; the newest unless given. */
  campaign?: string
  unit?: number
  fields: Readonly<Record<string, unknown>>
  consents?: ConsentInput
}

/** A file of one's own work: `waiting` until it was looked at and its public copies are made. */
export type OwnFile = {
  id: number
  name: string
  mimeType: string
  bytes: number
  state: 'waiting' | 'ready' | 'failed'
  /** 0 to 1 while it is worked on. */
  progress: number | null
  problem: string | null
}

export const ownActs = ['change', 'delete', 'submit', 'withdraw', 'reopen'] as const
export type OwnAct = (typeof ownActs)[number]

export type OwnCard = {
  /** Opaque, the same for ever. */
  id: string
  kind: EntryKind
  title: string
  campaign: string
  track: { slug: string; title: string }
  unit: { id: number; name: string }
  status: Status
  statusText: Words
  /** Given with the last return, refusal, reopening or taking down, while the work is in that state. */
  reason: string | null
  publicId: string | null
  createdAt: string
  updatedAt: string
}

/** A participant's own work, beside the fields of its kind (by their names, files as `OwnFile`). */
export type OwnEntry = OwnCard & {
  /** Changes whenever somebody writes to the work. */
  version: string
  /** The unit whose editors look at it first. */
  reviewedBy: { id: number; name: string }
  submittedAt: string | null
  publishedAt: string | null
  /** What may be done with it now. */
  may: OwnAct[]
  findings: Finding[]
  consents: Consents
  /** The version of the terms that has to be agreed to; null: the campaign has none. */
  termsVersion: string | null
  /** Changes of the call since the work was sent in. */
  ruleChanges: RuleChange[]
} & Record<string, unknown>

/** Where a page of own works ended: when the last one was begun, its kind and row. */
export type OwnPlace = readonly [createdAt: string, kind: string, id: number]

/**
 * What the public API asks the entries' side to do for a participant: each act one transaction, by the
 * same rules and hooks as the staff's. Everything may throw a `DeskRefusal`; another's work is one that
 * is not there (404).
 */
export type EntryDesk = {
  list: (
    who: Who,
    page: { after: OwnPlace | null; limit: number },
  ) => Promise<{ entries: OwnCard[]; next: OwnPlace | null }>
  read: (who: Who, id: string) => Promise<OwnEntry>
  create: (
    who: Who,
    given: OwnInput & { kind: EntryKind; track: string },
    settle?: Settle<OwnEntry>,
  ) => Promise<OwnEntry>
  /** `isExpected` is asked with the stored version: false refuses with 412. */
  change: (
    who: Who,
    id: string,
    given: OwnInput & { isExpected?: (version: string) => boolean },
    settle?: Settle<OwnEntry>,
  ) => Promise<OwnEntry>
  remove: (
    who: Who,
    id: string,
    given: { isExpected?: (version: string) => boolean },
    settle?: Settle<null>,
  ) => Promise<void>
  step: (
    who: Who,
    id: string,
    action: 'submit' | 'withdraw' | 'reopen',
    settle?: Settle<OwnEntry>,
  ) => Promise<OwnEntry>
}
