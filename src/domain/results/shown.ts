import { words, type Words } from '../words.ts'
import type { ResultList } from './frozen.ts'
import { publicLine, type ObjectionState } from './objections.ts'
import {
  noticeState,
  noticeStateWords,
  servedVersion,
  type NoticeState,
  type NoticeVersion,
} from './public-notice.ts'

/** A frozen version with what is served beside its text. */
export type SignedVersion = NoticeVersion & {
  publicId: string
  text: string
  sha256: string
  signature: string
  key: string
  reason: string | null
}

/** A version that was shown, in the list's own history. */
export type ShownVersion = {
  version: number
  sha256: string
  from: string
  to: string
  finalAt: string | null
  reason: string | null
  replaces: { version: number; sha256: string } | null
}

/** A list in a list of lists. */
export type ResultCard = {
  id: string
  title: string
  campaign: string
  track: string
  version: number
  state: Exclude<NoticeState, 'before'>
  stateText: Words
  notice: { from: string; to: string }
  finalAt: string | null
  publishedAt: string
}

/** A list as the public gets it: the frozen text and its proof, and what may be read out of it. */
export type ShownResult = ResultCard & {
  contact: string
  reason: string | null
  levels: ResultList['levels']
  awards: ResultList['awards']
  vacancies: ResultList['vacancies']
  objections: { received: number; handled: number; text: Words }
  /** Canonical JSON, of which `sha256` is the hash and `signature` the Ed25519 signature under `key`. */
  text: string
  sha256: string
  signature: string
  key: string
  /** All versions that were shown, the first one first. */
  versions: ShownVersion[]
}

/**
 * A list as it is shown at an instant; null: nobody may know of it. Versions whose time has not come are
 * left out, as if there were none.
 *
 * @param versions all versions of one list, the first one first
 * @param objections states of all objections to it
 */
export function showResult(
  versions: readonly SignedVersion[],
  objections: readonly ObjectionState[],
  now: Date,
): ShownResult | null {
  const served = servedVersion(versions, now)
  const state = served && noticeState(served, now)
  if (!served || !state || state === 'before') return null
  const { title, campaign, track, contact, levels, awards, vacancies } = listOf(served)
  const opened = versions.filter((one) => noticeState(one, now) !== 'before')
  const { received, handled, ...text } = publicLine(objections)
  return {
    ...{ id: served.publicId, title, campaign, track, version: served.version, state },
    stateText: noticeStateWords[state],
    notice: windowOf(served),
    finalAt: isoOrNull(served.finalAt),
    publishedAt: opened[0]!.window.from.toISOString(),
    ...{ contact, reason: served.reason, levels, awards, vacancies },
    objections: { received, handled, text: words(text.zh, text.en) },
    ...{ text: served.text, sha256: served.sha256, signature: served.signature, key: served.key },
    versions: opened.map((one) => ({
      ...{ version: one.version, sha256: one.sha256, ...windowOf(one) },
      ...{ finalAt: isoOrNull(one.finalAt), reason: one.reason, replaces: listOf(one).replaces },
    })),
  }
}

/** The short form of a list. */
export function resultCard(shown: ShownResult): ResultCard {
  const { id, title, campaign, track, version, state, stateText } = shown
  const { notice, finalAt, publishedAt } = shown
  return {
    ...{ id, title, campaign, track, version, state, stateText, notice, finalAt, publishedAt },
  }
}

const listOf = ({ text }: SignedVersion) => JSON.parse(text) as ResultList

const isoOrNull = (at: Date | null) => at?.toISOString() ?? null

const windowOf = ({ window }: SignedVersion) => ({
  from: window.from.toISOString(),
  to: window.to.toISOString(),
})
